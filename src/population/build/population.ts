import { alone, apart } from "../../kernels/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import { givenPeople } from "../given/people.ts";
import type { Population } from "../tables.ts";
import { buildBranches } from "./branches.ts";
import { buildGroups } from "./groups.ts";
import { buildOrganizations } from "./organizations.ts";
import { buildCommunities, buildHomes } from "./places.ts";
import { buildPropertyFirms } from "./propertyFirms.ts";
import { buildResidents, giveCharacters } from "./residents.ts";
import { buildWorkplaces } from "./workplaces.ts";

/**
 * Builds the entities of a scenario. Each purpose draws from set-up streams of its own name.
 *
 * @param memory  where the columns of residents and of places are to lie
 * @param share   has other threads help, if memory is shared with them
 */
export function buildPopulation(scenario: BaseScenario, seed: string, memory = apart, share = alone): Population {
  const communities = buildCommunities(scenario, seed);
  const { district } = scenario;
  const people = district && givenPeople({ ...scenario, district }, communities.columns.residents.slice(0, communities.rows)).people;
  const { households, buildings } = buildHomes(communities, scenario, seed, people);
  for (const table of [communities, households, buildings]) table.moveTo(memory);
  const residents = buildResidents(communities, buildings, households, scenario, seed, memory, share, people);
  // Where residents belong is drawn while they are given their character, of which it takes no notice.
  return giveCharacters(residents, communities, scenario, seed, memory, share, () => {
    const workplaces = buildWorkplaces(residents, communities, buildings, scenario, seed);
    buildPropertyFirms(communities, buildings, households, workplaces, seed);
    const groups = buildGroups(residents, communities, buildings, workplaces, scenario, seed);
    const organizations = buildOrganizations(residents, communities, scenario, seed);
    const branches = buildBranches(residents, communities, workplaces, organizations, scenario, seed);
    return { residents, households, buildings, communities, workplaces, groups, organizations, branches };
  });
}
