import { z } from "zod";
import { sealEntries } from "../seal.ts";

/** What a batch leaves beside its tables: batch.json. */
export const BatchDescription = z.object({
  program: z.literal("four-circles").meta({ description: "four-circles." }),
  version: z.string().meta({ description: "Version of the program." }),
  schemaVersion: z.int().meta({ description: "Version of the scenario schema." }),
  digest: z.string().meta({ description: "Digest of plan, scenario and program: results of another plan are refused." }),
  plan: z.record(z.string(), z.unknown()).meta({ description: "Plan as parsed." }),
  scenario: z.record(z.string(), z.unknown()).meta({ description: "Scenario as parsed, with what all runs set." }),
  ...sealEntries,
});
export type BatchDescription = z.output<typeof BatchDescription>;
