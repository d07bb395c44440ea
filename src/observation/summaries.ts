import { isOpen, MONEY, matterStates, matterTypes, ORGANIZATION, type World, YEAR } from "../engine/index.ts";
import { gini } from "./statistics.ts";
import { ADULT, sumPlace, YEARS } from "./summaries.kernel.ts";
import { functions } from "./sums/branchSums.ts";

/** Compact summaries of one week, for pictures: each writes the week that the world has completed into `out`. */

const TYPES = matterTypes.length;
const STATES = matterStates.length;

/** A matter that was not there a week ago, as the state from which it moves. */
export const NEW = STATES;

/** [type * 10 + state] matters that are open or ended this week. */
export const STANDING = TYPES * STATES;
export function mattersStanding({ matters }: World, out: Uint32Array): void {
  const { type, state } = matters.columns;
  for (let q = 0; q < matters.rows; q++) out[type[q] * STATES + state[q]]++;
}

/** Matters and their states, in the order of their serials, as they stood at the end of a week. */
export interface MattersBefore {
  serial: Uint32Array;
  state: Uint8Array;
}
export const rememberMatters = ({ matters }: World): MattersBefore => ({
  serial: matters.columns.serial.slice(0, matters.rows),
  state: matters.columns.state.slice(0, matters.rows),
});

/**
 * [(type * 11 + from) * 10 + to] matters that changed their state between the ends of two weeks; `from` 10 is NEW.
 * The type is the one it has now: a matter that escalates becomes a petition.
 * Both lists are in the order of serials, so they are walked side by side.
 */
export const MOVES = TYPES * (STATES + 1) * STATES;
export function matterMoves({ matters }: World, before: MattersBefore, out: Uint32Array): void {
  const { serial, type, state } = matters.columns;
  let k = 0;
  for (let q = 0; q < matters.rows; q++) {
    while (k < before.serial.length && before.serial[k] < serial[q]) k++;
    const from = before.serial[k] === serial[q] ? before.state[k] : NEW;
    if (from !== state[q]) out[(type[q] * (STATES + 1) + from) * STATES + state[q]]++;
  }
}

/** What is known of a community in a week, by name; shares of adults unless said otherwise. */
export const communityStates = [
  "participation",
  "volunteering",
  "hours", // given a year and adult
  "awareness", // understand the policies or more
  "motivation",
  "satisfaction",
  "trustNeighbours",
  "trustCommunity",
  "norm", // chance to keep the norms, over all residents
  "openMatters", // per 1,000 residents
  "coverage", // organizations at home there that a branch covers
  "functional", // organizations at home there whose branch functions
] as const;
export type CommunityState = (typeof communityStates)[number];

/** Bands of five years of age, the last holds all of 90 and over. */
export const AGE_BANDS = 19;
/** Means over the residents of a community and an age band. */
export const cohortStates = ["participation", "awareness", "motivation", "member"] as const;
export type CohortState = (typeof cohortStates)[number];
/** A cell without residents (or, for participation, awareness and motivation, without adults). */
export const NOBODY = 255;
/** A mean of 1 in a cell. */
export const CELL_MAX = 250;

const RESIDENTS = "weeklySummaries/residents";
const CELLS = AGE_BANDS * cohortStates.length;
const statesOf = (world: World) => world.scratch(`${RESIDENTS}/states`, Float32Array, world.communities.rows * communityStates.length);
const cohortsOf = (world: World) => world.scratch(`${RESIDENTS}/cohorts`, Uint8Array, world.communities.rows * CELLS);

/** Gives a world the kernel that sums residents up by community; so in every thread that works on it. */
export function summarizeResidents(world: World): void {
  world.kernels.add(RESIDENTS, (place) => residentsOfPlace(world, place, statesOf(world), cohortsOf(world)));
}

/**
 * One pass over the residents for two tables.
 *
 * @param communities  [community * 12 + state] written; NaN where there is nothing to measure
 * @param cohorts      [((community * 19) + band) * 4 + state] written: means, of CELL_MAX
 * @param meanwhile    what this thread does while others begin; it must write neither residents nor communities
 */
export function residentsByPlace(world: World, communities: Float32Array, cohorts: Uint8Array, meanwhile: () => void): void {
  const [states, means] = [statesOf(world), cohortsOf(world)];
  world.kernels.everywhere(RESIDENTS, meanwhile);
  communities.set(states.subarray(0, communities.length));
  cohorts.set(means.subarray(0, cohorts.length));
  institutionsByPlace(world, communities);
}

