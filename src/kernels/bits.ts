/** What compiled kernels have as single instructions (prelude.as.ts), to the same bits. */

/** [k + 1022] 2^k for k in -1022 ... 1023. */
const powersOfTwo = new Float64Array(2046);
powersOfTwo[1022] = 1;
for (let k = 1; k <= 1023; k++) powersOfTwo[1022 + k] = powersOfTwo[1021 + k] * 2;
for (let k = 1; k <= 1022; k++) powersOfTwo[1022 - k] = powersOfTwo[1023 - k] / 2;

/** 2^k for k in -1022 ... 1023. */
export const powerOfTwo = (k: number): number => powersOfTwo[k + 1022];

/** Float64 seen as two 32-bit words, little-endian. */
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

/** The eleven bits of the exponent: 1023 more than it; 0 of a subnormal number. @param x  not negative */
export function exponentBits(x: number): number {
  number[0] = x;
  return words[1] >>> 20;
}

/** The same digits with exponent 0: in [1, 2). @param x  positive, not subnormal */
export function significand(x: number): number {
  number[0] = x;
  words[1] = (words[1] & 0xfffff) | 0x3ff00000;
  return number[0];
}

/** In a row of `length` flags, the place of the next that is not 0, from `start` on and then from the beginning; `start` if there is none. */
export function nextFlag(flags: Uint8Array, first: number, length: number, start: number): number {
  let at = start;
  for (let k = 0; k < length; k++) {
    if (flags[first + at] !== 0) return at;
    at++;
    if (at === length) at = 0;
  }
  return start;
}

/** Adds to a place where several threads may add. */
export const addShared = (values: Uint32Array, at: number, amount: number): void => {
  Atomics.add(values, at, amount);
};
