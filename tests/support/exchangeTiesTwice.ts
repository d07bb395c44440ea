import type { ExchangeTies } from "../../src/circles/index.ts";

/** Ties of the organization network that stand twice between the same two, or lead from one to itself. */
export function exchangeTiesTwice({ rows, columns: t }: ExchangeTies): string[] {
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (let e = 0; e < rows; e++) {
    const ends = [`${t.kindA[e]}:${t.a[e]}`, `${t.kindB[e]}:${t.b[e]}`];
    const pair = ends.sort().join(" ");
    if (ends[0] === ends[1] || seen.has(pair)) wrong.push(pair);
    seen.add(pair);
  }
  return wrong;
}
