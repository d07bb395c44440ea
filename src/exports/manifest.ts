import { z } from "zod";

/** What one needs to know of a run to trust it, and to run it again. */
export const Manifest = z.object({
  program: z.literal("four-circles"),
  version: z.string(),
  schemaVersion: z.int(),
  status: z.enum(["running", "interrupted", "finished"]),
  /** Scenario as parsed: every parameter with the value in force. */
  scenario: z.record(z.string(), z.unknown()),
  seed: z.string(),
  /** Weeks completed. */
  weeks: z.int(),
  digest: z.object({ state: z.string(), measures: z.string() }),
  /** Milliseconds. */
  durations: z.object({ build: z.number(), run: z.number() }),
  /** Largest memory of the process, bytes. */
  peakMemory: z.number(),
  node: z.string(),
  files: z.array(z.string()),
});
export type Manifest = z.output<typeof Manifest>;

/** Version of the scenario schema; rises when a scenario of before would be read differently. */
export const SCHEMA_VERSION = 1;
