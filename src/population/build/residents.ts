import { type Memory, memoryOf, passing, type Seat, type Share, type Step } from "../../kernels/index.ts";
import { setupStream } from "../../random/index.ts";
import type { BaseScenario, PopulationParameters } from "../../scenario/index.ts";
import { type AgeDraws, adultAge, ageDraws } from "../ages.ts";
import { employedAt, employedShare, FEMALE, giveCharacter, memberCell, memberShares, OWNERS, RETIRED } from "../character.ts";
import { employedIn, type GivenPeople, membersIn, ownersIn, residentsIn } from "../given/people.ts";
import type { Buildings, Communities, Households } from "../places.ts";
import { type Residents, residentColumns } from "../residents.ts";
import { columnsIn, Table } from "../table.ts";

/** What the residents of a community are built from, apart from all others. */
interface Given {
  seed: string;
  residents: Residents["columns"];
  communities: Communities["columns"];
  /** What tables say of them, in a district of one's own. */
  people?: GivenPeople | undefined;
}

/** Residents, row by row in their households: every household has an adult. Their character is given later. */
export function buildResidents(
  { rows, columns: communities }: Communities,
  { columns: buildings }: Buildings,
  households: Households,
  scenario: BaseScenario,
  seed: string,
  memory: Memory,
  share: Share,
  people?: GivenPeople,
): Residents {
  const p = scenario.population;
  const residents = new Table("residents", residentColumns, p.residents, p.residents, memory);
  const given = { seed, residents: residents.columns, communities, people };
  const counts = passing(memory).column(Uint32Array, rows * COUNTS);
  share(ages, { ...given, buildings, households: households.columns, chances: ageDraws(p, households.rows / p.residents), counts }, rows);
  const sums = new Array<number>(COUNTS).fill(0);
  for (let k = 0; k < rows * COUNTS; k++) sums[k % COUNTS] += counts[k];
  const [working, sixties, ...cells] = sums;
  const rate = employedShare(p.employed * residents.rows, working, sixties);
  share(employment, { ...given, counts, rate, members: memberShares(p.members * residents.rows, cells) }, rows);
  return residents;
}

/**
 * Gives all residents their character.
 *
 * @param memory     where the columns lie
 * @param meanwhile  what may be done at the same time: it reads and writes no column of it
 * @returns what that came to
 */
export function giveCharacters<T>(
  { columns: residents }: Residents,
  { rows, columns: communities }: Communities,
  { population }: BaseScenario,
  seed: string,
  memory: Memory,
  share: Share,
  meanwhile: () => T,
): T {
  let came: { value: T } | undefined;
  share(character, { seed, residents, communities, population, seat: memory.seat() }, rows, () => {
    came = { value: meanwhile() };
  });
  return (came as { value: T }).value;
}

/** Adults that are counted of each community: under 60, from 60 to 69, and in each cell of age and sex (memberCell). */
const COUNTS = 8;
const WORKING = 0;
const SIXTIES = 1;
const CELLS = 2;

interface AgesGiven extends Given {
  buildings: Buildings["columns"];
  households: Households["columns"];
  chances: AgeDraws;
  /** [community * COUNTS + count] */
  counts: Uint32Array;
}

const ages: Step<AgesGiven> = {
  name: "residents/ages",
  work({ seed, residents, communities, people, buildings, households, chances, counts }, c) {
    const stream = setupStream(seed, "population", "ages", c);
    const next = () => stream.next();
    const known = people && residentsIn(people, c, setupStream(seed, "population", "people", c));
    const owners = people && ownersIn(people, c);
    const { household, building, community, estate, age, birthMonth, female, tenure, owner } = residents;
    const firstBuilding = communities.firstBuilding[c];
    const endBuilding = firstBuilding + communities.buildings[c];
    const count = new Uint32Array(COUNTS);
    let adults = 0;
    for (let b = firstBuilding; b < endBuilding; b++) {
      const firstHousehold = buildings.firstHousehold[b];
      for (let h = firstHousehold; h < firstHousehold + buildings.households[b]; h++) {
        const first = households.firstResident[h];
        const years = Math.min(60, Math.floor(stream.exponential(1 / 12)));
        const u = stream.next();
        const owns = owners ? owners.take(u) : u < OWNERS ? 1 : 0;
        for (let i = first; i < first + households.size[h]; i++) {
          const person = known && (i === first ? known.head() : known.other());
          const u = stream.next();
          let old: number;
          if (person !== undefined) old = person >> 1;
          else if (i === first) old = adultAge(next, u < chances.firstElder);
          else if (u < chances.child) old = stream.int(15);
          else if (u < chances.child + chances.teen) old = 15 + stream.int(3);
          else old = adultAge(next, u < chances.child + chances.teen + chances.elder);
          household[i] = h;
          building[i] = b;
          community[i] = c;
          estate[i] = buildings.estate[b];
          age[i] = old;
          birthMonth[i] = i % 13;
          female[i] = person === undefined ? (stream.next() < FEMALE ? 1 : 0) : person & 1;
          tenure[i] = Math.min(old, years);
          owner[i] = owns;
          if (old < 18) continue;
          adults++;
          if (old < 60) count[WORKING]++;
          else if (old < RETIRED) count[SIXTIES]++;
          count[CELLS + memberCell(old, female[i])]++;
        }
      }
    }
    communities.adults[c] = adults;
    counts.set(count, c * COUNTS);
  },
};

/** Employment and party membership, to the shares of the district. */
const employment: Step<Given & { counts: Uint32Array; rate: number; members: readonly number[] }> = {
  name: "residents/employment",
  work({ seed, residents, communities, people, counts, rate, members }, c) {
    const stream = setupStream(seed, "population", "employment", c);
    const { age, female, employed, member } = residents;
    const [working, sixties, ...cells] = counts.subarray(c * COUNTS, (c + 1) * COUNTS);
    const works = people && employedIn(people, c, working, sixties);
    const joins = people && membersIn(people, c, cells);
    const first = communities.firstResident[c];
    for (let i = first; i < first + communities.residents[c]; i++) {
      const u = stream.next();
      const v = stream.next();
      if (age[i] < 18) continue;
      employed[i] = works ? works(age[i], u) : u < employedAt(age[i], rate) ? 1 : 0;
      member[i] = joins ? joins(age[i], female[i], v) : v < members[memberCell(age[i], female[i])] ? 1 : 0;
    }
  },
};

const character: Step<Given & { population: PopulationParameters; seat: Seat }> = {
  name: "residents/character",
  work({ seed, residents, communities, population, seat }, c) {
    const memory = memoryOf(seat);
    const columns = columnsIn(memory, residents);
    const alea = memory.copy(setupStream(seed, "population", "character", c).alea);
    const first = communities.firstResident[c];
    giveCharacter({ columns }, first, first + communities.residents[c], population, alea, memory);
    memory.giveBack(alea);
  },
};

/** What other threads can help with. */
export const populationSteps: readonly Step<never>[] = [ages, employment, character];
