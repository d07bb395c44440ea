import { setupStream } from "../../random/index.ts";
import type { BaseScenario, District } from "../../scenario/index.ts";
import { type Buildings, type Communities, type Groups, groupColumns, type Workplaces } from "../places.ts";
import type { Residents } from "../residents.ts";
import { Table } from "../table.ts";
import { byKey } from "./workplaces.ts";

const SMALLEST = 5;
const LARGEST = 500;
const PLACES = 3;

/** Interest groups: lognormal sizes; most gather near one building, some at a workplace, large ones from all over. */
export function buildGroups(
  residents: Residents,
  communities: Communities,
  buildings: Buildings,
  workplaces: Workplaces,
  scenario: BaseScenario,
  seed: string,
): Groups {
  const p = scenario.population;
  const r = residents.columns;
  const table = new Table("groups", groupColumns, 0, 64);
  const employees = byKey(r.workplace, residents.rows, workplaces.rows);
  const mean = p.residents / communities.rows;
  const listed = joinGiven(scenario.district?.groups ?? [], residents, communities, table, seed);
  for (let c = 0; c < communities.rows; c++) {
    if (listed.has(c)) continue;
    const stream = setupStream(seed, "population", "groups", c);
    const { firstResident, residents: size, adults, firstBuilding, buildings: blocks } = communities.columns;
    const count = Math.floor((p.groupsPerCommunity * size[c]) / mean + stream.next());
    for (let k = 0; k < count && adults[c] >= SMALLEST; k++) {
      const g = table.add();
      table.columns.community[g] = c;
      table.columns.founded[g] = -1 - stream.int(520);
      const wanted = Math.min(LARGEST, adults[c], Math.max(SMALLEST, Math.round(stream.lognormal(p.groupMedian, p.groupSpread))));
      const atWork = stream.next() < p.workGroups;
      let workplace = -1;
      for (let tries = 0; atWork && workplace < 0 && tries < 40; tries++) workplace = r.workplace[firstResident[c] + stream.int(size[c])];
      // A group gathers around a building: the larger, the wider.
      const home = firstBuilding[c] + stream.int(blocks[c]);
      for (let tries = 0; tries < wanted * 6 && table.columns.members[g] < wanted; tries++) {
        let i: number;
        if (workplace >= 0 && stream.next() < 0.8)
          i = employees.list[employees.start[workplace] + stream.int(employees.start[workplace + 1] - employees.start[workplace])];
        else if (stream.next() < 0.6) {
          const reach = 2 + Math.ceil(wanted / 15);
          const b = Math.max(firstBuilding[c], Math.min(firstBuilding[c] + blocks[c] - 1, home + stream.int(2 * reach + 1) - reach));
          i = buildings.columns.firstResident[b] + stream.int(buildings.columns.residents[b]);
        } else i = firstResident[c] + stream.int(size[c]);
        // Older people attend more often; members of two groups are as welcome as anyone.
        if (r.age[i] < 18 || (r.age[i] < 50 && stream.next() < 0.35)) continue;
        join(r.groups, i, g, table);
      }
    }
  }
  return table;
}

/**
 * Groups that were listed, with as many members as the lists name: each person of the lists is one adult of the community of
 * their first group, drawn at random, in all their groups.
 *
 * @returns the communities whose groups were listed
 */
function joinGiven(
  given: NonNullable<District["groups"]>,
  { columns: r }: Residents,
  { columns: of }: Communities,
  table: Groups,
  seed: string,
): Set<number> {
  const stream = setupStream(seed, "population", "groups", "given");
  const who = new Map<number, number>();
  const taken = new Set<number>();
  for (const { community: c, people } of given) {
    const g = table.add();
    table.columns.community[g] = c;
    table.columns.founded[g] = -1 - stream.int(520);
    for (const person of people) {
      for (let tries = 0; !who.has(person) && tries < TRIES; tries++) {
        const i = of.firstResident[c] + stream.int(of.residents[c]);
        if (r.age[i] < 18 || taken.has(i)) continue;
        who.set(person, i);
        taken.add(i);
      }
      const i = who.get(person);
      if (i !== undefined) join(r.groups, i, g, table);
    }
  }
  return new Set(given.map(({ community }) => community));
}

const TRIES = 2000; // adults looked at to find one who is not in the lists yet

function join(groups: Int32Array, i: number, g: number, table: Groups): void {
  for (let k = 0; k < PLACES; k++) {
    if (groups[i * PLACES + k] === g) return;
    if (groups[i * PLACES + k] < 0) {
      groups[i * PLACES + k] = g;
      table.columns.members[g]++;
      return;
    }
  }
}
