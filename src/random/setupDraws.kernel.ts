import type { F64s, f64, i32 } from "../kernels/index.ts";
import { exp, log, normalQuantile, pow } from "../numeric/index.ts";

const SQUEEZE: f64 = 0.0331; // Marsaglia & Tsang (2000)
const MOST_TRIES: i32 = 2000;

/** The next number of Alea, in [0, 1). @param alea  where it stands: carry, and three numbers */
export function drawNext(alea: F64s): f64 {
  const t: f64 = 2091639.0 * alea[1] + alea[0] / 4294967296.0;
  const carry: f64 = Math.floor(t);
  alea[1] = alea[2];
  alea[2] = alea[3];
  alea[0] = carry;
  alea[3] = t - carry;
  return alea[3];
}

/** In (0, 1). */
export function drawOpen(alea: F64s): f64 {
  return (Math.floor(drawNext(alea) * 4294967296.0) + 0.5) / 4294967296.0;
}

export function drawNormal(alea: F64s): f64 {
  return normalQuantile(drawOpen(alea));
}

/** Poisson by inversion; the mean is below 500. */
export function drawPoisson(alea: F64s, mean: f64): i32 {
  const u: f64 = drawNext(alea);
  let probability: f64 = exp(-mean);
  let cumulative: f64 = probability;
  let k: i32 = 0;
  while (u > cumulative && k < MOST_TRIES) {
    k++;
    probability *= mean / (k as f64);
    cumulative += probability;
  }
  return k;
}

/** Gamma by Marsaglia & Tsang (2000). */
export function drawGamma(alea: F64s, shape: f64, scale: f64): f64 {
  if (shape < 1) {
    const more: f64 = drawGamma(alea, shape + 1, scale);
    return more * pow(drawOpen(alea), 1 / shape);
  }
  const d: f64 = shape - 1.0 / 3.0;
  const c: f64 = 1 / Math.sqrt(9 * d);
  let v3: f64 = 0;
  let isAccepted = false;
  while (!isAccepted) {
    const x: f64 = drawNormal(alea);
    const v: f64 = 1 + c * x;
    if (v <= 0) continue;
    v3 = v * v * v;
    const u: f64 = drawOpen(alea);
    // The first condition is inside the second, and spares both logarithms for most.
    isAccepted = u < 1 - SQUEEZE * (x * x) * (x * x) || log(u) < (x * x) / 2 + d - d * v3 + d * log(v3);
  }
  return d * v3 * scale;
}

export function drawBeta(alea: F64s, a: f64, b: f64): f64 {
  const x: f64 = drawGamma(alea, a, 1);
  return x / (x + drawGamma(alea, b, 1));
}
