import { giveSociability, usualSociability } from "../../circles/index.ts";
import { type Context, comesAsMember, countComers, isNew, MONTHS, monthPlace, type World } from "../../engine/index.ts";
import { AGES, employedAt, FEMALE, giveCharacter, memberCell, OWNERS, sharesOf } from "../../population/index.ts";
import { type SetupStream, setupStream } from "../../random/index.ts";
import { BEGINS_WORK, fatesOf } from "./fates.ts";
import type { People } from "./peopleParameters.ts";
import { ADULT, needsAdult, residentOf } from "./places.ts";

/** Memory that the kernel shares with the step. */
const comersScratch = (world: World) => ({
  /** Places that were left, in their order, and [community + 1] the first of them in each. */
  places: world.scratch("people/places", Uint32Array, world.residents.rows),
  firstPlace: world.scratch("people/firstPlace", Uint32Array, world.communities.rows + 1),
  /** [age] those who come at this age, as a share of all residents; then what is the same for all of them. */
  comes: world.scratch("people/comes", Float64Array, AGES + 2),
});

// Behind the ages: chance that a child takes a place that needs no adult; sociability that is usual.
const CHILD = AGES;
const USUAL = AGES + 1;

/**
 * Others take the places that were left.
 *
 * @param comes  [age] those who come at this age, as a share of all residents
 */
export function takePlaces(world: World, context: Context<People>, comes: Float64Array, left: readonly number[]): void {
  const { places, firstPlace, comes: shared } = comersScratch(world);
  const { community, member } = world.residents.columns;
  places.set(left);
  firstPlace.fill(0, 0, world.communities.rows + 1);
  for (const place of left) firstPlace[community[residentOf(place)] + 1]++;
  for (let c = 0; c < world.communities.rows; c++) firstPlace[c + 1] += firstPlace[c];
  shared.set(comes);
  shared[CHILD] = chanceOfChild(comes, left);
  shared[USUAL] = usualSociability(world.residents);
  context.everywhere("arrive");
  countComers(
    world,
    left.map(residentOf).filter((i) => member[i] === 1),
  );
}

/** Others take the places that were left in a community. */
export function arrive(world: World, { week }: Context<People>, c: number): void {
  const { residents, communities, scenario } = world;
  const r = residents.columns;
  const t = world.weekTotals.communities.columns;
  const { places, firstPlace, comes } = comersScratch(world);
  const fates = fatesOf(world);
  const shares = sharesOf(scenario.population);
  const ages = agesOf(comes);
  for (let k = firstPlace[c]; k < firstPlace[c + 1]; k++) {
    const left = places[k];
    const i = residentOf(left);
    const stream = setupStream(scenario.seed, `people/${i}/${r.occupant[i]}`);
    r.age[i] = ageOf(ages, needsAdult(left), stream);
    r.birthMonth[i] = r.age[i] === 0 ? monthPlace(week) : stream.int(MONTHS);
    r.female[i] = stream.next() < FEMALE ? 1 : 0;
    settle(world, i, fates, shares, stream);
    giveCharacter(residents, i, i + 1, scenario.population, stream.alea);
    giveSociability(residents, i, i + 1, comes[USUAL], scenario.circles, stream.alea);
    isNew(world, i);
    if (r.age[i] >= ADULT) communities.columns.adults[c]++;
    if (r.age[i] === 0) t.born[c]++;
    else t.movedIn[c]++;
  }
}

type Shares = ReturnType<typeof sharesOf>;

/** A newcomer owns the home as the household does, works or not, is a member or not. */
function settle(world: World, i: number, fates: Uint8Array, { employed, members }: Shares, stream: SetupStream): void {
  const { residents, households, communities } = world;
  const r = residents.columns;
  const first = households.columns.firstResident[r.household[i]];
  r.owner[i] = (i === first ? stream.next() < OWNERS : r.owner[first] === 1) ? 1 : 0;
  const works = stream.next() < (r.age[i] < ADULT ? 0 : employedAt(r.age[i], employed));
  r.employed[i] = works ? 1 : 0;
  if (works) fates[i] |= BEGINS_WORK;
  else fates[i] &= ~BEGINS_WORK;
  if (r.age[i] < ADULT || stream.next() >= members[memberCell(r.age[i], r.female[i])]) return;
  comesAsMember(world, i);
  communities.columns.membersOwed[r.community[i]]--;
}

/** Who comes this month, by age. */
interface Ages {
  readonly comes: Float64Array;
  /** Sums of `comes`: those below 18, and all others. */
  readonly children: number;
  readonly adults: number;
  /** Chance that a child takes a place that needs no adult. */
  readonly child: number;
}

const sumOf = (comes: Float64Array, from: number, to: number) => comes.subarray(from, to).reduce((a, b) => a + b, 0);

const agesOf = (comes: Float64Array): Ages => {
  const [children, all] = [sumOf(comes, 0, ADULT), sumOf(comes, 0, AGES)];
  return { comes, children, adults: all - children, child: comes[CHILD] };
};

function chanceOfChild(comes: Float64Array, places: readonly number[]): number {
  const [children, all] = [sumOf(comes, 0, ADULT), sumOf(comes, 0, AGES)];
  const open = places.filter((left) => !needsAdult(left)).length;
  return open === 0 || all === 0 ? 0 : Math.min(1, ((children / all) * places.length) / open);
}

function ageOf({ comes, children, adults, child }: Ages, needsAdult: boolean, stream: SetupStream): number {
  const young = stream.next() < child && !needsAdult;
  return young ? ageBetween(comes, 0, ADULT, stream.next() * children) : ageBetween(comes, ADULT, AGES, stream.next() * adults);
}

/** An age drawn from [from, to) with weights `comes`. @param at  in [0, sum of the weights) */
function ageBetween(comes: Float64Array, from: number, to: number, at: number): number {
  let left = at;
  for (let a = from; a < to - 1; a++) {
    left -= comes[a];
    if (left < 0) return a;
  }
  return to - 1;
}
