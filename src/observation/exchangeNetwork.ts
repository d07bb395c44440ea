import { nodeKinds } from "../circles/index.ts";
import type { World } from "../engine/index.ts";

/** Nodes by number, and ties in the order in which they stand: no two nodes have two, and none has one with itself. */
export interface Network {
  readonly nodes: number;
  /** [tie * 2] its one end, [tie * 2 + 1] its other */
  readonly ends: Uint32Array;
}

export interface ExchangeNetwork extends Network {
  /** [node] its kind, an index of nodeKinds, and its row in the table of that kind. */
  readonly of: readonly { readonly kind: number; readonly index: number }[];
  /** [tie] its row among those of the world. */
  readonly rows: Uint32Array;
}

const ORGANIZATION = nodeKinds.indexOf("organization");

/** The organization network in numbers: the organizations that stand, then other nodes as ties lead to them. */
export function exchangeNetwork({ organizations, exchangeTies }: World): ExchangeNetwork {
  const { rows, columns: t } = exchangeTies;
  const of: { kind: number; index: number }[] = [];
  const known = nodeKinds.map(() => new Map<number, number>());
  const node = (kind: number, index: number): number => {
    const before = known[kind].get(index);
    if (before !== undefined) return before;
    known[kind].set(index, of.length);
    return of.push({ kind, index }) - 1;
  };
  for (let g = 0; g < organizations.rows; g++) if (organizations.columns.alive[g]) node(ORGANIZATION, g);
  const most = of.length + 2 * rows;
  const tied = new Set<number>();
  const ends = new Uint32Array(2 * rows);
  const tieRows = new Uint32Array(rows);
  for (let e = 0; e < rows; e++) {
    const a = node(t.kindA[e], t.a[e]);
    const b = node(t.kindB[e], t.b[e]);
    const pair = Math.min(a, b) * most + Math.max(a, b);
    if (a === b || tied.has(pair)) continue; // a district of one's own may name two twice
    ends[2 * tied.size] = a;
    ends[2 * tied.size + 1] = b;
    tieRows[tied.size] = e;
    tied.add(pair);
  }
  return { nodes: of.length, ends: ends.subarray(0, 2 * tied.size), of, rows: tieRows.subarray(0, tied.size) };
}
