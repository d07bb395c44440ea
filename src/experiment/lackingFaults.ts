import { type BaseScenario, type Fault, type Partially, type Path, said } from "../scenario/index.ts";

export const COMMUNITIES = "population.communities";

/**
 * Communities that interventions of a scenario name, and that an experiment takes away.
 *
 * @param at           where it does
 * @param communities  how many it leaves
 */
export function* lackingFaults(at: Path, communities: number, { interventions, population }: Partially<BaseScenario>): Generator<Fault> {
  const named = (interventions ?? []).flatMap((one) => (Array.isArray(one?.communities) ? (one.communities as number[]) : []));
  const last = named.reduce((most, community) => Math.max(most, community), -1);
  if (last < communities || last >= (population?.communities ?? 0)) return;
  yield { path: at, message: said("makesCommunities", { communities, last }), remedy: said("writeAtLeast", { least: last + 1 }) };
}
