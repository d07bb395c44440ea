import type { Span } from "../batch/request.ts";
import { type DesignFactor, optionsOf, rangeOf } from "../designs/index.ts";
import { type Levels, type Plan, planSchema } from "../plan/schema.ts";

export type SensitivityMethod = "morris" | "sobol";

/** Which factors move which measures, by elementary effects or by shares of the variance. */
export interface Sensitivity extends Pick<Plan, "title" | "titleZh" | "question" | "questionZh" | "scenario" | "set"> {
  method: SensitivityMethod;
  factors: readonly DesignFactor[];
  measures: readonly string[];
  /** Trajectories, or base points. */
  size: number;
  /** Trajectories drawn, of which the most distant are run; of no use to Sobol'. */
  candidates: number;
  seed: string;
  /** Weeks over which measures are averaged. */
  span: Span;
}

/**
 * The plan of a sensitivity study. Trajectories, or base points, have draws of their own: chance is one more factor, beside
 * those named; what it alone moves is in no index, and shares of Sobol' add up to what the factors explain.
 */
export function sensitivityPlan({ method, factors, measures, size, candidates, seed, span, ...about }: Sensitivity): Plan {
  return planSchema.parse({
    ...about,
    factors: Object.fromEntries(factors.map((factor) => [factor.path, levelsOf(factor)])),
    design: { kind: method === "morris" ? "morris" : "saltelli", size, draws: "own", ...(method === "morris" ? { candidates } : {}) },
    seed,
    weeks: span[1],
    outcomes: measures.map((measure) => ({ measure, span })),
  });
}

/** All values of a factor that has few, or its range. */
function levelsOf(factor: DesignFactor): Levels {
  const options = optionsOf(factor);
  if (options) return options;
  const [from, to] = rangeOf(factor);
  return { from, to };
}
