import { findExchangeTie } from "../../circles/index.ts";
import { COMMUNITY, type Context, ORGANIZATION, type World } from "../../engine/index.ts";
import { reputed } from "../everyoneLearns/reputation.ts";
import type { Matching } from "./matchingParameters.ts";
import type { Offers } from "./offers.ts";
import { type Reach, reachOf } from "./reach.ts";

/** Draws 5, 6 ... of a matter: who comes to mind for it. */
const FIRST_ASKED = 5;

/** In the place of a tie where there is none. */
export const NO_TIE = -1;

/** Matters of one week in search of hours, one after the other. */
export interface Search {
  readonly world: World;
  readonly context: Context<Matching>;
  readonly offers: Offers;
  readonly reach: Reach;
  /** Ties to those whom the community knows, who fit and did not come to mind: known[0 .. fitting), in their order. */
  readonly known: Uint32Array;
  fitting: number;
  /** Ties to those who came to mind: minded[0 .. inMind), in their order. */
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
  return {
    world,
    context,
    offers,
    reach: reachOf(world),
    known: world.scratch("matching/known", Uint32Array, world.exchangeTies.rows + 1),
    fitting: 0,
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

/** Organization at the other end of a tie of the community; rows of ties may move as they are added. */
export const ofTie = ({ world }: Search, tie: number): number => world.exchangeTies.columns.b[tie];

/** The tie of the community to an organization, in its row or made this week; NO_TIE if there is none. */
export function tieTo(search: Search, g: number): number {
  const { world, reach, c } = search;
  for (let h = reach.start[c]; h < reach.start[c + 1]; h++) if (ofTie(search, reach.ties[h]) === g) return reach.ties[h];
  return findExchangeTie(world.exchangeTies, COMMUNITY, c, ORGANIZATION, g, reach.known);
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
  const { context, known, p } = search;
  const serial = serialOf(search);
  listFitting(search);
  search.inMind = 0;
  for (let ask = 0; ask < p.asks; ask++) {
    const strength = strengthOfFitting(search);
    if (strength === 0) return;
    const k = reached(search, context.draws.uniform(serial, FIRST_ASKED + ask) * strength);
    comesToMind(search, known[k]);
    known.copyWithin(k, k + 1, search.fitting--);
  }
}

function listFitting(search: Search): void {
  const { known, fit, c } = search;
  const { start, ties, types } = search.reach;
  let fitting = 0;
  // Written whether it fits or not: a condition that nothing foretells would take longer.
  for (let h = start[c], end = start[c + 1]; h < end; h++) {
    known[fitting] = ties[h];
    fitting += (fit >> types[h]) & 1;
  }
  search.fitting = fitting;
}

function strengthOfFitting({ world, known, fitting }: Search): number {
  const { strength } = world.exchangeTies.columns;
  let sum = 0;
  for (let k = 0; k < fitting; k++) sum += strength[known[k]];
  return sum;
}

/** The place among those who fit at which the sum of their strengths reaches a limit; the last one if it never does. */
function reached({ world, known, fitting }: Search, limit: number): number {
  const { strength } = world.exchangeTies.columns;
  let sum = 0;
  let k = -1;
  while (k < fitting - 1 && sum < limit) sum += strength[known[++k]];
  return k;
}

function comesToMind(search: Search, tie: number): void {
  const { minded } = search;
  let k = search.inMind++;
  for (; k > 0 && minded[k - 1] > tie; k--) minded[k] = minded[k - 1];
  minded[k] = tie;
}

/**
 * Among those who came to mind, the one that leaves the community most and was not asked yet.
 *
 * @param free  only such as have hours left
 * @returns its tie, or NO_TIE if there is none
 */
export function bestKnown(search: Search, free: boolean): number {
  const { offers, minded, inMind, asked } = search;
  const mark = markOf(search);
  let best = NO_TIE;
  let most = 0;
  for (let k = 0; k < inMind; k++) {
    const g = ofTie(search, minded[k]);
    if (asked[g] === mark || (free && offers.left[g] === 0)) continue;
    const now = leaves(search, g);
    if (best !== NO_TIE && now <= most) continue;
    best = minded[k];
    most = now;
  }
  return best;
}
