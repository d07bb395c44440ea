import { fourBlocks, type i32, type U32s } from "../kernels/index.ts";

/**
 * The blocks of the agents [from, to), four at a time: the last ones are of agents beyond.
 *
 * @param out  [4 (i - from) + word] written, with places for whole fours of agents
 */
export function fillBlocks(out: U32s, from: i32, to: i32, week: i32, stream: i32, block: i32, k0: i32, k1: i32): void {
  let at: i32 = 0;
  for (let i: i32 = from; i < to; i += 4) {
    fourBlocks(out, at, i, i + 1, i + 2, i + 3, week, stream, block, k0, k1);
    at += 16;
  }
}

/**
 * So many blocks, from the first one on, of each of the agents that are listed.
 *
 * @param agents  [row] their first `rows`
 * @param stride  rows, in whole fours
 * @param out     [4 (block stride + row) + word] written
 */
export function fillListed(
  out: U32s,
  agents: U32s,
  rows: i32,
  stride: i32,
  week: i32,
  stream: i32,
  first: i32,
  blocks: i32,
  k0: i32,
  k1: i32,
): void {
  for (let row: i32 = 0; row < rows; row += 4) {
    const a: i32 = agents[row];
    const b: i32 = agents[row + 1 < rows ? row + 1 : row];
    const c: i32 = agents[row + 2 < rows ? row + 2 : row];
    const d: i32 = agents[row + 3 < rows ? row + 3 : row];
    for (let k: i32 = 0; k < blocks; k++) fourBlocks(out, 4 * (k * stride + row), a, b, c, d, week, stream, first + k, k0, k1);
  }
}
