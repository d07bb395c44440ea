import { scenarioSchema } from "../mechanisms/index.ts";
import { setupStream } from "../random/index.ts";
import { type BaseScenario, type ParameterEntry, parameterCatalog, withValue } from "../scenario/index.ts";

/** Parameters that have a range to sweep (science.md section 9). */
export const priorParameters = (): ParameterEntry[] => parameterCatalog(scenarioSchema).filter(({ prior }) => prior !== undefined);

/**
 * Scenarios with all ranged parameters drawn by Latin hypercube (McKay, Beckman & Conover 1979): each range is cut into
 * as many parts as there are draws, and each part is met once.
 *
 * @param fixed  paths that keep their value
 */
export function drawPriors(base: BaseScenario, draws: number, seed: string, fixed: ReadonlySet<string> = new Set()): BaseScenario[] {
  const scenarios = new Array<BaseScenario>(draws).fill(base);
  for (const { path, prior, type } of priorParameters()) {
    const stream = setupStream(seed, `priors/${path}`);
    const parts = Array.from({ length: draws }, (_, k) => k);
    for (let k = draws - 1; k > 0; k--) {
      const j = stream.int(k + 1);
      [parts[k], parts[j]] = [parts[j], parts[k]];
    }
    const [low, high] = prior as readonly [number, number];
    for (let d = 0; d < draws; d++) {
      const value = low + ((parts[d] + stream.next()) / draws) * (high - low);
      if (!fixed.has(path)) scenarios[d] = withValue(scenarios[d], path, type === "integer" ? Math.round(value) : value);
    }
  }
  return scenarios;
}
