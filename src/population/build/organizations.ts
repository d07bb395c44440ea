import { pow } from "../../numeric/index.ts";
import { type SetupStream, setupStream } from "../../random/index.ts";
import { type BaseScenario, sharesOfTypes } from "../../scenario/index.ts";
import { type Organizations, organizationColumns, roleOfType } from "../organizations.ts";
import type { Communities } from "../places.ts";
import type { Residents } from "../residents.ts";
import { Table } from "../table.ts";
import { lognormalSpread } from "./workplaces.ts";

const WEEKS = 52;
/** Odds of a skill after long practice, and their half-life, in weeks: the rest of organizationLearning at its defaults. */
const PRACTISED = { service: 0.75, running: 0.1, halfLife: 74 };
const LARGEST_STAFF = 500;
/** Share of its hours in which an organization seeks resources, as roleLaw comes to rest where nobody asks for more. */
const SEEKING = 0.1;
const LINK = 3;
/** Income of a first year by source, yuan per member of staff: government, venture, donation, fees, alliance [J]. */
const FIRST_INCOME = [16_000, 2_000, 6_000, 20_000, 0];

/** Social organizations: filed groups have volunteers only; the staff of registered ones are residents. */
export function buildOrganizations(residents: Residents, communities: Communities, scenario: BaseScenario, seed: string): Organizations {
  const p = scenario.organizations;
  const stream = setupStream(seed, "population", "organizations");
  const table = new Table("organizations", organizationColumns, 0, Math.ceil(p.count * 1.5) + 32);
  const spread = lognormalSpread(p.staffMedian, p.staffMean);
  const types = sharesOfTypes(p);
  const registered = Math.round(p.count * p.registered);
  for (let k = 0; k < p.count; k++) {
    const g = table.add();
    const o = table.columns;
    const given = scenario.district?.organizations?.[k];
    // Registered organizations are spread evenly over the table, so that any part of it is a fair sample.
    o.registered[g] = Math.floor(((k + 1) * registered) / p.count) - Math.floor((k * registered) / p.count);
    if (given?.registered !== undefined) o.registered[g] = given.registered ? 1 : 0;
    o.type[g] = given?.type ?? stream.weighted(types);
    o.alive[g] = 1;
    const at = stream.int(residents.rows);
    o.community[g] = given?.community ?? (residents.rows === 0 ? 0 : residents.columns.community[at]);
    o.founded[g] = given?.age !== undefined ? -given.age : -1 - Math.min(30 * WEEKS, Math.floor(stream.exponential(1 / (7 * WEEKS))));
    const size = given?.staff ?? Math.min(LARGEST_STAFF, Math.max(1, Math.round(stream.lognormal(p.staffMedian, spread))));
    const hires = o.registered[g] === 1 || (given?.staff ?? 0) > 0;
    const isMember = (place: number, u: number) => ((given?.members === undefined ? u < p.members : place < given.members) ? 1 : 0);
    const staff = hires ? hire(residents, communities, o.community[g], g, size, isMember, stream) : [];
    o.staff[g] = staff.length;
    for (const i of staff) o.members[g] += residents.columns.member[i];
    o.volunteers[g] = given?.volunteers ?? Math.round(stream.exponential(1 / Math.max(p.volunteers, 1e-9)));
    setFirstState(table, g);
    // An organization begins with what work in its years has taught it.
    const practised = 1 - pow(2, o.founded[g] / PRACTISED.halfLife);
    o.quality[g] = atOdds(PRACTISED.service * practised);
    o.management[g] = atOdds(PRACTISED.running * practised);
    for (let s = 0; s < FIRST_INCOME.length; s++)
      o.incomeLast[g * 5 + s] = given?.income?.[s] ?? Math.round(FIRST_INCOME[s] * o.staff[g] * stream.range(0.5, 1.5));
  }
  return table;
}

const atOdds = (odds: number): number => odds / (1 + odds);

/** What a new organization starts with, whoever founds it. */
export function setFirstState(table: Organizations, g: number): void {
  const o = table.columns;
  o.quality[g] = 0;
  o.management[g] = 0;
  o.field[g] = o.type[g];
  o.legitimacy[g] = o.registered[g] ? 0.5 : 0.2;
  o.autonomy[g] = 0.8;
  o.dependence[g] = 0.4;
  o.reputation[g * 2] = 3;
  o.reputation[g * 2 + 1] = 2;
  o.role.fill(0, g * 4, g * 4 + 4);
  o.role[g * 4 + LINK] = SEEKING;
  o.role[g * 4 + roleOfType[o.type[g]]] += 1 - SEEKING;
  o.demand[g] = 0.5;
}

/** Hires employed residents who work nowhere in the district, at home first; which of them are party members is asked. */
function hire(
  residents: Residents,
  communities: Communities,
  c: number,
  g: number,
  size: number,
  isMember: (place: number, u: number) => 0 | 1,
  stream: SetupStream,
): number[] {
  const hired: number[] = [];
  const r = residents.columns;
  const { firstResident, residents: count } = communities.columns;
  for (let k = 0; k < size; k++) {
    const member = isMember(k, stream.next());
    for (let tries = 0; tries < 400; tries++) {
      const near = tries < 40;
      const i = near ? firstResident[c] + stream.int(count[c]) : stream.int(residents.rows);
      if (!r.employed[i] || r.workplace[i] >= 0 || r.organization[i] >= 0 || r.member[i] !== member) continue;
      r.organization[i] = g;
      hired.push(i);
      break;
    }
  }
  return hired;
}
