import { scenarioSchema } from "../mechanisms/index.ts";
import { type BaseScenario, type ParameterEntry, parameterCatalog, withValue } from "../scenario/index.ts";
import { latinHypercube, parameterValue } from "./designs/index.ts";

/** Numbers that have a prior; those in lists are kept, as they make up a whole. */
export const priorParameters = (): ParameterEntry[] =>
  parameterCatalog(scenarioSchema).filter(({ prior, type }) => prior !== undefined && type !== "numbers");

/**
 * Scenarios with all ranged parameters drawn by Latin hypercube.
 *
 * @param fixed  paths that keep their value
 */
export function drawPriors(base: BaseScenario, draws: number, seed: string, fixed: ReadonlySet<string> = new Set()): BaseScenario[] {
  const factors = priorParameters().filter(({ path }) => !fixed.has(path));
  const names = factors.map(({ path }) => `priors/${path}`);
  return latinHypercube(draws, names, seed).map((point) =>
    factors.reduce((scenario, factor, f) => withValue(scenario, factor.path, parameterValue(factor, point[f])), base),
  );
}
