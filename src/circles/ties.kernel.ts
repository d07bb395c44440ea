import type { i32, U8s, U16s, U32s } from "../kernels/index.ts";

/** Drops the tie in place h of the row of i, whose last tie takes the place. The row of the other is to follow. */
export function dropTie(offsets: U32s, degree: U16s, neighbors: U32s, core: U8s, i: i32, h: i32): void {
  const d: i32 = degree[i] - 1;
  if (d < 0) return;
  degree[i] = d;
  const last: i32 = offsets[i] + d;
  neighbors[h] = neighbors[last];
  core[h] = core[last];
  neighbors[last] = 0;
  core[last] = 0;
}
