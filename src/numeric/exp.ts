import { type f64, type i32, powerOfTwo } from "../kernels/index.ts";

const LN2_HIGH: f64 = 6.9314718036912381649e-1; // 33 bits, so that k * LN2_HIGH is exact
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const INVERSE_LN2: f64 = Math.LOG2E;

/**
 * e^x from + - * / alone: the same bits on every engine. Error below 2 units in the last place.
 *
 * Reduces to |r| <= ln 2 / 2 and sums the Taylor series to r^13 / 13! (remainder below 2^-57 of the sum).
 */
export function exp(x: f64): f64 {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const whole: f64 = Math.round(x * INVERSE_LN2);
  const k: i32 = whole as i32;
  const high: f64 = x - whole * LN2_HIGH;
  const low: f64 = whole * LN2_LOW;
  const r: f64 = high - low;
  // One expression, coefficients 1/13! ... 1/2!: a loop over an array of them takes twice as long.
  const late: f64 =
    ((((((1.0 / 6227020800.0) * r + 1.0 / 479001600.0) * r + 1.0 / 39916800.0) * r + 1.0 / 3628800.0) * r + 1.0 / 362880.0) * r +
      1.0 / 40320.0) *
      r +
    1.0 / 5040.0;
  const sum: f64 = ((((late * r + 1.0 / 720.0) * r + 1.0 / 120.0) * r + 1.0 / 24.0) * r + 1.0 / 6.0) * r + 1.0 / 2.0;
  // 1 + r + r^2 * sum, with the rounding error of r given back.
  const y: f64 = 1 + (r + (high - r - low) + r * r * sum);
  if (k > 1023) return y * 2 * powerOfTwo(1023) * powerOfTwo(k - 1024);
  if (k >= -1022) return y * powerOfTwo(k);
  return y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}
