import { MONTH, type World, YEAR } from "../../engine/index.ts";
import { sumRows } from "../../numeric/index.ts";
import { sumAdults, sumStates } from "./residentSums.kernel.ts";

/** Ages of a band, both ends counted. */
export const ageBands = [
  ["18_29", 18, 29],
  ["30_49", 30, 49],
  ["50_59", 50, 59],
  ["60_69", 60, 69],
  ["70_79", 70, 79],
] as const;

/** What is summed over adults every week, in the order in which sumAdults writes it. */
const weekly = [
  "adults",
  "any",
  "governance",
  "volunteering",
  "mobilized",
  "membersAny",
  "registered",
  "active",
  "banked",
  "fatigue",
] as const;

/**
 * What is summed when a month ends, over adults where nothing else is said: laws of the month and the turning of people
 * move these columns, in week 0 of the month alone. In the order in which sumStates writes it.
 */
const monthly = [
  "members",
  "known",
  "motivation",
  "extrinsic",
  "satisfaction",
  "complianceOfAll",
  "ageOfAll",
  "newcomers",
  "management",
  "education",
  "service",
  "supervision",
  "trustNeighbours",
  "trustCommunity",
  "trustOrganizations",
  "knows",
  "understands",
  "supports",
] as const;

/** Columns of residents that go into the sums of the month. */
export const summedMonthly = [
  "ability",
  "age",
  "awareness",
  "compliance",
  "directorKnown",
  "extrinsic",
  "member",
  "motivation",
  "satisfaction",
  "tenure",
  "trustCommunity",
  "trustNeighbours",
  "trustOrganizations",
] as const;

/** Each name is a place in a row of sums. */
const places = [
  ...weekly,
  ...ageBands.map(([name]) => `took_${name}` as const),
  ...monthly,
  ...ageBands.map(([name]) => `people_${name}` as const),
] as const;
type Place = (typeof places)[number];
export type ResidentSums = Readonly<Record<Place, number>>;
const WIDTH = places.length;
const FIRST_TOOK = weekly.length;
const FIRST_MONTHLY = FIRST_TOOK + ageBands.length;
const FIRST_PEOPLE = FIRST_MONTHLY + monthly.length;

const KERNEL = "recorder/residents";
const rows = (world: World) => world.scratch(KERNEL, Float64Array, world.communities.rows * WIDTH);

/** [community] the month of which its row holds the sums, counted from 1; 0 at first. */
const months = (world: World) => world.scratch("recorder/months", Uint32Array, world.communities.rows);

/** Gives a world the kernel that observes residents; so in every thread that works on it. */
export function observeResidents(world: World): void {
  world.kernels.add(KERNEL, (c) => {
    sumWeek(world, c, rows(world));
    const month = 1 + Math.floor(world.week / MONTH);
    if (months(world)[c] === month) return;
    sumMonth(world, c, rows(world));
    months(world)[c] = month;
  });
}

/**
 * Sums over all residents: of each community on its own, then of the communities in their order.
 *
 * @param meanwhile  what this thread observes first, while others sum
 */
export function sumResidents<T>(world: World, meanwhile: () => T): [sums: ResidentSums, others: T] {
  const of = rows(world);
  months(world); // made before the kernel
  let others: T | undefined;
  world.kernels.everywhere(KERNEL, () => {
    others = meanwhile();
  });
  const sums = new Float64Array(WIDTH);
  sumRows(of.subarray(0, world.communities.rows * WIDTH), sums);
  return [Object.fromEntries(places.map((place, k) => [place, sums[k]])) as Record<Place, number>, others as T];
}

/** Sums of the week of a community. @param out  [community * WIDTH + place] its row is written */
function sumWeek(world: World, c: number, out: Float64Array): void {
  const r = world.residents.columns;
  const { firstResident, residents } = world.communities.columns;
  const byAge = agesIn(world).fill(0);
  world.memory.kernel({ sumAdults })(
    r.age,
    r.lastGovernance,
    r.lastVolunteering,
    r.lastMobilized,
    r.member,
    r.registered,
    r.timeBankMember,
    r.fatigue,
    world.week - YEAR,
    firstResident[c],
    firstResident[c] + residents[c],
    byAge,
    out,
    c * WIDTH,
  );
  sumBands(byAge, out, c * WIDTH + FIRST_TOOK);
}

/** Sums of the month of a community. @param out  [community * WIDTH + place] its row is written */
function sumMonth(world: World, c: number, out: Float64Array): void {
  const r = world.residents.columns;
  const { firstResident, residents } = world.communities.columns;
  const byAge = agesIn(world).fill(0);
  world.memory.kernel({ sumStates })(
    r.age,
    r.tenure,
    r.member,
    r.directorKnown,
    r.awareness,
    r.motivation,
    r.extrinsic,
    r.satisfaction,
    r.compliance,
    r.ability,
    r.trustNeighbours,
    r.trustCommunity,
    r.trustOrganizations,
    firstResident[c],
    firstResident[c] + residents[c],
    byAge,
    out,
    c * WIDTH + FIRST_MONTHLY,
  );
  sumBands(byAge, out, c * WIDTH + FIRST_PEOPLE);
}

/** [age] those of a community who are counted, in the memory of a thread. */
const agesIn = (world: World) => world.workspace("recorder/ages", Uint32Array, 256);

/** @param out  [at + band] written: those of these ages */
function sumBands(byAge: Uint32Array, out: Float64Array, at: number): void {
  ageBands.forEach(([, from, to], band) => {
    let sum = 0;
    for (let age = from; age <= to; age++) sum += byAge[age];
    out[at + band] = sum;
  });
}
