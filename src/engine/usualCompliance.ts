import type { World } from "./world.ts";

/** How far norms are usually kept in a community: the mean compliance of its residents, 0-1 [Z22]. */
export function usualCompliance({ communities, residents }: World, c: number): number {
  const { compliance } = residents.columns;
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  let sum = 0;
  for (let i = from; i < to; i++) sum += compliance[i];
  return sum / Math.max(1, to - from);
}
