import type { i32, U8s, U32s } from "../kernels/index.ts";

/** Lists the rows of [from, to) in which a column is not 0, in their order. @returns how many there are */
export function listRowsWith(values: U8s, from: i32, to: i32, rows: U32s): i32 {
  let count: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    if (values[i] !== 0) {
      rows[count] = i;
      count++;
    }
  }
  return count;
}
