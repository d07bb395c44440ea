/** Float64 seen as two 32-bit words, little-endian as on every machine that runs a JavaScript engine today. */
const f64 = new Float64Array(1);
const u32 = new Uint32Array(f64.buffer);

/** 2^k for k in -1022 ... 1023. */
function powerOfTwo(k: number): number {
  u32[0] = 0;
  u32[1] = (k + 1023) << 20;
  return f64[0];
}

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
  let sum = 1 / 6227020800;
  for (let i = 0; i < inverseFactorials.length; i++) sum = sum * r + inverseFactorials[i];
  // 1 + r + r^2 * sum, with the rounding error of r given back.
  const y = 1 + (r + (high - r - low) + r * r * sum);
  if (k > 1023) return y * 2 * powerOfTwo(1023) * powerOfTwo(k - 1024);
  if (k >= -1022) return y * powerOfTwo(k);
  return y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}

/** 1/12!, ..., 1/2!. */
const inverseFactorials = [
  1 / 479001600,
  1 / 39916800,
  1 / 3628800,
  1 / 362880,
  1 / 40320,
  1 / 5040,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
];
