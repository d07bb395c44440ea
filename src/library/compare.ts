import { type Comparison, compare as compareScenarios, runJob as run, runAlike, type Span } from "../experiment/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { type ReadOptions, type Scenario, type ScenarioSource, scenarioOf } from "./scenario.ts";

/** A run of which means over spans of weeks are wanted. Plain data: it can be sent to a worker. */
export interface Job {
  readonly scenario: Scenario;
  readonly spans: readonly Span[];
}

/** Computes a job in the calling thread: what a worker does with it. @returns [span][measure] means; NaN where there is nothing to measure */
export function runJob(job: Job): readonly Float64Array[] {
  // What a program sees of a scenario is read from it: its parameters are not spelt out.
  return run({ ...job, scenario: job.scenario as unknown as BaseScenario });
}

export interface CompareOptions extends ReadOptions {
  /** What one arm has and the other has not: parameters by path. */
  with: { readonly [path: string]: unknown };
  /** Pairs of runs, 2 or more [20]. */
  pairs?: number;
  /** Weeks over which measures are averaged [the last 52]. */
  span?: Span;
  /** Whether effects are wanted week by week as well [false]. */
  weekly?: boolean;
  /** Computes jobs, on workers for example; answers stand in their order [one after the other in this thread]. */
  runJobs?(jobs: readonly Job[]): Promise<(readonly Float64Array[])[]>;
}

/**
 * A paired counterfactual: pairs of runs on the same draws, with a change and without; the effects on all measures, the
 * strongest first.
 *
 * @throws ScenarioError if either scenario cannot be run; RangeError for pairs, a span or a change that make no sense
 */
export async function compare(scenario: ScenarioSource, options: CompareOptions = { with: {} }): Promise<Comparison> {
  const { with: change, pairs = 20, weekly = false, runJobs = async (jobs) => jobs.map(runJob), ...reading } = options;
  const baseline = await scenarioOf(scenario, reading);
  const changed = await scenarioOf(scenario, { ...reading, set: { ...reading.set, ...change } });
  if (runAlike(baseline, changed))
    throw new RangeError("compare: with changes nothing in the runs. Name a parameter, and another value than the scenario has.");
  const { weeks, seed } = baseline;
  const span = options.span ?? [Math.max(1, weeks - 51), weeks];
  if (!Number.isInteger(pairs) || pairs < 2) throw new RangeError(`compare: pairs is ${pairs}. Write a whole number from 2.`);
  if (span[0] < 1 || span[1] < span[0] || span[1] > Math.min(weeks, changed.weeks))
    throw new RangeError(`compare: span is ${span.join(" to ")}. Write first and last week, from 1 to ${Math.min(weeks, changed.weeks)}.`);
  return compareScenarios({ baseline, changed, pairs, seed, span, weekly }, (jobs) => runJobs([...jobs]) as Promise<Float64Array[][]>);
}
