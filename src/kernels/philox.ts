export const MULTIPLIER0 = 0xd2511f53;
export const MULTIPLIER1 = 0xcd9e8d57;
export const WEYL0 = 0x9e3779b9;
export const WEYL1 = 0xbb67ae85;

/**
 * Philox4x32-10: four words from a counter of four and a key of two, ten rounds.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
 *
 * @param out  [at ... at + 3] written
 */
export function philox4x32(out: Uint32Array, c0: number, c1: number, c2: number, c3: number, k0: number, k1: number, at = 0): void {
  for (let round = 0; round < 10; round++) {
    const high0 = mulHigh(MULTIPLIER0, c0);
    const low0 = Math.imul(MULTIPLIER0, c0);
    const high1 = mulHigh(MULTIPLIER1, c2);
    const low1 = Math.imul(MULTIPLIER1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + WEYL0) | 0;
    k1 = (k1 + WEYL1) | 0;
  }
  out[at] = c0;
  out[at + 1] = c1;
  out[at + 2] = c2;
  out[at + 3] = c3;
}

/** Upper 32 bits of the product of two unsigned 32-bit integers, from 16-bit halves. */
function mulHigh(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const cross = ((Math.imul(aHigh, bLow) >>> 0) + (Math.imul(aLow, bLow) >>> 16)) >>> 0;
  const middle = ((Math.imul(aLow, bHigh) >>> 0) + (cross & 0xffff)) >>> 0;
  return (Math.imul(aHigh, bHigh) + (cross >>> 16) + (middle >>> 16)) | 0;
}

/**
 * The blocks of four counters that differ in their first word; compiled, all four at once (prelude.as.ts).
 *
 * @param out  [at ... at + 15] written, one block after the other
 */
export function fourBlocks(
  out: Uint32Array,
  at: number,
  a: number,
  b: number,
  c: number,
  d: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  philox4x32(out, a, c1, c2, c3, k0, k1, at);
  philox4x32(out, b, c1, c2, c3, k0, k1, at + 4);
  philox4x32(out, c, c1, c2, c3, k0, k1, at + 8);
  philox4x32(out, d, c1, c2, c3, k0, k1, at + 12);
}
