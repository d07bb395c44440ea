/** [k + 1022] 2^k for k in -1022 ... 1023. */
const powersOfTwo = new Float64Array(2046);
powersOfTwo[1022] = 1;
for (let k = 1; k <= 1023; k++) powersOfTwo[1022 + k] = powersOfTwo[1021 + k] * 2;
for (let k = 1; k <= 1022; k++) powersOfTwo[1022 - k] = powersOfTwo[1023 - k] / 2;

const powerOfTwo = (k: number): number => powersOfTwo[k + 1022];

const LN2_HIGH = 6.9314718036912381649e-1; // 33 bits, so that k * LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = Math.LOG2E;

/**
 * e^x from + - * / alone: the same bits on every engine. Error below 2 units in the last place.
 *
 * Reduces to |r| <= ln 2 / 2 and sums the Taylor series to r^13 / 13! (remainder below 2^-57 of the sum).
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.round(x * INVERSE_LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  // One expression, coefficients 1/13! ... 1/2!: a loop over an array of them takes twice as long.
  const late =
    ((((((1 / 6227020800) * r + 1 / 479001600) * r + 1 / 39916800) * r + 1 / 3628800) * r + 1 / 362880) * r + 1 / 40320) * r + 1 / 5040;
  const sum = ((((late * r + 1 / 720) * r + 1 / 120) * r + 1 / 24) * r + 1 / 6) * r + 1 / 2;
  // 1 + r + r^2 * sum, with the rounding error of r given back.
  const y = 1 + (r + (high - r - low) + r * r * sum);
  if (k > 1023) return y * 2 * powerOfTwo(1023) * powerOfTwo(k - 1024);
  if (k >= -1022) return y * powerOfTwo(k);
  return y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}
