import { measures } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { executeRun } from "./batch/execute.ts";
import type { RunOrder, RunResult, Span } from "./batch/request.ts";
import type { Outcome } from "./outcomes/outcome.ts";

/**
 * [span][measure] means over the weeks of each span in which the measure exists; NaN where it never does. Behind them, if the
 * run has any, stand its outcomes in a row of their own.
 */
export type Means = readonly Float64Array[];

/** Whoever can compute means: one run after the other, on threads, on other machines. Answers stand in the order of the runs. */
export type RunMeans = (orders: readonly RunOrder[]) => Promise<Means[]>;

/** A run of which only means over some spans of weeks, or outcomes, are wanted; it ends with the last of them. */
export function meansOrder(
  scenario: BaseScenario,
  spans: readonly Span[],
  only?: readonly string[],
  outcomes: readonly Outcome[] = [],
): RunOrder {
  const weeks = Math.max(...[...spans, ...outcomes.map(({ span }) => span)].map(([, to]) => to));
  return { scenario: { ...scenario, weeks }, only, keep: { outcomes, measures: [], every: weeks, snapshots: [], spans } };
}

/** The means of a run that was computed. @throws Error with the cause, of a run that came to nothing */
export function meansOf({ keep }: RunOrder, result: RunResult): Means {
  if (!result.ok) throw new Error(result.cause);
  const width = measures.length;
  const means = keep.spans.map((_, s) => result.means.subarray(s * width, (s + 1) * width));
  return keep.outcomes.length > 0 ? [...means, result.outcomes] : means;
}

/** Computes one run after the other in this thread. */
export const runMeansHere: RunMeans = async (orders) =>
  orders.map((order) =>
    meansOf(
      order,
      executeRun(order, () => []),
    ),
  );
