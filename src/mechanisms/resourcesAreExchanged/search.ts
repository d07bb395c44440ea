import type { Context, World } from "../../engine/index.ts";
import { reputed } from "../everyoneLearns/reputation.ts";
import type { Matching } from "./matchingParameters.ts";
import type { Offers } from "./offers.ts";
import { type Reach, reachOf } from "./reach.ts";

/** Draws 5, 6 ... of a matter: who comes to mind for it. */
const FIRST_ASKED = 5;

/** In the place of a place where there is none. */
export const NO_PLACE = -1;

/** Matters of one week in search of hours, one after the other. */
export interface Search {
  readonly world: World;
  readonly context: Context<Matching>;
  readonly offers: Offers;
  readonly reach: Reach;
  /** Places in `reach` of those whom the community knows, who fit and did not come to mind: known[0 .. fitting), in their order. */
  readonly known: Uint32Array;
  fitting: number;
  /** [k] strength of the ties to known[0 .. k]. */
  readonly sums: Float64Array;
  /** Places of those who came to mind: minded[0 .. inMind), in their order. */
  readonly minded: Uint32Array;
  inMind: number;
  /** [organization] serial of the matter, plus 1, that it was asked for last. */
  readonly asked: Float64Array;
  /** [organization] minutes that it gave to that matter. */
  readonly gave: Float64Array;
  /** Of the matter that seeks now: its row, its community and the parameters there. */
  q: number;
  c: number;
  p: Matching;
  /** Bits of the types of organizations that fit. */
  fit: number;
  /** Minutes of work that it seeks, has found, and has found in other communities. */
  want: number;
  got: number;
  away: number;
}

/** The search of one week; no matter seeks yet. */
export function beginSearch(world: World, context: Context<Matching>, offers: Offers): Search {
  const { rows } = world.organizations;
  const reach = reachOf(world);
  // A row of all that there are, and one place more, which is written before it is known whether it fits.
  const most = reach.ties.length + 1;
  return {
    world,
    context,
    offers,
    reach,
    known: world.scratch("matching/known", Uint32Array, most),
    fitting: 0,
    sums: world.scratch("matching/sums", Float64Array, most),
    minded: world.scratch("matching/minded", Uint32Array, rows),
    inMind: 0,
    asked: world.scratch("matching/asked", Float64Array, rows).fill(0, 0, rows),
    gave: world.scratch("matching/gave", Float64Array, rows).fill(0, 0, rows),
    q: -1,
    c: -1,
    p: context.parameters,
    fit: 0,
    want: 0,
    got: 0,
    away: 0,
  };
}

export const isShort = ({ got, want }: Search): boolean => got < want;

/** True as long as the matter is short of hours and an organization that fits has any. */
export const goesOn = (search: Search): boolean => isShort(search) && (search.fit & search.offers.ableTypes) !== 0;

export const fits = ({ world, fit }: Search, g: number): boolean => (fit & (1 << world.organizations.columns.type[g])) !== 0;

/** Place in `reach` of an organization that the community has known since the week began; NO_PLACE if there is none. */
export function placeOf({ reach: { start, organizations }, c }: Search, g: number): number {
  for (let h = start[c], end = start[c + 1]; h < end; h++) if (organizations[h] === g) return h;
  return NO_PLACE;
}

export const serialOf = ({ world, q }: Search): number => world.matters.columns.serial[q];

/** Marks whom the matter has asked. */
export const markOf = (search: Search): number => serialOf(search) + 1;

/** What an organization leaves the community of what is expected of it (eq. 4.7). */
export function leaves({ world: { organizations } }: Search, g: number): number {
  return reputed(organizations, g) * (1 - organizations.columns.demand[g]);
}

/**
 * Those whom the community knows and who fit come to mind by the strength of their ties, a few of them a week; whether
 * they have any hours left is not known before they are asked.
 */
export function callToMind(search: Search): void {
  const { context, known, sums, p } = search;
  const serial = serialOf(search);
  listFitting(search);
  search.inMind = 0;
  sumStrengths(search);
  for (let ask = 0; ask < p.asks && search.fitting > 0; ask++) {
    const strength = sums[search.fitting - 1];
    if (strength === 0) return;
    const k = reached(search, context.draws.uniform(serial, FIRST_ASKED + ask) * strength);
    comesToMind(search, known[k]);
    if (ask < p.asks - 1) leaveOut(search, k);
  }
}

function listFitting(search: Search): void {
  const { known, fit, c } = search;
  const { start, types } = search.reach;
  let fitting = 0;
  // Written whether it fits or not: a condition that nothing foretells would take longer.
  for (let h = start[c], end = start[c + 1]; h < end; h++) {
    known[fitting] = h;
    fitting += (fit >> types[h]) & 1;
  }
  search.fitting = fitting;
}

/** Sums up the strengths of those who fit, one after the other. */
function sumStrengths({ reach: { strengths }, known, sums, fitting }: Search): void {
  let sum = 0;
  for (let k = 0; k < fitting; k++) {
    sum += strengths[known[k]];
    sums[k] = sum;
  }
}

/** Leaves the k-th of those who fit out: of those after it the sums are other ones, as if it had never been there. */
function leaveOut(search: Search, k: number): void {
  const { known, sums } = search;
  const { strengths } = search.reach;
  const fitting = --search.fitting;
  let sum = k === 0 ? 0 : sums[k - 1];
  for (let left = k; left < fitting; left++) {
    known[left] = known[left + 1];
    sum += strengths[known[left]];
    sums[left] = sum;
  }
}

/** The first of those who fit at whom the sum of their strengths reaches a limit; the last one if it never does. */
function reached({ sums, fitting }: Search, limit: number): number {
  let low = 0;
  let high = fitting - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

function comesToMind(search: Search, place: number): void {
  const { minded } = search;
  let k = search.inMind++;
  for (; k > 0 && minded[k - 1] > place; k--) minded[k] = minded[k - 1];
  minded[k] = place;
}

/**
 * Among those who came to mind, the one that leaves the community most and was not asked yet.
 *
 * @param free  only such as have hours left
 * @returns its place, or NO_PLACE if there is none
 */
export function bestKnown(search: Search, free: boolean): number {
  const { offers, minded, inMind, asked } = search;
  const { organizations } = search.reach;
  const mark = markOf(search);
  let best = NO_PLACE;
  let most = 0;
  for (let k = 0; k < inMind; k++) {
    const g = organizations[minded[k]];
    if (asked[g] === mark || (free && offers.left[g] === 0)) continue;
    const now = leaves(search, g);
    if (best !== NO_PLACE && now <= most) continue;
    best = minded[k];
    most = now;
  }
  return best;
}
