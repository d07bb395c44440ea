import { z } from "zod";
import { interventionSchema } from "../scenario/index.ts";

const valueSchema = z
  .union([z.number(), z.boolean(), z.string(), z.array(z.number())])
  .meta({ write: "a number, true, false, a word or a list of numbers", writeZh: "数、true、false、一个词或数列" });
/** The value of a parameter, as an experiment sets it. */
export type Value = z.output<typeof valueSchema>;

/** Values by path of the parameter. */
export const settings = z.record(z.string(), valueSchema).meta({
  write: "a map of “path: value”, such as “partyBuilding: off”",
  writeZh: "“路径: 值”的映射，如“partyBuilding: off”",
});

/** What an arm of an experiment changes; arms share all draws. */
export const armSchema = z
  .strictObject({
    set: settings.default({}).meta({
      description: "Parameters of the arm, by path.",
      descriptionZh: "该实验组的参数（按路径）。",
      write: "a map of “path: value”",
      writeZh: "“路径: 值”的映射",
    }),
    interventions: z.array(interventionSchema).default([]).meta({
      description: "Changes during the run, after those of the scenario.",
      descriptionZh: "运行中的变更，续于情景自带的变更之后。",
      write: "a list such as [{week: 53, path: partyBuilding, value: off}]",
      writeZh: "列表，如 [{week: 53, path: partyBuilding, value: off}]",
    }),
  })
  .meta({ write: "a map with “set”, “interventions” or both", writeZh: "含“set”“interventions”或两者的映射" });

/** First and last week of a span, counted from 1. */
export const spanSchema = z
  .tuple([z.int().min(1), z.int().min(1)])
  .refine(([from, to]) => from <= to)
  .meta({ write: "first and last week, such as [53, 104]", writeZh: "首末周，如 [53, 104]" });
