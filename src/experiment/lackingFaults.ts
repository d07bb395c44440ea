import type { BaseScenario, Fault, Partially, Path } from "../scenario/index.ts";

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
  const message = `makes ${communities} communities, but an intervention of the scenario names community ${last}.`;
  yield { path: at, code: "range", message, remedy: `Write ${last + 1} or more.` };
}
