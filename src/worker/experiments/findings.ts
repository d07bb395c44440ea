import {
  type Expansion,
  type FactorEffect,
  factorEffects,
  type Plan,
  type PlanIndex,
  type PooledDifference,
  planIndices,
  pooledDifferences,
  type RunTable,
  ranked,
  type SummaryRow,
} from "../../experiment/index.ts";
import type { Intervention } from "../../scenario/index.ts";
import type { ArmChanges } from "./protocol.ts";

/** What a plan is known by, where its runs come from a file. */
type Ran = Pick<Expansion, "arms" | "points"> & { keep: { outcomes: readonly { name: string; measure: string }[] } };

/** What the runs of a plan say over all of its points: of its arms, and of its factors by whatever its design gives. */
export function findings(
  plan: Plan,
  { arms, points, keep: { outcomes } }: Ran,
  valuesAt: Expansion["values"],
  rows: readonly SummaryRow[],
  runs: RunTable,
): { pooled: PooledDifference[]; indices: PlanIndex[]; effects: FactorEffect[] } {
  const of = { arms, points, outcomes };
  return {
    pooled: pooledDifferences(plan, of, runs),
    indices: ranked(plan, planIndices({ plan }, rows)),
    effects: factorEffects(plan, of, valuesAt, runs),
  };
}

/** What the arms of a plan set and change. */
export const armChangesOf = ({ arms }: Pick<Plan, "arms">): ArmChanges =>
  Object.fromEntries(
    Object.entries(arms).map(([arm, { set, interventions }]) => [arm, { set, interventions: interventions as readonly Intervention[] }]),
  );