/** The same tables for one community, without its institutions. */
function residentsOfPlace(world: World, place: number, communities: Float32Array, cohorts: Uint8Array): void {
  const { residents, week } = world;
  const { age, lastVolunteering, lastGovernance, minutesYear, member, awareness, motivation, satisfaction } = residents.columns;
  const { compliance, trustNeighbours, trustCommunity } = residents.columns;
  const { firstResident, residents: count } = world.communities.columns;
  const kinds = cohortStates.length;
  // By year of age; bands are summed afterwards.
  const counts = world.workspace(`${RESIDENTS}/counts`, Uint32Array, 4 * YEARS).fill(0);
  const moved = world.workspace(`${RESIDENTS}/moved`, Float64Array, YEARS).fill(0);
  const sums = world.workspace(`${RESIDENTS}/sums`, Float64Array, 7);
  const from = firstResident[place];
  const to = from + count[place];
  world.memory.kernel({ sumPlace })(
    age,
    lastVolunteering,
    lastGovernance,
    minutesYear,
    member,
    awareness,
    motivation,
    satisfaction,
    compliance,
    trustNeighbours,
    trustCommunity,
    week - YEAR,
    from,
    to,
    counts,
    moved,
    sums,
  );
  const [people, members, took, climbed] = [0, 1, 2, 3].map((what) => counts.subarray(what * YEARS, (what + 1) * YEARS));
  const [volunteered, minutes, understand, content, neighbours, trust, complied] = sums;
  const all = sum(people, ADULT, YEARS);
  const states = [sum(took, ADULT, YEARS), volunteered, minutes / 60, understand, sum(moved, ADULT, YEARS), content, neighbours, trust];
  const at = place * communityStates.length;
  for (let k = 0; k < states.length; k++) communities[at + k] = states[k] / all;
  communities[at + states.length] = complied / Math.max(1, to - from);
  for (let band = 0; band < AGE_BANDS; band++) {
    const end = band === AGE_BANDS - 1 ? YEARS : band * 5 + 5;
    const cell = place * CELLS + band * kinds;
    const adults = sum(people, Math.max(ADULT, band * 5), end);
    cohorts[cell] = mean(sum(took, band * 5, end), adults);
    cohorts[cell + 1] = mean(sum(climbed, band * 5, end) / 3, adults);
    cohorts[cell + 2] = mean(sum(moved, band * 5, end), adults);
    cohorts[cell + 3] = mean(sum(members, band * 5, end), sum(people, band * 5, end));
  }
}

function sum(values: ArrayLike<number>, from: number, to: number): number {
  let all = 0;
  for (let k = from; k < to; k++) all += values[k];
  return all;
}

const mean = (of: number, count: number): number => (count === 0 ? NOBODY : Math.round((CELL_MAX * of) / count));

/** The last three states of communities: open matters, coverage, functional coverage. */
function institutionsByPlace(world: World, communities: Float32Array): void {
  const { matters, organizations, branches } = world;
  const width = communityStates.length;
  const count = world.communities.rows;
  const [open, alive, covered, functional] = [0, 1, 2, 3].map(() => new Float64Array(count));
  const m = matters.columns;
  for (let q = 0; q < matters.rows; q++) if (isOpen(m.state[q])) open[m.community[q]]++;
  const o = organizations.columns;
  for (let g = 0; g < organizations.rows; g++) {
    if (!o.alive[g]) continue;
    alive[o.community[g]]++;
    if (o.coverage[g] > 0) covered[o.community[g]]++;
    if (functions(branches, o.branch[g])) functional[o.community[g]]++;
  }
  for (let place = 0; place < count; place++) {
    communities[place * width + 9] = (1000 * open[place]) / world.communities.columns.residents[place];
    communities[place * width + 10] = covered[place] / alive[place];
    communities[place * width + 11] = functional[place] / alive[place];
  }
}

