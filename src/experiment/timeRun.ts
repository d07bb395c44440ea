import { mechanisms } from "../mechanisms/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { Run } from "./run.ts";

/** How long one run takes here, milliseconds. */
export interface RunTime {
  /** From the scenario to the end of week 0. */
  build: number;
  week: number;
}

/** Weeks that go by before any is timed: code is slow when it first runs. */
const FIRST = 4;
/** Weeks that are timed where each is short: a quarter of a year, with what only some weeks have. */
const ENOUGH = 13;

/**
 * Times a run by a short trial: its district is built, and as many of its weeks go by as there is patience for.
 *
 * @param now       milliseconds since some moment
 * @param patience  milliseconds for weeks after the first
 */
export function timeRun(scenario: BaseScenario, now: () => number, patience = 600): RunTime {
  const began = now();
  const run = Run.start(scenario, mechanisms);
  const build = now() - began;
  while (run.world.week < Math.min(FIRST, scenario.weeks - 1)) run.step();
  const from = now();
  let [timed, passed] = [0, 0];
  do {
    run.step();
    timed++;
    passed = now() - from;
  } while (run.world.week < scenario.weeks && timed < ENOUGH && passed < patience);
  return { build, week: passed / timed };
}

/** Seconds that runs take on so many lanes, each of so many weeks. */
export const secondsOf = ({ build, week }: RunTime, { runs, weeks, lanes }: { runs: number; weeks: number; lanes: number }): number =>
  (Math.ceil(runs / lanes) * (build + weeks * week)) / 1000;
