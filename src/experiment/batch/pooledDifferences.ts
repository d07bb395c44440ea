import { sampleStandardDeviation } from "simple-statistics";
import { type Estimate, meanWithInterval } from "../intervals.ts";
import { blockLength } from "../plan/points.ts";
import type { Plan } from "../plan/schema.ts";
import { type ArmPair, armPairs, type OutcomeName, ruleOf } from "./estimates.ts";
import { meanOfKnown, type RunTable } from "./runTable.ts";

/** What repeats in a plan, and bears its intervals: replicates, points drawn from ranges, trajectories or base points. */
export type Repeated = "replicates" | "points" | "blocks";

/** By how much two arms differ over all points of a plan. */
export interface PooledDifference {
  outcome: string;
  arms: ArmPair;
  difference: Estimate;
  /** Standard deviation of what repeats; NaN of less than two. */
  deviation: number;
  /** Mean of the arm that is taken off. */
  base: number;
}

export const repeatedIn = ({ kind, draws }: Pick<Plan["design"], "kind" | "draws">): Repeated => {
  if (kind === "morris" || kind === "saltelli") return "blocks";
  return kind === "grid" || (kind === "rows" && draws !== "own") ? "replicates" : "points";
};

/**
 * Differences of arms, averaged over the points of a plan. Where points are given, replicates repeat: the interval covers
 * seeds. Where they are drawn, as rows with random numbers of their own are, they repeat themselves, or by trajectory or base point: it covers seeds and the ranges of the
 * factors.
 *
 * @param points  points that have begun; a replicate counts that is there at all of them
 */
export function pooledDifferences(
  plan: Pick<Plan, "design" | "factors" | "until">,
  { arms, outcomes, points }: { arms: readonly string[]; outcomes: readonly OutcomeName[]; points: number },
  runs: RunTable,
): PooledDifference[] {
  const all = Array.from({ length: points }, (_, point) => point);
  const repeated = repeatedIn(plan.design);
  const block = repeated === "blocks" ? (blockLength(plan.design.kind, Object.keys(plan.factors).length) ?? 1) : 1;
  const values = (pair: ArmPair, o: number): number[] => {
    if (repeated === "replicates") return means(all.map((point) => runs.values(point, pair, o)));
    const byPoint = all.map((point) => meanOfKnown(runs.values(point, pair, o)));
    return Array.from({ length: Math.floor(points / block) }, (_, b) => mean(byPoint.slice(b * block, (b + 1) * block)));
  };
  return armPairs(plan, arms).flatMap((pair) =>
    outcomes.map(({ name }, o): PooledDifference => {
      const known = values(pair, o).filter(Number.isFinite);
      return {
        outcome: name,
        arms: pair,
        difference: meanWithInterval(known, ruleOf(plan)),
        deviation: known.length > 1 ? sampleStandardDeviation(known) : Number.NaN,
        base: meanOfKnown(all.flatMap((point) => runs.values(point, [pair[1]], o))),
      };
    }),
  );
}

/** Mean of values; NaN if one of them is none. */
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** [replicate] means over points. */
function means(byPoint: readonly (readonly number[])[]): number[] {
  const most = Math.max(0, ...byPoint.map(({ length }) => length));
  return Array.from({ length: most }, (_, r) => mean(byPoint.map((of) => of[r] ?? Number.NaN)));
}
