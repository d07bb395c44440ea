import { apart } from "../../kernels/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import type { Population } from "../tables.ts";
import { buildBranches } from "./branches.ts";
import { buildGroups } from "./groups.ts";
import { buildOrganizations } from "./organizations.ts";
import { buildCommunities, buildHomes } from "./places.ts";
import { buildPropertyFirms } from "./propertyFirms.ts";
import { buildResidents } from "./residents.ts";
import { buildWorkplaces } from "./workplaces.ts";

/**
 * Builds the entities of a scenario. Each purpose draws from set-up streams of its own name.
 *
 * @param memory  where the columns of residents are to lie
 */
export function buildPopulation(scenario: BaseScenario, seed: string, memory = apart): Population {
  const communities = buildCommunities(scenario, seed);
  const { households, buildings } = buildHomes(communities, scenario, seed);
  const residents = buildResidents(communities, buildings, households, scenario, seed, memory);
  const workplaces = buildWorkplaces(residents, communities, buildings, scenario, seed);
  buildPropertyFirms(communities, buildings, households, workplaces, seed);
  const groups = buildGroups(residents, communities, buildings, workplaces, scenario, seed);
  const organizations = buildOrganizations(residents, communities, scenario, seed);
  const branches = buildBranches(residents, communities, workplaces, organizations, scenario, seed);
  return { residents, households, buildings, communities, workplaces, groups, organizations, branches };
}
