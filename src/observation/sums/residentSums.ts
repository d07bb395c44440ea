import { type World, YEAR } from "../../engine/index.ts";
import { sumRows } from "../../numeric/index.ts";

/** Ages of a band, both ends counted. */
export const ageBands = [
  ["18_29", 18, 29],
  ["30_49", 30, 49],
  ["50_59", 50, 59],
  ["60_69", 60, 69],
  ["70_79", 70, 79],
] as const;

/** What is summed over residents, or over adults where nothing else is said. */
const summed = [
  "adults",
  "any",
  "governance",
  "volunteering",
  "mobilized",
  "members",
  "membersAny",
  "registered",
  "active",
  "banked",
  "known",
  "motivation",
  "extrinsic",
  "fatigue",
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

/** Each name is a place in a row of sums. */
const places = [
  ...summed,
  ...ageBands.map(([name]) => `people_${name}` as const),
  ...ageBands.map(([name]) => `took_${name}` as const),
] as const;
type Place = (typeof places)[number];
export type ResidentSums = Readonly<Record<Place, number>>;
const WIDTH = places.length;
const FIRST_PEOPLE = places.indexOf("people_18_29");
const FIRST_TOOK = places.indexOf("took_18_29");

/** Who has had fewer birthdays in a place is new there. */
const NEW = 5;

/** [age] band; the number of bands for none. */
const bandOfAge = Uint8Array.from({ length: 256 }, (_, age) => {
  const band = ageBands.findIndex(([, from, to]) => age >= from && age <= to);
  return band < 0 ? ageBands.length : band;
});

const KERNEL = "recorder/residents";
const rows = (world: World) => world.scratch(KERNEL, Float64Array, world.communities.rows * WIDTH);

/** Gives a world the kernel that observes residents; so in every thread that works on it. */
export function observeResidents(world: World): void {
  world.kernels.add(KERNEL, (c) => sumCommunity(world, c, rows(world)));
}

/**
 * Sums over all residents: of each community on its own, then of the communities in their order.
 *
 * @param meanwhile  what this thread observes first, while others sum
 */
export function sumResidents<T>(world: World, meanwhile: () => T): [sums: ResidentSums, others: T] {
  const of = rows(world);
  let others: T | undefined;
  world.kernels.everywhere(KERNEL, () => {
    others = meanwhile();
  });
  const sums = new Float64Array(WIDTH);
  sumRows(of.subarray(0, world.communities.rows * WIDTH), sums);
  return [Object.fromEntries(places.map((place, k) => [place, sums[k]])) as Record<Place, number>, others as T];
}

/** @param out  [community * WIDTH + place] the row of the community is written */
function sumCommunity(world: World, c: number, out: Float64Array): void {
  const { age, tenure, lastGovernance, lastVolunteering, lastMobilized, member, registered } = world.residents.columns;
  const { timeBankMember, directorKnown, awareness, motivation, extrinsic, fatigue, satisfaction, compliance } = world.residents.columns;
  const { ability, trustNeighbours, trustCommunity, trustOrganizations } = world.residents.columns;
  const { firstResident, residents } = world.communities.columns;
  const since = world.week - YEAR;
  const from = firstResident[c];
  const to = from + residents[c];
  const people = world.workspace("recorder/people", Float64Array, ageBands.length + 1).fill(0);
  const taking = world.workspace("recorder/taking", Float64Array, ageBands.length + 1).fill(0);
  let adults = 0;
  let any = 0;
  let governance = 0;
  let volunteering = 0;
  let mobilized = 0;
  let members = 0;
  let membersAny = 0;
  let enrolled = 0;
  let active = 0;
  let banked = 0;
  let known = 0;
  let knows = 0;
  let understands = 0;
  let supports = 0;
  let moved = 0;
  let driven = 0;
  let tired = 0;
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
    adults++;
    if (tenure[i] < NEW) newcomers++;
    const governed = lastGovernance[i] > since ? 1 : 0;
    const volunteered = lastVolunteering[i] > since ? 1 : 0;
    const took = governed | volunteered;
    any += took;
    governance += governed;
    volunteering += volunteered;
    if (lastMobilized[i] > since) mobilized++;
    const band = bandOfAge[age[i]];
    people[band]++;
    taking[band] += took;
    members += member[i];
    membersAny += took & member[i];
    enrolled += registered[i];
    active += volunteered & registered[i];
    banked += timeBankMember[i];
    known += directorKnown[i];
    const step = awareness[i];
    if (step > 0) knows++;
    if (step > 1) understands++;
    if (step > 2) supports++;
    moved += motivation[i];
    driven += extrinsic[i];
    tired += fatigue[i];
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
  const sums: Record<(typeof summed)[number], number> = {
    adults,
    any,
    governance,
    volunteering,
    mobilized,
    members,
    membersAny,
    registered: enrolled,
    active,
    banked,
    known,
    motivation: moved,
    extrinsic: driven,
    fatigue: tired,
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
  for (let k = 0; k < FIRST_PEOPLE; k++) out[c * WIDTH + k] = sums[summed[k]];
  for (let band = 0; band < ageBands.length; band++) {
    out[c * WIDTH + FIRST_PEOPLE + band] = people[band];
    out[c * WIDTH + FIRST_TOOK + band] = taking[band];
  }
}
