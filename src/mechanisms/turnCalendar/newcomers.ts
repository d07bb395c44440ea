import { giveSociability, usualSociability } from "../../circles/index.ts";
import { isNew, joinsParty, MONTHS, monthPlace, type World } from "../../engine/index.ts";
import { AGES, ELDERS_EMPLOYED, FEMALE, giveCharacter, memberCell, OWNERS, sharesOf } from "../../population/index.ts";
import { type SetupStream, setupStream } from "../../random/index.ts";
import { BEGINS_WORK } from "./fates.ts";
import { ADULT, needsAdult, residentOf } from "./places.ts";

/**
 * Others take the places that were left.
 *
 * @param comes  [age] those who come at this age, as a share of all residents
 */
export function arrive(world: World, week: number, comes: Float64Array, places: readonly number[], fates: Uint8Array): void {
  const { residents, communities, scenario } = world;
  const r = residents.columns;
  const t = world.weekTotals.communities.columns;
  const usual = usualSociability(residents);
  const shares = sharesOf(scenario.population);
  const ages = agesOf(comes, places);
  for (const left of places) {
    const i = residentOf(left);
    const c = r.community[i];
    const stream = setupStream(scenario.seed, `people/${i}/${r.occupant[i]}`);
    r.age[i] = ageOf(ages, needsAdult(left), stream);
    r.birthMonth[i] = r.age[i] === 0 ? monthPlace(week) : stream.int(MONTHS);
    r.female[i] = stream.next() < FEMALE ? 1 : 0;
    settle(world, i, fates, shares, stream);
    giveCharacter(residents, i, scenario.population, stream);
    giveSociability(residents, i, usual, scenario.circles, stream);
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
  const works = stream.next() < (r.age[i] < ADULT ? 0 : r.age[i] < 60 ? employed : ELDERS_EMPLOYED);
  r.employed[i] = works ? 1 : 0;
  if (works) fates[i] |= BEGINS_WORK;
  else fates[i] &= ~BEGINS_WORK;
  if (r.age[i] < ADULT || stream.next() >= members[memberCell(r.age[i], r.female[i])]) return;
  joinsParty(world, i);
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

function agesOf(comes: Float64Array, places: readonly number[]): Ages {
  const sum = (from: number, to: number) => comes.subarray(from, to).reduce((a, b) => a + b, 0);
  const [children, all] = [sum(0, ADULT), sum(0, AGES)];
  const open = places.filter((left) => !needsAdult(left)).length;
  const child = open === 0 || all === 0 ? 0 : Math.min(1, ((children / all) * places.length) / open);
  return { comes, children, adults: all - children, child };
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
