import type { Memory } from "../../kernels/index.ts";
import { setupStream } from "../../random/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import { adultAge, ageDraws } from "../ages.ts";
import { employedAt, employedShare, FEMALE, giveCharacter, memberCell, memberShares, OWNERS, RETIRED } from "../character.ts";
import type { Buildings, Communities, Households } from "../places.ts";
import { type Residents, residentColumns } from "../residents.ts";
import { Table } from "../table.ts";

/** Residents, row by row in their households: every household has an adult. */
export function buildResidents(
  communities: Communities,
  buildings: Buildings,
  households: Households,
  scenario: BaseScenario,
  seed: string,
  memory: Memory,
): Residents {
  const p = scenario.population;
  const residents = new Table("residents", residentColumns, p.residents, p.residents, memory);
  const r = residents.columns;
  const chances = ageDraws(p, households.rows / p.residents);

  for (let k = 0; k < communities.rows; k++) {
    const stream = setupStream(seed, "population", "ages", k);
    const next = () => stream.next();
    const firstBuilding = communities.columns.firstBuilding[k];
    let adults = 0;
    for (let b = firstBuilding; b < firstBuilding + communities.columns.buildings[k]; b++) {
      const firstHousehold = buildings.columns.firstHousehold[b];
      for (let h = firstHousehold; h < firstHousehold + buildings.columns.households[b]; h++) {
        const first = households.columns.firstResident[h];
        const tenure = Math.min(60, Math.floor(stream.exponential(1 / 12)));
        const owner = stream.next() < OWNERS ? 1 : 0;
        for (let i = first; i < first + households.columns.size[h]; i++) {
          const u = stream.next();
          let age: number;
          if (i === first) age = adultAge(next, u < chances.firstElder);
          else if (u < chances.child) age = stream.int(15);
          else if (u < chances.child + chances.teen) age = 15 + stream.int(3);
          else age = adultAge(next, u < chances.child + chances.teen + chances.elder);
          r.household[i] = h;
          r.building[i] = b;
          r.community[i] = k;
          r.estate[i] = buildings.columns.estate[b];
          r.age[i] = age;
          r.birthMonth[i] = i % 13;
          r.female[i] = stream.next() < FEMALE ? 1 : 0;
          r.tenure[i] = Math.min(age, tenure);
          r.owner[i] = owner;
          if (age >= 18) adults++;
        }
      }
    }
    communities.columns.adults[k] = adults;
  }
  employAndEnrol(communities, residents, scenario, seed);
  for (let k = 0; k < communities.rows; k++) {
    const stream = setupStream(seed, "population", "character", k);
    const first = communities.columns.firstResident[k];
    for (let i = first; i < first + communities.columns.residents[k]; i++) giveCharacter(residents, i, p, stream);
  }
  return residents;
}

/** Employment and party membership, to the shares of the district. */
function employAndEnrol(communities: Communities, residents: Residents, scenario: BaseScenario, seed: string): void {
  const p = scenario.population;
  const r = residents.columns;
  const n = residents.rows;
  let working = 0;
  let sixties = 0;
  const cell = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    if (r.age[i] < 18) continue;
    if (r.age[i] < 60) working++;
    else if (r.age[i] < RETIRED) sixties++;
    cell[memberCell(r.age[i], r.female[i])]++;
  }
  const rate = employedShare(p.employed * n, working, sixties);
  const member = memberShares(p.members * n, cell);
  for (let k = 0; k < communities.rows; k++) {
    const stream = setupStream(seed, "population", "employment", k);
    const first = communities.columns.firstResident[k];
    for (let i = first; i < first + communities.columns.residents[k]; i++) {
      const u = stream.next();
      const v = stream.next();
      if (r.age[i] < 18) continue;
      r.employed[i] = u < employedAt(r.age[i], rate) ? 1 : 0;
      r.member[i] = v < member[memberCell(r.age[i], r.female[i])] ? 1 : 0;
    }
  }
}
