import { placeOfMeasure } from "../observation/index.ts";
import { buildPopulation, FEWEST_MEMBERS, MOST_ORGANIZATIONS } from "../population/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { type Means, meansOrder } from "./means.ts";

const YEAR = 52;

/**
 * Whether an organization of one community can be in a branch as set-up makes it [S21], [S22]: one has members enough of
 * its own, or those that may share a branch have them together.
 *
 * @param members  [organization] party members among its staff
 */
export function branchIsFeasible(members: Iterable<number>): boolean {
  const most = [...members].sort((a, b) => b - a).slice(0, MOST_ORGANIZATIONS);
  return most.reduce((sum, count) => sum + count, 0) >= FEWEST_MEMBERS;
}

/** The same of a scenario of one community, for its seed. */
export function canHaveBranch(scenario: BaseScenario): boolean {
  const { organizations } = buildPopulation(scenario, scenario.seed);
  return branchIsFeasible(organizations.columns.members.subarray(0, organizations.rows));
}

/** A run of the first year of a community: means over the year, and its last week. */
export const firstYear = (scenario: BaseScenario) =>
  meansOrder(scenario, [
    [1, YEAR],
    [YEAR, YEAR],
  ]);

/** Of such a run: whether an organization was in a branch in any week of the year, and whether one is in its last. */
export function branchOfYear(means: Means): { within: boolean; atEnd: boolean } {
  const [within, atEnd] = means.map((of) => of[placeOfMeasure("coverage_own")] + of[placeOfMeasure("coverage_joint")] > 0);
  return { within, atEnd };
}
