import type { f64 } from "../kernels/index.ts";
import { log } from "./log.ts";

/**
 * Quantile of the standard normal distribution, relative error about 1e-9.
 *
 * Source: P. J. Acklam's rational approximation (2003), relative error 1.15e-9 over (0, 1).
 *
 * @param p  probability in (0, 1); 0 and 1 give infinities
 */
export function normalQuantile(p: f64): f64 {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p < 0.02425) return tail(Math.sqrt(-2 * log(p)));
  if (p > 1 - 0.02425) return -tail(Math.sqrt(-2 * log(1 - p)));
  const q: f64 = p - 0.5;
  const r: f64 = q * q;
  return (
    q *
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r +
      2.506628277459239) /
      (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1))
  );
}

/** From the square root of -2 log p, for p below 0.02425. */
function tail(q: f64): f64 {
  return (
    (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
      2.938163982698783) /
    ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
  );
}
