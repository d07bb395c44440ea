import { build } from "./build.ts";
import { runUpTo, speed } from "./runControls.ts";
import { firstFile, scenarioFile } from "./scenario.ts";

const YEAR = 52;
/** Weeks a second at which one can follow what changes. */
const PACE = 4;

/** Begins the scenario that the laboratory opens with, and runs some years of it at a pace to look on. */
export async function watchYears(years: number): Promise<void> {
  speed.value = PACE;
  const stands = build({ ...scenarioFile(firstFile), seed: "1" });
  const runs = runUpTo(years * YEAR);
  await stands;
  await runs;
}
