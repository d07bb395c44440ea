import { MONTH, type World, YEAR } from "../../engine/index.ts";
import { sumRows } from "../../numeric/index.ts";

/** Ages of a band, both ends counted. */
export const ageBands = [
  ["18_29", 18, 29],
  ["30_49", 30, 49],
  ["50_59", 50, 59],
  ["60_69", 60, 69],
  ["70_79", 70, 79],
] as const;

/** What is summed over adults every week. */
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
 * move these columns, in week 0 of the month alone.
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

/** Who has had fewer birthdays in a place is new there. */
const NEW = 5;

/** [age] band; the number of bands for none. */
const bandOfAge = Uint8Array.from({ length: 256 }, (_, age) => {
  const band = ageBands.findIndex(([, from, to]) => age >= from && age <= to);
  return band < 0 ? ageBands.length : band;
});

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

/** @param out  [community * WIDTH + place] the row of the community is written */
function sumWeek(world: World, c: number, out: Float64Array): void {
  const { age, lastGovernance, lastVolunteering, lastMobilized, member, registered, timeBankMember, fatigue } = world.residents.columns;
  const { firstResident, residents } = world.communities.columns;
  const since = world.week - YEAR;
  const from = firstResident[c];
  const to = from + residents[c];
  const taking = world.workspace("recorder/taking", Float64Array, ageBands.length + 1).fill(0);
  let adults = 0;
  let any = 0;
  let governance = 0;
  let volunteering = 0;
  let mobilized = 0;
  let membersAny = 0;
  let enrolled = 0;
  let active = 0;
  let banked = 0;
  let tired = 0;
  for (let i = from; i < to; i++) {
    if (age[i] < 18) continue;
    adults++;
    const governed = lastGovernance[i] > since ? 1 : 0;
    const volunteered = lastVolunteering[i] > since ? 1 : 0;
    const took = governed | volunteered;
    any += took;
    governance += governed;
    volunteering += volunteered;
    if (lastMobilized[i] > since) mobilized++;
    taking[bandOfAge[age[i]]] += took;
    membersAny += took & member[i];
    enrolled += registered[i];
    active += volunteered & registered[i];
    banked += timeBankMember[i];
    tired += fatigue[i];
  }
  const sums: Record<(typeof weekly)[number], number> = {
    adults,
    any,
    governance,
    volunteering,
    mobilized,
    membersAny,
    registered: enrolled,
    active,
    banked,
    fatigue: tired,
  };
  for (let k = 0; k < weekly.length; k++) out[c * WIDTH + k] = sums[weekly[k]];
  for (let band = 0; band < ageBands.length; band++) out[c * WIDTH + FIRST_TOOK + band] = taking[band];
}

/** @param out  [community * WIDTH + place] the row of the community is written */
function sumMonth(world: World, c: number, out: Float64Array): void {
  const { age, tenure, member, directorKnown, awareness, motivation, extrinsic, satisfaction, compliance } = world.residents.columns;
  const { ability, trustNeighbours, trustCommunity, trustOrganizations } = world.residents.columns;
  const { firstResident, residents } = world.communities.columns;
  const from = firstResident[c];
  const to = from + residents[c];
  const people = world.workspace("recorder/people", Float64Array, ageBands.length + 1).fill(0);
  let members = 0;
  let known = 0;
  let knows = 0;
  let understands = 0;
  let supports = 0;
  let moved = 0;
  let driven = 0;
  let satisfied = 0;
  let complying = 0;
  let ages = 0;
  let newcomers = 0;
  let management = 0;
  let education = 0;
  let service = 0;
  let supervision = 0;
  let neighbours = 0;
  let community = 0;
  let organizations = 0;
  for (let i = from; i < to; i++) {
    complying += compliance[i];
    ages += age[i];
    if (age[i] < 18) continue;
    if (tenure[i] < NEW) newcomers++;
    people[bandOfAge[age[i]]]++;
    members += member[i];
    known += directorKnown[i];
    const step = awareness[i];
    if (step > 0) knows++;
    if (step > 1) understands++;
    if (step > 2) supports++;
    moved += motivation[i];
    driven += extrinsic[i];
    satisfied += satisfaction[i];
    const a = i * 4;
    management += ability[a];
    education += ability[a + 1];
    service += ability[a + 2];
    supervision += ability[a + 3];
    const t = i * 2;
    neighbours += (trustNeighbours[t] + 1) / (trustNeighbours[t] + trustNeighbours[t + 1] + 2);
    community += (trustCommunity[t] + 1) / (trustCommunity[t] + trustCommunity[t + 1] + 2);
    organizations += (trustOrganizations[t] + 1) / (trustOrganizations[t] + trustOrganizations[t + 1] + 2);
  }
  const sums: Record<(typeof monthly)[number], number> = {
    members,
    known,
    motivation: moved,
    extrinsic: driven,
    satisfaction: satisfied,
    complianceOfAll: complying,
    ageOfAll: ages,
    newcomers,
    management,
    education,
    service,
    supervision,
    trustNeighbours: neighbours,
    trustCommunity: community,
    trustOrganizations: organizations,
    knows,
    understands,
    supports,
  };
  for (let k = 0; k < monthly.length; k++) out[c * WIDTH + FIRST_MONTHLY + k] = sums[monthly[k]];
  for (let band = 0; band < ageBands.length; band++) out[c * WIDTH + FIRST_PEOPLE + band] = people[band];
}
