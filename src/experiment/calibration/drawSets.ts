import { setupStream } from "../../random/index.ts";
import { type BaseScenario, withValue } from "../../scenario/index.ts";
import { drawPriors } from "../priors.ts";

/** A set of parameters of a posterior. */
export interface WeightedSet {
  weight: number;
  /** Values by path. */
  parameters: Readonly<Record<string, unknown>>;
}

/** Scenarios with parameters drawn, but for some paths that keep their value. */
export type DrawSets = (base: BaseScenario, draws: number, seed: string, fixed?: ReadonlySet<string>) => BaseScenario[];

/** A scenario with the values of a set, but for some paths that keep theirs. */
const withSet = (base: BaseScenario, parameters: WeightedSet["parameters"], fixed: ReadonlySet<string>): BaseScenario =>
  Object.entries(parameters).reduce((scenario, [path, value]) => (fixed.has(path) ? scenario : withValue(scenario, path, value)), base);

/**
 * Draws whole sets by their weights, with replacement, so that what their parameters have to do with each other is kept; each
 * draw from a set-up stream of its own, so that more draws begin with the same ones.
 */
export function drawnSets(sets: readonly WeightedSet[], draws: number, seed: string): WeightedSet["parameters"][] {
  const weights = sets.map(({ weight }) => weight);
  return Array.from({ length: draws }, (_, d) => sets[setupStream(seed, `posterior/${d}`).weighted(weights)].parameters);
}

/** Scenarios with sets of a posterior. Parameters that it does not have keep the values of the scenario. */
export const fromPosterior =
  (sets: readonly WeightedSet[]): DrawSets =>
  (base, draws, seed, fixed = new Set()) =>
    drawnSets(sets, draws, seed).map((parameters) => withSet(base, parameters, fixed));

/** Draws from the posterior if there is one, else from the priors. */
export const drawsFrom = (sets: readonly WeightedSet[] | undefined): DrawSets => (sets ? fromPosterior(sets) : drawPriors);
