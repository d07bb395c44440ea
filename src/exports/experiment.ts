import { z } from "zod";
import { sealEntries } from "./seal.ts";

/** What a comparison or a calibration leaves beside its tables: experiment.json. */
export const Experiment = z.object({
  program: z.literal("four-circles"),
  version: z.string(),
  schemaVersion: z.int(),
  kind: z.enum(["compare", "calibrate", "fit", "planted"]),
  title: z.string(),
  titleZh: z.string().optional(),
  question: z.string().optional(),
  questionZh: z.string().optional(),
  /** What was asked for, as it was understood. */
  plan: z.record(z.string(), z.unknown()),
  /** Scenario as parsed: every parameter with the value in force. */
  scenario: z.record(z.string(), z.unknown()),
  seed: z.string(),
  /** Runs that the results rest on. */
  runs: z.int(),
  /** Results in full; those that are not numbers are null. */
  results: z.unknown(),
  files: z.array(z.string()),
  ...sealEntries,
});
export type Experiment = z.output<typeof Experiment>;
