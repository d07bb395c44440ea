import { build } from "./build.ts";
import { runUpTo, speed, week } from "./runControls.ts";
import { file, firstFile, interventions, scenarioFile } from "./scenario.ts";
import { until } from "./until.ts";

const YEAR = 52;
/** Weeks a second at which one can follow what changes. */
const PACE = 4;
const FASTEST = 0;

/**
 * The question of a first visit: the district as the paper describes it, in which the programme stops after a year. That year
 * runs as fast as it can; those after it at a pace to look on, beside the same run with the programme.
 *
 * @param years  in all
 */
export async function watchProgrammeStop(years: number): Promise<void> {
  const stops = [{ week: YEAR + 1, path: "partyBuilding", value: "off" as const }];
  speed.value = FASTEST;
  const stands = build({ ...scenarioFile(firstFile), seed: "1", interventions: stops });
  const runs = runUpTo(years * YEAR);
  await stands;
  await runs;
  const watched = () => file.value === firstFile && interventions.value === stops;
  await until(() => week.value >= YEAR || !watched());
  if (watched() && speed.value === FASTEST) speed.value = PACE;
}
