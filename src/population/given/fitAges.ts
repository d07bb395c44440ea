import type { District, PopulationParameters } from "../../scenario/index.ts";
import { AGES, ageShares } from "../ages.ts";
import { FEMALE } from "../character.ts";

/** Cells of a community: two for each age, male then female. */
export const CELLS = AGES * 2;
const ADULT = 18;
const OLDEST = AGES - 1;
const MOST_CYCLES = 300;
/** Cycles end where no margin is further from its value than this share of it. */
const MET = 1e-4;
/** A margin that is missed by more than this share of it, and by more than a person, cannot be met beside the others. */
const MISSED = 0.01;

/** A sum that ages are to have: of one community, or of all. */
interface Wanted {
  /** -1 for the district. */
  community: number;
  female: boolean | undefined;
  from: number;
  to: number;
  value: number;
}

/** A margin that cannot be met beside the others. */
export interface Missed extends Wanted {
  reached: number;
}

export interface FittedAges {
  /** [community * CELLS + cell] expected residents. */
  cells: Float64Array;
  missed: Missed[];
}

/**
 * Residents by community, age and sex with the sums that are given, and otherwise as near as can be to the usual ages: the
 * table that is fitted starts from `ageShares` and is scaled to each sum in turn, over and over (iterative proportional
 * fitting). The part of a community and the rest of it are scaled at once, so that its residents stand.
 *
 * Source: W. E. Deming & F. F. Stephan (1940), Annals of Mathematical Statistics 11(4), 427-444.
 *
 * @param sizes  [community] residents, which may be another number than the district has, in the same proportions
 */
export function fitAges(district: District, p: PopulationParameters, sizes: ArrayLike<number>): FittedAges {
  const { communities } = district;
  const n = communities.length;
  const usual = ageShares(p);
  const cells = new Float64Array(n * CELLS);
  for (let k = 0; k < n; k++)
    for (let a = 0; a < AGES; a++) {
      cells[k * CELLS + 2 * a] = sizes[k] * usual[a] * (1 - FEMALE);
      cells[k * CELLS + 2 * a + 1] = sizes[k] * usual[a] * FEMALE;
    }
  const wanted = wantedOf(district, sizes);
  for (let cycle = 0; cycle < MOST_CYCLES; cycle++) {
    let worst = 0;
    for (const one of wanted)
      worst = Math.max(worst, off(one, one.community < 0 ? toDistrict(cells, one, sizes) : toCommunity(cells, one, sizes)));
    for (let k = 0; k < n; k++) scale(cells, k, everything, sizes[k]);
    if (worst < MET) break;
  }
  const missed = wanted.flatMap((one) => {
    const reached = sumOf(cells, one, n);
    return off(one, reached) > MISSED && Math.abs(reached - one.value) > 1 ? [{ ...one, reached }] : [];
  });
  return { cells, missed };
}

const everything = { female: undefined, from: 0, to: OLDEST };

const off = ({ value }: Wanted, reached: number): number => Math.abs(reached - value) / Math.max(1, value);

function wantedOf({ communities, margins }: District, sizes: ArrayLike<number>): Wanted[] {
  let given = 0;
  let held = 0;
  for (const [k, { residents }] of communities.entries()) {
    given += residents;
    held += sizes[k];
  }
  const wanted: Wanted[] = [];
  for (const { community = -1, of, female, from = 0, to = OLDEST, value } of margins) {
    const times = community < 0 ? held / given : sizes[community] / communities[community].residents;
    if (of === "age") wanted.push({ community, female, from, to, value: value * times });
  }
  for (const [community, { residents, elders, children }] of communities.entries()) {
    const times = sizes[community] / residents;
    if (children !== undefined) wanted.push({ community, female: undefined, from: 0, to: 14, value: children * times });
    if (elders !== undefined) wanted.push({ community, female: undefined, from: 60, to: OLDEST, value: elders * times });
  }
  return wanted;
}

type Part = Pick<Wanted, "female" | "from" | "to">;

function sumIn(cells: Float64Array, community: number, { female, from, to }: Part): number {
  let sum = 0;
  const step = female === undefined ? 1 : 2;
  for (let c = 2 * from + (female ? 1 : 0); c < 2 * (to + 1); c += step) sum += cells[community * CELLS + c];
  return sum;
}

function times(cells: Float64Array, community: number, { female, from, to }: Part, factor: number): void {
  const step = female === undefined ? 1 : 2;
  for (let c = 2 * from + (female ? 1 : 0); c < 2 * (to + 1); c += step) cells[community * CELLS + c] *= factor;
}

function scale(cells: Float64Array, community: number, part: Part, value: number): void {
  const sum = sumIn(cells, community, part);
  if (sum > 0) times(cells, community, part, value / sum);
}

function sumOf(cells: Float64Array, one: Wanted, communities: number): number {
  if (one.community >= 0) return sumIn(cells, one.community, one);
  let sum = 0;
  for (let k = 0; k < communities; k++) sum += sumIn(cells, k, one);
  return sum;
}

/** Scales a part of a community to what it should be, and the rest to what is left. @returns what the part was before */
function toCommunity(cells: Float64Array, one: Wanted, sizes: ArrayLike<number>): number {
  const { community: k, value } = one;
  const sum = sumIn(cells, k, one);
  const all = sumIn(cells, k, everything);
  if (sum <= 0) return sum;
  const rest = all - sum;
  const factor = rest > 0 ? Math.max(0, sizes[k] - value) / rest : 1;
  if (rest > 0) times(cells, k, everything, factor);
  times(cells, k, one, value / (sum * (rest > 0 && factor > 0 ? factor : 1)));
  return sum;
}

function toDistrict(cells: Float64Array, one: Wanted, { length }: ArrayLike<number>): number {
  const sum = sumOf(cells, one, length);
  if (sum > 0) for (let k = 0; k < length; k++) times(cells, k, one, one.value / sum);
  return sum;
}

/**
 * Whole residents of a community by cell: sums over ages are rounded, of everybody and of men, so that each range of ages is
 * met to a person or two, in each sex too. Where rounding begins differs from community to community, so that it does not add
 * up over the district.
 */
export function wholeCells(cells: Float64Array, community: number): Uint32Array {
  const whole = new Uint32Array(CELLS);
  const start = (community * GOLDEN) % 1;
  const total = Math.round(sumIn(cells, community, everything));
  let [exact, exactMen, people, men] = [start + NEARLY, 1 - start, 0, 0];
  for (let a = 0; a < AGES; a++) {
    const male = cells[community * CELLS + 2 * a];
    exact += male + cells[community * CELLS + 2 * a + 1];
    exactMen += male;
    const all = (a === OLDEST ? total : Math.min(total, Math.floor(exact))) - people;
    const ofThem = Math.max(0, Math.min(all, Math.floor(exactMen) - men));
    whole[2 * a] = ofThem;
    whole[2 * a + 1] = all - ofThem;
    people += all;
    men += ofThem;
  }
  return whole;
}

/** Multiples of the golden ratio's fraction are spread evenly. */
const GOLDEN = 0.618033988749895;
const NEARLY = 1e-9;

/** Residents of 18 and over, and under an age, of a community. @param whole  [community * CELLS + cell] */
export function adultsIn(whole: Uint32Array, community: number, under = AGES): number {
  let adults = 0;
  for (let c = 2 * ADULT; c < 2 * under; c++) adults += whole[community * CELLS + c];
  return adults;
}
