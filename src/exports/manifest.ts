import { z } from "zod";
import { kernelTargets } from "../kernels/index.ts";
import { sealEntries } from "./seal.ts";

/** What one needs to know of a run to trust it, and to run it again. */
export const Manifest = z.object({
  program: z.literal("four-circles").meta({ description: "four-circles." }),
  version: z.string().meta({ description: "Version of the program." }),
  schemaVersion: z.int().meta({ description: "Version of the scenario schema." }),
  status: z.enum(["running", "interrupted", "finished"]).meta({ description: "running, interrupted or finished." }),
  scenario: z.record(z.string(), z.unknown()).meta({ description: "Scenario as parsed: every parameter with the value in force." }),
  seed: z.string().meta({ description: "Seed of the run." }),
  weeks: z.int().meta({ unit: "weeks", description: "Weeks completed." }),
  digest: z.object({
    state: z.string().meta({ description: "Digest of the state after the last week completed, SHA-256." }),
    measures: z.string().meta({ description: "Digest of all measures of all weeks, SHA-256." }),
  }),
  durations: z.object({
    build: z.number().meta({ unit: "milliseconds", description: "Time by the clock to build the district, or to read the checkpoint." }),
    run: z.number().meta({ unit: "milliseconds", description: "Time by the clock to run the weeks." }),
  }),
  peakMemory: z.number().meta({ unit: "bytes", description: "Largest memory of the process." }),
  kernels: z
    .enum(kernelTargets)
    .default("typescript")
    .meta({ description: "What ran hot kernels: WebAssembly (wasm) or TypeScript, to the same bits." }),
  node: z.string().meta({ description: "Version of Node." }),
  files: z.array(z.string()).meta({ description: "Files that the run has written, by their paths in its folder." }),
  ...sealEntries,
});
export type Manifest = z.output<typeof Manifest>;

/** Version of the scenario schema; rises when a scenario of before would be read differently. */
export const SCHEMA_VERSION = 1;
