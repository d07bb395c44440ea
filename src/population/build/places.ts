import { type SetupStream, setupStream } from "../../random/index.ts";
import { type BaseScenario, type District, residentsOf } from "../../scenario/index.ts";
import { type GivenPeople, householdSizes } from "../given/people.ts";
import { type Buildings, buildingColumns, type Communities, communityColumns, type Households, householdColumns } from "../places.ts";
import { Table } from "../table.ts";

export const WORK_UNIT = 0;
export const RESETTLEMENT = 1;
export const COMMODITY = 2;
export const VILLAGE = 3;

const METRES_BETWEEN_COMMUNITIES = 1100;
const METRES_BETWEEN_BUILDINGS = 60;

/** Whole parts of `total` in proportion to the weights (largest remainders), each at least 1 if total allows it. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const least = total >= weights.length ? 1 : 0;
  const free = total - least * weights.length;
  const exact = weights.map((w) => (free * w) / sum);
  const parts = exact.map((x) => least + Math.floor(x));
  let left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((x, k) => [x - Math.floor(x), k] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, k] of byRemainder) {
    if (left-- <= 0) break;
    parts[k]++;
  }
  return parts;
}

/** Communities on a square lattice, neighbours in one subdistrict; sizes lognormal, summing to the residents. */
export function buildCommunities(scenario: BaseScenario, seed: string): Communities {
  const p = scenario.population;
  const stream = setupStream(seed, "population", "communities");
  const n = Math.min(scenario.district?.communities.length ?? p.communities, p.residents);
  const { district } = scenario;
  const weights = Array.from({ length: n }, () => stream.lognormal(1, p.sizeSpread));
  const given = district?.communities.map(({ residents }) => residents);
  const sizes = district && residentsOf(district) === p.residents ? (given as number[]) : apportion(p.residents, given ?? weights);
  const order = Uint32Array.from({ length: n }, (_, k) => k);
  stream.shuffle(order);
  const villages = Math.round(n * p.villageShare);
  const table = new Table("communities", communityColumns, n);
  const c = table.columns;
  const side = Math.ceil(Math.sqrt(n));
  let first = 0;
  for (let k = 0; k < n; k++) {
    c.subdistrict[k] = Math.floor((k * Math.min(p.subdistricts, n)) / n);
    c.village[order[k]] = k < villages ? 1 : 0;
    c.firstResident[k] = first;
    c.residents[k] = sizes[k];
    c.x[k] = ((k % side) + 0.5 + stream.range(-0.2, 0.2)) * METRES_BETWEEN_COMMUNITIES;
    c.y[k] = (Math.floor(k / side) + 0.5 + stream.range(-0.2, 0.2)) * METRES_BETWEEN_COMMUNITIES;
    c.staff[k] = Math.max(1, Math.round(sizes[k] / 500));
    c.siteHours[k] = Math.round(20 + sizes[k] / 100);
    c.platform[k] = stream.range(0.2, 0.5);
    c.contribution[k] = 0.5;
    c.treated[k] = c.subdistrict[k] === 0 ? 1 : 0;
    first += sizes[k];
  }
  if (district) placeGiven(table, district);
  return table;
}

/** What tables say of communities, in place of what was drawn. Fewer or more residents have fewer or more workers and sites. */
function placeGiven({ columns: c, rows }: Communities, { communities }: District): void {
  const placed = communities.every(({ at }) => at !== undefined);
  const sorted = communities.some(({ village }) => village !== undefined);
  const chosen = communities.some(({ treated }) => treated !== undefined);
  for (let k = 0; k < rows; k++) {
    const { subdistrict, residents, village, at, workers, sites, treated } = communities[k];
    const scale = c.residents[k] / residents;
    c.subdistrict[k] = subdistrict;
    if (sorted) c.village[k] = village ? 1 : 0;
    if (placed && at) [c.x[k], c.y[k]] = at;
    if (workers !== undefined) c.staff[k] = Math.round(workers * scale);
    if (sites !== undefined) c.siteHours[k] = Math.round(sites * scale);
    c.treated[k] = (chosen ? treated : subdistrict === 0) ? 1 : 0;
  }
}

/** Size of a household: 1 + Binomial(5, (mean - 1) / 5), so 1 to 6 with the given mean. */
function householdSize(stream: SetupStream, mean: number): number {
  let size = 1;
  for (let k = 0; k < 5; k++) if (stream.next() < (mean - 1) / 5) size++;
  return size;
}

/**
 * Households of 1-6, or of given numbers, in buildings of 20-60 households, community by community. Fills the ranges of the
 * communities.
 */
export function buildHomes(
  communities: Communities,
  scenario: BaseScenario,
  seed: string,
  people?: GivenPeople,
): { households: Households; buildings: Buildings } {
  const p = scenario.population;
  const households = new Table("households", householdColumns, 0, Math.ceil(p.residents / p.householdSize) + 64);
  const buildings = new Table("buildings", buildingColumns, 0, Math.ceil(p.residents / 60) + communities.rows);
  const c = communities.columns;
  for (let k = 0; k < communities.rows; k++) {
    const stream = setupStream(seed, "population", "homes", k);
    c.firstBuilding[k] = buildings.rows;
    const estates = scenario.district?.communities[k].estates ?? p.estates;
    const main = stream.weighted(estates);
    const given = people && householdSizes(people, k, c.residents[k], stream);
    const end = c.firstResident[k] + c.residents[k];
    let resident = c.firstResident[k];
    while (resident < end) {
      const b = buildings.add();
      const of = buildings.columns;
      of.community[b] = k;
      of.estate[b] = c.village[k] ? VILLAGE : stream.next() < 0.7 ? main : stream.weighted(estates);
      of.firstHousehold[b] = households.rows;
      of.firstResident[b] = resident;
      const room = 20 + stream.int(41);
      for (let h = 0; h < room && resident < end; h++) {
        const size = given ? given() : Math.min(end - resident, householdSize(stream, p.householdSize));
        const row = households.add();
        households.columns.building[row] = b;
        households.columns.firstResident[row] = resident;
        households.columns.size[row] = size;
        resident += size;
      }
      of.households[b] = households.rows - of.firstHousehold[b];
      of.residents[b] = resident - of.firstResident[b];
    }
    c.buildings[k] = buildings.rows - c.firstBuilding[k];
    // Rows of buildings, walked back and forth, so that neighbours in the table are neighbours on the ground.
    const side = Math.ceil(Math.sqrt(c.buildings[k]));
    for (let j = 0; j < c.buildings[k]; j++) {
      const row = Math.floor(j / side);
      const column = row % 2 === 0 ? j % side : side - 1 - (j % side);
      buildings.columns.x[c.firstBuilding[k] + j] = c.x[k] + (column - side / 2) * METRES_BETWEEN_BUILDINGS;
      buildings.columns.y[c.firstBuilding[k] + j] = c.y[k] + (row - side / 2) * METRES_BETWEEN_BUILDINGS;
    }
  }
  return { households, buildings };
}
