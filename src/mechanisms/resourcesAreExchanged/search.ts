import type { Context, World } from "../../engine/index.ts";
import { reputed } from "../everyoneLearns/reputation.ts";
import type { Matching } from "./matchingParameters.ts";
import type { Offers } from "./offers.ts";
import { type Reach, reachOf } from "./reach.ts";

/** In the place of a tie where there is none. */
export const NO_TIE = -1;

/** Matters of one week in search of hours, one after the other. */
export interface Search {
  readonly world: World;
  readonly context: Context<Matching>;
  readonly offers: Offers;
  readonly reach: Reach;
  /** [organization] serial of the matter, plus 1, that it was asked for last as one that the community knows. */
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
  /** Where among those known the search begins: a place drawn. */
  from: number;
}

/** The search of one week; no matter seeks yet. */
export function beginSearch(world: World, context: Context<Matching>, offers: Offers): Search {
  const { rows } = world.organizations;
  return {
    world,
    context,
    offers,
    reach: reachOf(world),
    asked: world.scratch("matching/asked", Float64Array, rows).fill(0, 0, rows),
    gave: world.scratch("matching/gave", Float64Array, rows).fill(0, 0, rows),
    q: -1,
    c: -1,
    p: context.parameters,
    fit: 0,
    want: 0,
    got: 0,
    away: 0,
    from: 0,
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

export const knownTo = ({ reach, c }: Search): number => reach.start[c + 1] - reach.start[c];

/** What an organization leaves the community of what is expected of it (eq. 4.7). */
export function leaves({ world: { organizations } }: Search, g: number): number {
  return reputed(organizations, g) * (1 - organizations.columns.demand[g]);
}

/**
 * Among those whom the community knows, the one that leaves it most and was not asked yet.
 *
 * @returns its tie, or NO_TIE if there is none
 */
export function bestKnown(search: Search): number {
  const { offers, reach, asked, c, from } = search;
  const first = reach.start[c];
  const known = knownTo(search);
  const mark = markOf(search);
  let best = NO_TIE;
  let most = 0;
  for (let j = 0; j < known; j++) {
    const tie = reach.ties[first + ((from + j) % known)];
    const g = ofTie(search, tie);
    if (offers.left[g] === 0 || asked[g] === mark || !fits(search, g)) continue;
    const now = leaves(search, g);
    if (best !== NO_TIE && now <= most) continue;
    best = tie;
    most = now;
  }
  return best;
}
