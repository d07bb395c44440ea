import packageJson from "../../package.json" with { type: "json" };
import {
  type Comparison,
  compare as compareScenarios,
  keyOf,
  lastYear,
  type Means,
  meansOf,
  type RunMeans,
  type RunResult,
  runAlike,
  type Span,
} from "../experiment/index.ts";
import { type Executing, executeHere, type RunRequest } from "./batch.ts";
import { type ReadOptions, type ScenarioSource, scenarioOf } from "./scenario.ts";

export interface CompareOptions extends ReadOptions, Executing {
  /** What one arm has and the other has not: parameters by path. */
  with: { readonly [path: string]: unknown };
  /** Pairs of runs, 2 or more [20]. */
  pairs?: number;
  /** Weeks over which measures are averaged [the last 52]. */
  span?: Span;
  /** Whether effects are wanted week by week as well [false]. */
  weekly?: boolean;
}

/**
 * A paired counterfactual: pairs of runs on the same draws, with a change and without; the effects on all measures, the
 * strongest first.
 *
 * @throws ScenarioError if either scenario cannot be run; RangeError for pairs, a span or a change that make no sense
 */
export async function compare(scenario: ScenarioSource, options: CompareOptions = { with: {} }): Promise<Comparison> {
  const { with: change, pairs = 20, weekly = false, execute = executeHere, lanes = 1, ...reading } = options;
  const baseline = await scenarioOf(scenario, reading);
  const changed = await scenarioOf(scenario, { ...reading, set: { ...reading.set, ...change } });
  if (runAlike(baseline, changed))
    throw new RangeError("compare: with changes nothing in the runs. Name a parameter, and another value than the scenario has.");
  const { weeks, seed } = baseline;
  const span = options.span ?? lastYear(weeks);
  if (!Number.isInteger(pairs) || pairs < 2) throw new RangeError(`compare: pairs is ${pairs}. Write a whole number from 2.`);
  if (span[0] < 1 || span[1] < span[0] || span[1] > Math.min(weeks, changed.weeks))
    throw new RangeError(`compare: span is ${span.join(" to ")}. Write first and last week, from 1 to ${Math.min(weeks, changed.weeks)}.`);
  return compareScenarios({ baseline, changed, pairs, seed, span, weekly }, meansBy(execute, lanes));
}

/** Means of runs that are computed elsewhere, so many at a time; none is begun after one came to nothing. */
function meansBy(execute: (request: RunRequest) => Promise<RunResult>, lanes: number): RunMeans {
  return async (orders) => {
    const means: Means[] = [];
    let next = 0;
    const lane = async () => {
      while (next < orders.length) {
        const k = next++;
        const order = orders[k];
        try {
          means[k] = meansOf(order, await execute({ key: keyOf(packageJson.version, order), ...order }));
        } catch (error) {
          next = orders.length;
          throw error;
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return means;
  };
}
