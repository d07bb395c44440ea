import { dropTie } from "../../circles/ties.kernel.ts";
import type { i32, U8s, U16s, U32s } from "../../kernels/index.ts";

/**
 * Ends the ties of those who leave in the rows of residents [from, to): their own rows are emptied, and from the row of
 * anybody else they are dropped in their order.
 *
 * @param fates    [i] what becomes of i
 * @param gone     bits of which one says that i leaves
 * @param parting  [i] 1 if a tie of i ends; 0 afterwards
 */
export function endTies(
  fates: U8s,
  gone: i32,
  parting: U8s,
  offsets: U32s,
  degree: U16s,
  neighbors: U32s,
  core: U8s,
  from: i32,
  to: i32,
): void {
  for (let i: i32 = from; i < to; i++) {
    if (parting[i] === 0) continue;
    parting[i] = 0;
    const first: i32 = offsets[i];
    let end: i32 = first + degree[i];
    if ((fates[i] & gone) !== 0) {
      for (let h: i32 = first; h < end; h++) {
        neighbors[h] = 0;
        core[h] = 0;
      }
      degree[i] = 0;
      continue;
    }
    let left: i32 = 0;
    for (let h: i32 = first; h < end; h++) left += (fates[neighbors[h]] & gone) !== 0 ? 1 : 0;
    for (; left > 0; left--) {
      let lowest: i32 = -1;
      for (let h: i32 = first; h < end; h++)
        if ((fates[neighbors[h]] & gone) !== 0 && (lowest < 0 || neighbors[h] < neighbors[lowest])) lowest = h;
      dropTie(offsets, degree, neighbors, core, i, lowest);
      end--;
    }
  }
}
