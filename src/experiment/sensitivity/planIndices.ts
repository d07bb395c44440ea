import type { SummaryRow } from "../batch/summary.ts";
import { placeOf } from "../designs/index.ts";
import type { Bounded } from "../jackknife.ts";
import type { Expansion } from "../plan/expand.ts";
import { designFactor } from "../plan/points.ts";
import { elementaryEffects } from "./elementaryEffects.ts";
import { sobolIndices } from "./sobolIndices.ts";

/** How much a factor moves an outcome of a plan in one of its arms. */
export interface PlanIndex {
  outcome: string;
  arm: string;
  factor: string;
  /** By name: mu*, mu, sigma of a Morris design; total, first of a Saltelli design. */
  indices: Record<string, Bounded>;
  /** Trajectories or base points that could be used. */
  count: number;
}

/**
 * Elementary effects or Sobol' indices of the means over the replicates; empty for other designs. All points share their
 * draws, so that what separates them is the factors.
 *
 * @param rows  the summary of the plan
 */
export function planIndices({ plan, cube, factors, arms, keep, points }: Expansion, rows: readonly SummaryRow[]): PlanIndex[] {
  const { kind } = plan.design;
  if (!cube || (kind !== "morris" && kind !== "saltelli")) return [];
  const axes = factors.map(designFactor);
  const places = cube.map((point) => axes.map((axis, f) => placeOf(axis, point[f])));
  return keep.outcomes.flatMap(({ name: outcome }) =>
    arms.flatMap((arm) => {
      const outputs = new Float64Array(points).fill(Number.NaN);
      for (const row of rows) if (row.arm === arm) outputs[row.point] = row.outcomes[outcome].mean;
      const found = kind === "morris" ? elementaryEffects(cube, outputs, places) : sobolIndices(outputs, factors.length);
      return found.map(({ count, ...indices }, f) => ({ outcome, arm, factor: factors[f].path, indices, count }));
    }),
  );
}
