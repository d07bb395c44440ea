import type { Context, World } from "../../engine/index.ts";
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
  /** [organization] serial of the matter, plus 1, that it came to mind for last, and that it was asked for last. */
  readonly considered: Float64Array;
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
    considered: world.scratch("matching/considered", Float64Array, rows).fill(0, 0, rows),
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
  const { world, context, considered, p } = search;
  const serial = serialOf(search);
  for (let ask = 0; ask < p.asks; ask++) {
    const all = weighKnown(search, Number.POSITIVE_INFINITY);
    if (all.weight === 0) return;
    const { tie } = weighKnown(search, context.draws.uniform(serial, FIRST_ASKED + ask) * all.weight);
    considered[world.exchangeTies.columns.b[tie]] = serial + 1;
  }
}

/** Adds up the strength of ties to those who fit and did not come to mind yet, up to a limit. @returns the last tie added */
function weighKnown(search: Search, limit: number): { weight: number; tie: number } {
  const { world, reach, considered, c } = search;
  const { strength } = world.exchangeTies.columns;
  const mark = markOf(search);
  let weight = 0;
  let last = NO_TIE;
  for (let h = reach.start[c]; h < reach.start[c + 1] && weight < limit; h++) {
    const tie = reach.ties[h];
    const g = ofTie(search, tie);
    if (considered[g] === mark || !fits(search, g)) continue;
    weight += strength[tie];
    last = tie;
  }
  return { weight, tie: last };
}

/**
 * Among those who came to mind, the one that leaves the community most and was not asked yet.
 *
 * @param free  only such as have hours left
 * @returns its tie, or NO_TIE if there is none
 */
export function bestKnown(search: Search, free: boolean): number {
  const { offers, reach, considered, asked, c } = search;
  const mark = markOf(search);
  let best = NO_TIE;
  let most = 0;
  for (let h = reach.start[c]; h < reach.start[c + 1]; h++) {
    const tie = reach.ties[h];
    const g = ofTie(search, tie);
    if (considered[g] !== mark || asked[g] === mark || (free && offers.left[g] === 0)) continue;
    const now = leaves(search, g);
    if (best !== NO_TIE && now <= most) continue;
    best = tie;
    most = now;
  }
  return best;
}
