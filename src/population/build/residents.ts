import { exp } from "../../numeric/index.ts";
import { type SetupStream, setupStream } from "../../random/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import type { Buildings, Communities, Households } from "../places.ts";
import { type Residents, residentColumns } from "../residents.ts";
import { Table } from "../table.ts";

/** Share of residents of 15-17: 3 of the 45 years of 15-59 (63.0%), a little less for shrinking cohorts. */
const TEENS = 0.035;
const FEMALE = 0.4862; // 51.38% male, Changzhou census 2020 [S17]
const ELDERS_EMPLOYED = 0.15;
/** Party members, Jiangsu, end of 2021 [S20]: share by age (to 35, 36-60, over 60) and share of women. */
const MEMBERS_BY_AGE = [0.244, 0.428, 0.328];
const MEMBERS_FEMALE = 0.29;
/** Share with (lower secondary or less, upper secondary, college) by age: to 34, 35-49, 50-64, over 64 [J]. */
const EDUCATION = [
  [0.05, 0.2, 0.3],
  [0.1, 0.35, 0.28],
  [0.3, 0.42, 0.18],
  [0.55, 0.28, 0.1],
];
const FREE_SIGMA = 0.8;

/** Residents, row by row in their households: every household has an adult. */
export function buildResidents(
  communities: Communities,
  buildings: Buildings,
  households: Households,
  scenario: BaseScenario,
  seed: string,
): Residents {
  const p = scenario.population;
  const residents = new Table("residents", residentColumns, p.residents);
  const r = residents.columns;
  const heads = households.rows / p.residents;
  const elders = p.elders / (1 - p.children - TEENS);
  const others = { child: p.children / (1 - heads), teen: TEENS / (1 - heads), elder: (p.elders - heads * elders) / (1 - heads) };
  const adult = (stream: SetupStream, elder: boolean) =>
    elder ? 60 + Math.floor(36 * (1 - Math.sqrt(stream.next()))) : 18 + stream.int(42);

  for (let k = 0; k < communities.rows; k++) {
    const stream = setupStream(seed, `population/ages/${k}`);
    const firstBuilding = communities.columns.firstBuilding[k];
    let adults = 0;
    for (let b = firstBuilding; b < firstBuilding + communities.columns.buildings[k]; b++) {
      const firstHousehold = buildings.columns.firstHousehold[b];
      for (let h = firstHousehold; h < firstHousehold + buildings.columns.households[b]; h++) {
        const first = households.columns.firstResident[h];
        const tenure = Math.min(60, Math.floor(stream.exponential(1 / 12)));
        const owner = stream.next() < 0.72 ? 1 : 0;
        for (let i = first; i < first + households.columns.size[h]; i++) {
          const u = stream.next();
          let age: number;
          if (i === first) age = adult(stream, u < elders);
          else if (u < others.child) age = stream.int(15);
          else if (u < others.child + others.teen) age = 15 + stream.int(3);
          else age = adult(stream, u < others.child + others.teen + others.elder);
          r.household[i] = h;
          r.building[i] = b;
          r.community[i] = k;
          r.estate[i] = buildings.columns.estate[b];
          r.age[i] = age;
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
  giveCharacter(communities, residents, scenario, seed);
  return residents;
}

const memberAge = (age: number) => (age <= 35 ? 0 : age <= 60 ? 1 : 2);

/** Employment and party membership, to the shares of the district. */
function employAndEnrol(communities: Communities, residents: Residents, scenario: BaseScenario, seed: string): void {
  const p = scenario.population;
  const r = residents.columns;
  const n = residents.rows;
  let working = 0;
  let elders = 0;
  const cell = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    if (r.age[i] < 18) continue;
    if (r.age[i] < 60) working++;
    else elders++;
    cell[memberAge(r.age[i]) * 2 + r.female[i]]++;
  }
  const rate = working === 0 ? 0 : Math.min(0.97, (p.employed * n - ELDERS_EMPLOYED * elders) / working);
  // Members of each age and sex over residents of that age and sex.
  const member = cell.map((count, k) => {
    const bySex = k % 2 === 1 ? MEMBERS_FEMALE : 1 - MEMBERS_FEMALE;
    return count === 0 ? 0 : Math.min(0.95, (p.members * n * MEMBERS_BY_AGE[k >> 1] * bySex) / count);
  });
  for (let k = 0; k < communities.rows; k++) {
    const stream = setupStream(seed, `population/employment/${k}`);
    const first = communities.columns.firstResident[k];
    for (let i = first; i < first + communities.columns.residents[k]; i++) {
      const u = stream.next();
      const v = stream.next();
      if (r.age[i] < 18) continue;
      r.employed[i] = u < (r.age[i] < 60 ? rate : ELDERS_EMPLOYED) ? 1 : 0;
      r.member[i] = v < member[memberAge(r.age[i]) * 2 + r.female[i]] ? 1 : 0;
    }
  }
}

/** What differs between residents beyond age and place. */
function giveCharacter(communities: Communities, residents: Residents, scenario: BaseScenario, seed: string): void {
  const p = scenario.population;
  const r = residents.columns;
  const freeMedian = p.freeMinutes / exp((FREE_SIGMA * FREE_SIGMA) / 2);
  for (let k = 0; k < communities.rows; k++) {
    const stream = setupStream(seed, `population/character/${k}`);
    const first = communities.columns.firstResident[k];
    for (let i = first; i < first + communities.columns.residents[k]; i++) {
      const age = r.age[i];
      const [primary, lower, upper] = EDUCATION[age < 35 ? 0 : age < 50 ? 1 : age < 65 ? 2 : 3];
      const e = stream.next() + (r.member[i] ? 0.2 : 0);
      r.education[i] = age < 15 ? 0 : e < primary ? 0 : e < primary + lower ? 1 : e < primary + lower + upper ? 2 : 3;
      r.digital[i] = stream.next() < (age < 12 ? 0 : age < 60 ? 0.97 : age < 70 ? 0.6 : 0.35) ? 1 : 0;
      r.propensity[i] = stream.normal();
      r.freeMinutes[i] = age < 18 ? 0 : Math.min(1200, Math.round(stream.lognormal(freeMedian, FREE_SIGMA)));
      for (let a = 0; a < 4; a++) r.ability[i * 4 + a] = 0.02 + 0.12 * (stream.next() + stream.next()) + 0.03 * r.education[i];
      const set = stream.beta(2, 3);
      r.motivationSetPoint[i] = set;
      r.motivation[i] = set;
      r.extrinsic[i] = stream.range(0.2, 0.4);
      const aware = stream.next();
      r.awareness[i] = age < 18 ? 0 : aware < 0.55 ? 0 : aware < 0.85 ? 1 : aware < 0.95 ? 2 : 3;
      r.compliance[i] = stream.beta(5, 3);
      const registered = stream.next();
      const banked = stream.next();
      const care = stream.next();
      const acquainted = stream.next();
      if (age >= 18) {
        // Members register more often than others, people of 50-75 join time banks more often: both at fixed shares.
        r.registered[i] = registered < p.registeredVolunteers * (r.member[i] ? 2 : 0.92) ? 1 : 0;
        r.timeBankMember[i] = banked < p.timeBankMembers * (age >= 50 && age <= 75 ? 1.8 : 0.55) ? 1 : 0;
      }
      r.careNeed[i] = care < (age < 60 ? 0.002 : age < 80 ? 0.04 : 0.2) ? 2 + stream.int(13) : 0;
      r.directorKnown[i] = age >= 18 && acquainted < 0.3 ? 1 : 0; // about 70% do not [S77]
      r.satisfaction[i] = 0.5;
      for (const trust of [r.trustNeighbours, r.trustCommunity, r.trustOrganizations]) {
        trust[i * 2] = 2;
        trust[i * 2 + 1] = 2;
      }
    }
  }
}
