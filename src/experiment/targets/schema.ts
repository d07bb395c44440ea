import { z } from "zod";
import { outcomeRule } from "../outcomes/schema.ts";

const text = z.string().min(1).meta({ write: "some text", writeZh: "文本" });

/** A file of targets: numbers of a run, each with the range in which it lies in what is known. */
export const targetsSchema = z.strictObject({
  title: text.optional(),
  titleZh: text.optional(),
  weeks: z.int().min(1).max(3650).default(364).meta({ description: "Length of a run." }),
  targets: z
    .array(
      z.strictObject({
        pattern: text.default("own").meta({ description: "Number or name of the pattern." }),
        what: text.meta({ description: "What it is, in a few words." }),
        whatZh: text.optional(),
        use: z.enum(["C", "D"]).default("C").meta({ description: "C may be used for calibration, D is a structural check." }),
        source: z.string().default("").meta({ description: "Where it is known from." }),
        note: z.string().optional(),
        needs: z
          .array(z.string())
          .default([])
          .meta({ write: "a list of mechanisms, such as [participation]", writeZh: "机制列表，如 [participation]" }),
        range: z
          .tuple([z.number(), z.number()])
          .refine(([low, high]) => low < high)
          .meta({
            description: "Target range, in the unit of the outcome (a share as a fraction).",
            write: "least and largest value, such as [0.2, 0.4]",
            writeZh: "最小值与最大值，如 [0.2, 0.4]",
          }),
        ...outcomeRule,
      }),
    )
    .min(1)
    .max(1000)
    .meta({
      write: "a list such as [{what: participation, measure: participation_rate, range: [0.2, 0.4]}]",
      writeZh: "列表，如 [{what: 参与率, measure: participation_rate, range: [0.2, 0.4]}]",
    }),
});
