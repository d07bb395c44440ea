import type { SummaryRow } from "../batch/summary.ts";
import { placeOf } from "../designs/index.ts";
import type { Bounded } from "../jackknife.ts";
import { nameOfOutcome } from "../outcomes/outcome.ts";
import { factorsOf } from "../plan/expand.ts";
import { designFactor, pointCount } from "../plan/points.ts";
import type { Plan } from "../plan/schema.ts";
import { elementaryEffects } from "./elementaryEffects.ts";
import { sobolIndices } from "./sobolIndices.ts";

/** How much a factor moves an outcome of a plan in one of its arms. */
export interface PlanIndex {
  outcome: string;
  arm: string;
  factor: string;
  /** By name: those of `indexNames`. */
  indices: Readonly<Record<string, Bounded>>;
  /** Trajectories or base points that could be used. */
  count: number;
}

/** Indices that a design gives, the one that ranks factors first. */
const named = { morris: ["muStar", "mu", "sigma"], saltelli: ["total", "first"] } as const;
export type IndexName = (typeof named)[keyof typeof named][number];

/** Names of the indices that the design of a plan gives, the one that ranks factors first; none for other designs. */
export const indexNames = ({ design: { kind } }: Pick<Plan, "design">): readonly IndexName[] =>
  kind === "morris" || kind === "saltelli" ? named[kind] : [];

/**
 * Elementary effects or Sobol' indices of the means over the replicates, in the order of the plan; none for other designs. All
 * points, or those of a trajectory or base point, share their draws, so that what separates them is the factors.
 *
 * @param rows  the summary of the plan; trajectories and base points that lack one are left out
 */
export function planIndices({ plan }: { plan: Plan }, rows: readonly SummaryRow[]): PlanIndex[] {
  const { kind } = plan.design;
  const factors = factorsOf(plan);
  // A plan of another version may name what this one has not.
  if (indexNames(plan).length === 0 || factors.some(({ entry }) => entry === undefined)) return [];
  const axes = factors.map(designFactor).map(({ options, ...axis }) => ({ ...axis, ...(options ? { options: options.map(plain) } : {}) }));
  const points = pointCount(plan);
  return plan.outcomes.flatMap((one) =>
    Object.keys(plan.arms).flatMap((arm) => {
      const outcome = nameOfOutcome(one);
      const outputs = new Float64Array(points).fill(Number.NaN);
      const values: (readonly unknown[])[] = Array.from({ length: points }, () => axes.map(() => undefined));
      for (const row of rows) {
        if (row.arm !== arm) continue;
        outputs[row.point] = row.outcomes[outcome].mean;
        values[row.point] = axes.map(({ path }) => plain(row.factors[path]));
      }
      const places = values.map((point) => axes.map((axis, f) => placeOf(axis, point[f])));
      const found = kind === "morris" ? elementaryEffects(values, outputs, places) : sobolIndices(outputs, axes.length);
      return found.map(({ count, ...indices }, f) => ({ outcome, arm, factor: factors[f].path, indices: { ...indices }, count }));
    }),
  );
}

/** A value of a factor as it can be compared: lists as the text that stands for them in tables. */
const plain = (value: unknown): unknown => (typeof value === "object" ? JSON.stringify(value) : value);

/** The same with the factors of each outcome and arm by rank, those first that move it most. */
export function ranked(plan: Pick<Plan, "design">, indices: readonly PlanIndex[]): PlanIndex[] {
  const [ranking] = indexNames(plan);
  const rank = ({ indices: found }: PlanIndex) => (Number.isNaN(found[ranking].value) ? -1 : found[ranking].value);
  const groups = new Map<string, PlanIndex[]>();
  for (const index of indices) {
    const group = JSON.stringify([index.outcome, index.arm]);
    groups.set(group, [...(groups.get(group) ?? []), index]);
  }
  return [...groups.values()].flatMap((group) => group.sort((x, y) => rank(y) - rank(x)));
}
