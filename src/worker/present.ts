import type { Run } from "../experiment/index.ts";
import { measures } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import type { Frame } from "./protocol.ts";

/** Measures of the weeks after one and up to another. */
export function measuresBetween({ recorder }: Run, from: number, to: number): Frame {
  const rows = new Float64Array((to - from) * measures.length);
  for (let week = from + 1; week <= to; week++) rows.set(recorder.row(week), (week - from - 1) * measures.length);
  return { week: to, rows };
}

/** Runs weeks, but not past the end; their measures. @param look  sees the run after each week */
export function advance(run: Run, weeks: number, look: (run: Run) => void = () => {}): Frame {
  const from = run.world.week;
  const to = Math.min(run.scenario.weeks, from + weeks);
  while (run.world.week < to) {
    run.step();
    look(run);
  }
  return measuresBetween(run, from, to);
}

/** The scenario of a run with all interventions, those made while it went on included: enough to run it again. */
export const presentScenario = ({ scenario, world }: Run): BaseScenario => ({
  ...scenario,
  interventions: [...world.schedule.interventions],
});
