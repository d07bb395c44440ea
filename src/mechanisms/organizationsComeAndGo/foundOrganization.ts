import { appendExchangeTie, GOVERNMENT } from "../../circles/index.ts";
import { COMMUNITY, employedOutside, MONEY, ORGANIZATION, OUTSIDE, reportNoMore, type World } from "../../engine/index.ts";
import { bodyOf, setFirstState } from "../../population/index.ts";
import type { Draws } from "../../random/index.ts";
import { sharesOfTypes } from "../../scenario/index.ts";

const NOT_FOUNDED = -1;

/** Closes an organization: its staff lose their post, its branch one of its member organizations, its money leaves the district. */
export function closeOrganization(world: World, g: number, week: number): void {
  const o = world.organizations.columns;
  const r = world.residents.columns;
  const b = world.branches.columns;
  o.alive[g] = 0;
  o.closed[g] = week;
  const branch = bodyOf(world.organizations, g);
  if (branch >= 0) {
    b.memberOrganizations[branch]--;
    reportNoMore(world, g, branch);
    if (b.memberOrganizations[branch] === 0) b.alive[branch] = 0;
  }
  if (o.staff[g] > 0) for (let i = r.organization.indexOf(g); i >= 0; i = r.organization.indexOf(g, i + 1)) r.organization[i] = -1;
  o.branch[g] = -1;
  o.coverage[g] = 0;
  o.meeting[g] = -1;
  o.placebo[g] = 0;
  o.hoursService[g] = 0;
  world.ledger.move(MONEY, ORGANIZATION, g, OUTSIDE, 0, world.ledger.balance(MONEY, ORGANIZATION, g));
}

/** Who founds an organization and how. */
export interface Founding {
  /** Type, an index of organizationTypes; by the shares of the scenario if left out. */
  type?: number;
  /** Founder; any resident if left out. */
  resident?: number;
  /** Communities in which it may be founded. */
  where(community: number): boolean;
}

/**
 * Founds an organization and opens its account.
 *
 * @param draws  draws of new organizations
 * @param key    the agent of these draws
 * @returns its row; -1 if its founder lives where none may be founded
 */
export function foundOrganization(world: World, week: number, how: Founding, draws: Draws, key: number): number {
  const { organizations, residents } = world;
  let draw = 0;
  const next = () => draws.uniform(key, draw++);
  const r = residents.columns;
  const anyone = Math.floor(next() * residents.rows);
  const founder = how.resident ?? anyone;
  if (!how.where(r.community[founder])) return NOT_FOUNDED;
  const g = organizations.add();
  const o = organizations.columns;
  o.alive[g] = 1;
  o.founded[g] = week;
  o.community[g] = r.community[founder];
  o.registered[g] = next() < world.scenario.organizations.registered ? 1 : 0;
  const weights = sharesOfTypes(world.scenario.organizations);
  let left = next() * weights.reduce((sum, w) => sum + w, 0);
  let type = 0;
  while (type < weights.length - 1 && left >= weights[type]) left -= weights[type++];
  o.type[g] = how.type ?? type;
  o.volunteers[g] = Math.round(-Math.min(60, world.scenario.organizations.volunteers * 2) * (next() - 1));
  setFirstState(organizations, g);
  if (o.registered[g]) hireNeighbours(world, g, r.building[founder]);
  appendExchangeTie(world.exchangeTies, COMMUNITY, o.community[g], ORGANIZATION, g, GOVERNMENT, week); // as all that are at home there
  world.openAccounts();
  return g;
}

const FIRST_STAFF = 3;

/** A registered one begins with a few staff: employed residents of the founder's building. */
function hireNeighbours(world: World, g: number, building: number): void {
  const { organizations, residents, buildings } = world;
  const { staff, members } = organizations.columns;
  const { firstResident, residents: dwellers } = buildings.columns;
  while (staff[g] < FIRST_STAFF) {
    const i = employedOutside(world, firstResident[building], dwellers[building]);
    if (i < 0) return;
    residents.columns.organization[i] = g;
    staff[g]++;
    members[g] += residents.columns.member[i];
  }
}
