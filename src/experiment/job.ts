import { BuiltDistricts, World } from "../engine/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { measures } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { Run } from "./run.ts";

/** First and last week, counted from 1. */
export type Span = readonly [from: number, to: number];

/** A run of which only means over some spans of weeks are wanted. Plain data: it can be sent to a worker. */
export interface Job {
  scenario: BaseScenario;
  spans: readonly Span[];
  /** Ids of the mechanisms that run [all]. */
  only?: readonly string[];
}

/** [span][measure] means over the weeks of each span in which the measure exists; NaN where it never does. */
export type Means = readonly Float64Array[];

/** Whoever can run jobs: one after the other, on threads, on other machines. Answers stand in the order of the jobs. */
export type RunJobs = (jobs: readonly Job[]) => Promise<Means[]>;

/** Arms of one seed that differ in mechanisms alone are built once. */
const districts = new BuiltDistricts();

/** Runs a job to the end of its last span. */
export function runJob({ scenario, spans, only }: Job): Means {
  const run = Run.start(scenario, only ? mechanisms.filter(({ id }) => only.includes(id)) : mechanisms, World.build(scenario, districts));
  const last = Math.max(...spans.map(([, to]) => to));
  while (run.world.week < last) run.step();
  return spans.map(([from, to]) => {
    const sums = new Float64Array(measures.length);
    const counts = new Uint32Array(measures.length);
    for (let week = from; week <= to; week++) {
      const row = run.recorder.row(week);
      for (let k = 0; k < row.length; k++) {
        if (Number.isNaN(row[k])) continue;
        sums[k] += row[k];
        counts[k]++;
      }
    }
    return sums.map((sum, k) => (counts[k] > 0 ? sum / counts[k] : Number.NaN));
  });
}

/** Runs jobs one after the other in this thread. */
export const runJobsHere: RunJobs = async (jobs) => jobs.map(runJob);
