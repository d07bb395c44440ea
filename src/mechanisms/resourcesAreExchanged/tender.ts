import { DISTRICT, earns, MONEY, ORGANIZATION, OUTSIDE, type World } from "../../engine/index.ts";
import type { Draws } from "../../random/index.ts";

/** Whole lots of a budget; the rest is one more with the chance that it is of one, so that the budget is spent in the mean. */
export const wholeLots = (lots: number, uniform: number): number => Math.floor(lots) + (uniform < lots - Math.floor(lots) ? 1 : 0);

/**
 * Organizations by rank: the highest score first; among equal ones a keyed draw decides.
 *
 * @param scores  [g] score; below 0 of who may not bid
 */
export function ranked(scores: ArrayLike<number>, organizations: number, draws: Draws): number[] {
  const bidders: number[] = [];
  for (let g = 0; g < organizations; g++) if (scores[g] >= 0) bidders.push(g);
  const luck = bidders.map((g) => draws.uniform(g, 1));
  const places = bidders.map((_, k) => k);
  places.sort((a, b) => scores[bidders[b]] - scores[bidders[a]] || luck[a] - luck[b] || a - b);
  return places.map((k) => bidders[k]);
}

/**
 * Awards lots one by one, to each bidder in turn as many as it may hold. What finds no bidder is not spent.
 *
 * @param bidders   by rank
 * @param capacity  lots that one may hold
 * @param source    source of income, an index of incomeSources
 */
export function award(
  world: World,
  lots: number,
  yuan: number,
  bidders: readonly number[],
  capacity: (g: number) => number,
  source: number,
): void {
  let left = lots;
  for (const g of bidders) {
    const won = Math.min(left, capacity(g));
    left -= won;
    world.ledger.move(MONEY, OUTSIDE, 0, DISTRICT, 0, won * yuan);
    world.ledger.move(MONEY, DISTRICT, 0, ORGANIZATION, g, won * yuan);
    earns(world, g, source, won * yuan);
  }
}
