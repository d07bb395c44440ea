import { alone, apart } from "../kernels/index.ts";
import type { Population } from "../population/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { buildAcquaintances } from "./acquaintances.ts";
import { buildExchangeTies, type ExchangeTies } from "./exchangeTies.ts";
import type { Ties } from "./ties.ts";

export { circleSteps, giveSociability, growSociable, usualSociability } from "./acquaintances.ts";
export { type Affiliation, type AffiliationMeasures, affiliations, measureAffiliation } from "./affiliation.ts";
export * from "./exchangeTies.ts";
export { focusOf } from "./focus.ts";
export { type CircleMeasures, circleTargets, measureCircles } from "./measure.ts";
export { addTieSums, sumTiesOf, TIE_SUMS } from "./tieSums.ts";
export * from "./ties.ts";

export interface Circles {
  /** The acquaintance circle. The other three are affiliations: columns of residents. */
  ties: Ties;
  /** The organization network. */
  exchangeTies: ExchangeTies;
}

/**
 * Builds the circles of a population that stand beside its affiliations.
 *
 * @param memory  where ties are to lie
 * @param share   has other threads help, if memory is shared with them
 */
export function buildCircles(population: Population, scenario: BaseScenario, seed: string, memory = apart, share = alone): Circles {
  let exchangeTies: ExchangeTies | undefined;
  const ties = buildAcquaintances(population, scenario, seed, memory, share, () => {
    exchangeTies = buildExchangeTies(population, scenario, seed);
  });
  return { ties, exchangeTies: exchangeTies as ExchangeTies };
}
