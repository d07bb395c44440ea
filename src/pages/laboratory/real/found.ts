import { anytimeDifference, type Estimate } from "../../../experiment/index.ts";
import type { FinishedRuns } from "../../../worker/experiments/protocol.ts";

/** One outcome over the pairs that are there. */
export interface Found {
  measure: string;
  /** Means of the two arms over pairs. */
  baseline: number;
  changed: number;
  /** Changed minus baseline; the interval holds at every look. */
  difference: Estimate;
}

/**
 * What pairs say, one row an outcome. Those count that follow one another from the first on: a pair that came in early
 * because its runs were short would favour what short runs come to.
 */
export function foundIn({ of, runs }: FinishedRuns): Found[] {
  const pairs: Partial<Record<string, readonly number[]>>[] = [];
  for (const { point, replicate, arm, outcomes } of runs) (pairs[point * of.replicates + replicate] ??= {})[arm] = outcomes;
  const both: Record<"baseline" | "changed", readonly number[]>[] = [];
  for (const { baseline, changed } of Array.from(pairs, (pair) => pair ?? {})) {
    if (!baseline || !changed) break;
    both.push({ baseline, changed });
  }
  return of.outcomes.map(({ measure }, k) => {
    const known = both.filter(({ baseline, changed }) => Number.isFinite(changed[k] - baseline[k]));
    const mean = (arm: "baseline" | "changed") => known.reduce((sum, pair) => sum + pair[arm][k], 0) / known.length;
    return {
      measure,
      baseline: mean("baseline"),
      changed: mean("changed"),
      difference: anytimeDifference(both.map(({ baseline, changed }) => changed[k] - baseline[k])),
    };
  });
}
