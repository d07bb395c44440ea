import { exp } from "../../numeric/index.ts";

/** Terms of the series; they fall off as exp(-2 k² λ²). */
const TERMS = 100;

/**
 * Chance that values spread as evenly over their range lie as far from it as these do: the test of Kolmogorov and Smirnov. With
 * few possible values it says too large a chance, never too small a one.
 *
 * Source: M. A. Stephens (1970), Use of the Kolmogorov-Smirnov, Cramér-von Mises and related statistics without extensive
 * tables, Journal of the Royal Statistical Society B 32(1), 115-122.
 *
 * @param places  0 to 1
 * @param count   values that there may be, at equal steps from 0 to 1; infinite for all in between
 */
export function uniformityChance(places: readonly number[], count: number): number {
  const sorted = [...places].sort((a, b) => a - b);
  const n = sorted.length;
  if (n < 2) return Number.NaN;
  const below = (place: number) => (Number.isFinite(count) ? (Math.round(place * (count - 1)) + 1) / count : place);
  let apart = 0;
  for (let k = 0; k < n; k++) {
    const expected = below(sorted[k]);
    if (k + 1 === n || sorted[k + 1] > sorted[k]) apart = Math.max(apart, Math.abs((k + 1) / n - expected));
    if (!Number.isFinite(count)) apart = Math.max(apart, Math.abs(k / n - expected));
    else if (k === 0) apart = Math.max(apart, expected - 1 / count);
  }
  return kolmogorov((Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * apart);
}

/** P(K > λ) = 2 Σ (-1)^(k-1) exp(-2 k² λ²). */
function kolmogorov(lambda: number): number {
  if (lambda < 0.2) return 1;
  let [sum, sign] = [0, 1];
  for (let k = 1; k <= TERMS; k++) {
    sum += sign * exp(-2 * k * k * lambda * lambda);
    sign = -sign;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
