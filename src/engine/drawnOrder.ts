import type { Draws } from "../random/index.ts";

/** More rows than any table has. */
const PLACES = 2_097_152;

/**
 * Rows in the order of a draw of each, so that none is favoured by its place; where two draw the same, as they were.
 *
 * Draw and place make one whole number below 2^53, so that numbers are sorted without a comparison in JavaScript.
 *
 * @param agent  [row] agent of the draw
 */
export function inDrawnOrder(rows: readonly number[], agent: ArrayLike<number>, draws: Draws, draw: number): number[] {
  const keys = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) keys[k] = draws.uint32(agent[rows[k]], draw) * PLACES + k;
  return Array.from(keys.sort(), (key) => rows[key % PLACES]);
}