/** Steps of true and of reported activity: ten tenths, so that half of the members begin with the sixth. */
export const ACTIVITY_STEPS = 10;
/** Own, joint, dispatched. */
export const COVERED_FORMS = 3;
/** [(form * 10 + reported) * 10 + true] organizations alive that are covered; then those alive, and those whose branch functions. */
export const COVERAGE = COVERED_FORMS * ACTIVITY_STEPS * ACTIVITY_STEPS + 2;
export function coverageByActivity({ organizations, branches }: World, out: Uint32Array): void {
  const o = organizations.columns;
  const b = branches.columns;
  const step = (value: number) => Math.min(ACTIVITY_STEPS - 1, Math.floor(value * ACTIVITY_STEPS));
  for (let g = 0; g < organizations.rows; g++) {
    if (!o.alive[g]) continue;
    out[COVERAGE - 2]++;
    const branch = o.branch[g];
    if (functions(branches, branch)) out[COVERAGE - 1]++;
    if (o.coverage[g] === 0) continue;
    const [reported, truly] =
      branch < 0 ? [0, 0] : [step(b.reported[branch] * b.upkeep[branch]), step(b.activity[branch] * b.upkeep[branch])];
    out[((o.coverage[g] - 1) * ACTIVITY_STEPS + reported) * ACTIVITY_STEPS + truly]++;
  }
}

/** What is unequally shared, by name. */
export const distributions = ["hoursOfGivers", "hoursOfAdults", "incomeOfOrganizations", "moneyOfOrganizations"] as const;
export type Distribution = (typeof distributions)[number];
/** Points of a Lorenz curve: shares of the sum held by the lowest 0%, 1% ... 100%. */
export const LORENZ_POINTS = 101;
/** A Lorenz curve, then the Gini index, how many share, and their sum. */
export const LORENZ = LORENZ_POINTS + 3;

/** Lorenz curves of hours given, of givers and of all adults, into the first two rows of [distribution * 104 ...]. */
export function lorenzOfHours({ residents }: World, out: Float64Array): void {
  const r = residents.columns;
  let adults = 0;
  let givers = 0;
  for (let i = 0; i < residents.rows; i++) {
    if (r.age[i] >= 18) adults++;
    if (r.minutesYear[i] > 0) givers++;
  }
  const minutes = new Uint32Array(givers);
  let g = 0;
  for (let i = 0; i < residents.rows; i++) if (r.minutesYear[i] > 0) minutes[g++] = r.minutesYear[i];
  minutes.sort();
  lorenz(minutes, 0, out.subarray(0, LORENZ));
  lorenz(minutes, Math.max(0, adults - givers), out.subarray(LORENZ, 2 * LORENZ));
}

/** Lorenz curves of last year's income and of the money held by organizations alive, into the last two rows. */
export function lorenzOfOrganizations({ organizations, ledger }: World, out: Float64Array): void {
  const o = organizations.columns;
  const [incomes, held]: number[][] = [[], []];
  for (let k = 0; k < organizations.rows; k++) {
    if (!o.alive[k]) continue;
    let income = 0;
    for (let s = 0; s < 5; s++) income += o.incomeLast[k * 5 + s];
    incomes.push(income);
    held.push(ledger.balance(MONEY, ORGANIZATION, k));
  }
  lorenz(
    incomes.sort((a, b) => a - b),
    0,
    out.subarray(2 * LORENZ, 3 * LORENZ),
  );
  lorenz(
    held.sort((a, b) => a - b),
    0,
    out.subarray(3 * LORENZ, 4 * LORENZ),
  );
}

/**
 * Lorenz curve and Gini index of amounts, smallest first, before which `zeros` have nothing.
 *
 * @param out  [104] written; the curve is NaN where nobody has anything
 */
export function lorenz(sorted: ArrayLike<number>, zeros: number, out: Float64Array): void {
  const n = sorted.length + zeros;
  let sum = 0;
  for (let k = 0; k < sorted.length; k++) sum += sorted[k];
  let held = 0;
  let passed = 0;
  for (let point = 0; point < LORENZ_POINTS; point++) {
    const upTo = (point * n) / (LORENZ_POINTS - 1) - zeros; // how many of those who have something are below this point
    while (passed + 1 <= upTo) held += sorted[passed++];
    const part = upTo > passed && passed < sorted.length ? (upTo - passed) * sorted[passed] : 0;
    out[point] = sum > 0 ? (held + part) / sum : Number.NaN;
  }
  const among = gini(sorted);
  // With z who have nothing before n who share with index G: (z + n G) / (z + n).
  out[LORENZ_POINTS] = zeros === 0 ? among : sum > 0 ? (zeros + sorted.length * among) / n : Number.NaN;
  out[LORENZ_POINTS + 1] = n;
  out[LORENZ_POINTS + 2] = sum;
}
