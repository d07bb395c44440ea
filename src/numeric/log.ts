/** Float64 seen as two 32-bit words, little-endian. */
const f64 = new Float64Array(1);
const u32 = new Uint32Array(f64.buffer);

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const SQRT2 = Math.SQRT2;

/**
 * Natural logarithm from + - * / alone. Error below 2 units in the last place.
 *
 * x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2); log(1 + f) = 2 artanh(s), s = f / (2 + f), as a series in s^2
 * to s^23 (|s| < 0.1716, remainder below 2^-60).
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  let k = 0;
  f64[0] = x;
  if (u32[1] >>> 20 === 0) {
    f64[0] = x * 18014398509481984; // 2^54: subnormal
    k = -54;
  }
  k += (u32[1] >>> 20) - 1023;
  u32[1] = (u32[1] & 0xfffff) | 0x3ff00000;
  let m = f64[0];
  if (m > SQRT2) {
    m /= 2;
    k++;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let sum = 2 / 23;
  for (let d = 21; d >= 3; d -= 2) sum = sum * z + 2 / d;
  const rest = z * sum;
  // log(1 + f) = f - f^2/2 + s (f^2/2 + rest), which keeps the leading digits exact.
  const half = (f * f) / 2;
  return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
}
