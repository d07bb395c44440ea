import { log } from "./log.ts";

const ratio = (x: number, top: readonly number[], bottom: readonly number[]): number => {
  let a = 0;
  let b = 0;
  for (let k = top.length - 1; k >= 0; k--) a = a * x + top[k];
  for (let k = bottom.length - 1; k >= 0; k--) b = b * x + bottom[k];
  return a / b;
};

/**
 * Quantile of the standard normal distribution, relative error about 1e-9.
 *
 * Source: P. J. Acklam's rational approximation (2003), relative error 1.15e-9 over (0, 1).
 *
 * @param p  probability in (0, 1); 0 and 1 give infinities
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p < 0.02425) return tail(Math.sqrt(-2 * log(p)));
  if (p > 1 - 0.02425) return -tail(Math.sqrt(-2 * log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    q *
    ratio(
      r,
      [2.506628277459239, -30.66479806614716, 138.357751867269, -275.9285104469687, 220.9460984245205, -39.69683028665376],
      [1, -13.28068155288572, 66.80131188771972, -155.6989798598866, 161.5858368580409, -54.47609879822406],
    )
  );
}

const tail = (q: number): number =>
  ratio(
    q,
    [2.938163982698783, 4.374664141464968, -2.549732539343734, -2.400758277161838, -0.3223964580411365, -0.007784894002430293],
    [1, 3.754408661907416, 2.445134137142996, 0.3224671290700398, 0.007784695709041462],
  );
