import { z } from "zod";
import { keyWords } from "../../scenario/index.ts";
import { spanSchema } from "../arms.ts";
import { scales, takes } from "./outcome.ts";

const measure = (en: string, zh: string) =>
  z
    .string()
    .min(1)
    .meta(keyWords(en, zh, "a measure", "指标名"));

/** What one number of a run is made of, as a person writes it: in plans, in files of outcomes and of targets. */
export const outcomeRule = {
  measure: measure("Measure that it is of; “four-circles dictionary” lists them.", "所取的指标；见 four-circles dictionary。"),
  minus: measure("Another measure, which is taken away from it.", "从中减去的另一指标。").optional(),
  over: measure("Another measure, by which it, or the difference, is divided.", "作除数的另一指标（先减后除）。").optional(),
  scale: z
    .enum(scales)
    .optional()
    .meta(
      keyWords(
        "logOdds takes the log-odds of each measure before their difference; perYear, of a share kept since the start, the share kept in a year.",
        "logOdds：各指标先取对数几率再相减；perYear：把自起始以来的保留比例换算为每年的保留比例。",
      ),
    ),
  take: z
    .enum(takes)
    .optional()
    .meta(
      keyWords(
        "What is taken of its weeks: the mean (of a ratio that of means), the maximum, the minimum, the last value, the slope a year, or the week of crossing a level; mean if left out.",
        "如何取值：mean 均值（比值为均值之比）、maximum 最大值、minimum 最小值、last 末值、slope 每年斜率、crossing 越过某水平的周次；省略时为 mean。",
      ),
    ),
  level: z
    .number()
    .optional()
    .meta(
      keyWords(
        "Level that is crossed, in the unit of the measure (a share as a fraction).",
        "所越过的水平，与指标同单位（比例写小数）。",
        "a number, such as 0.3",
        "数，如 0.3",
      ),
    ),
  span: spanSchema
    .optional()
    .meta(
      keyWords(
        "First and last week that count; the last 52 weeks if left out.",
        "计入的首末周；省略时为最后 52 周。",
        "first and last week, such as [53, 104]",
        "首末周，如 [53, 104]",
      ),
    ),
};

export const outcomeSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .meta(
      keyWords(
        "Name of the column of the outcome; made of its measures if left out.",
        "结果列名；省略时由指标名组成。",
        "some text",
        "文本",
      ),
    )
    .optional(),
  ...outcomeRule,
});
/** An outcome as a person wrote it. */
export type WrittenOutcome = z.output<typeof outcomeSchema>;

/** A file of outcomes. */
export const outcomesSchema = z.strictObject({
  outcomes: z
    .array(outcomeSchema)
    .min(1)
    .max(1000)
    .meta(
      keyWords(
        "Outcomes, as a plan has them.",
        "结果，写法同计划。",
        "a list such as [{measure: participation_rate}]",
        "列表，如 [{measure: participation_rate}]",
      ),
    ),
});
