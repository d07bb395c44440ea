import { exponentBits, type f64, type i32, significand } from "../kernels/index.ts";

const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const SQRT2: f64 = Math.SQRT2;

/**
 * Natural logarithm from + - * / alone. Error below 2 units in the last place.
 *
 * x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2); log(1 + f) = 2 artanh(s), s = f / (2 + f), as a series in s^2
 * to s^23 (|s| < 0.1716, remainder below 2^-60).
 */
export function log(x: f64): f64 {
  if (x !== x || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  const isSubnormal = exponentBits(x) === 0;
  const y: f64 = isSubnormal ? x * 18014398509481984.0 : x; // 2^54
  let k: i32 = exponentBits(y) - (isSubnormal ? 1077 : 1023);
  let m: f64 = significand(y);
  if (m > SQRT2) {
    m /= 2;
    k++;
  }
  const f: f64 = m - 1;
  const s: f64 = f / (2 + f);
  const z: f64 = s * s;
  let sum: f64 = 2.0 / 23.0;
  for (let d: f64 = 21; d >= 3; d -= 2) sum = sum * z + 2 / d;
  const rest: f64 = z * sum;
  // log(1 + f) = f - f^2/2 + s (f^2/2 + rest), which keeps the leading digits exact.
  const half: f64 = (f * f) / 2;
  const e: f64 = k as f64;
  return e * LN2_HIGH - (half - (s * (half + rest) + e * LN2_LOW) - f);
}
