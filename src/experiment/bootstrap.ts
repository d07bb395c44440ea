import jstat from "jstat";
import { mean } from "simple-statistics";
import { setupStream } from "../random/index.ts";

/** Rows of a resample, drawn with replacement. */
export type Resample = Uint32Array;

/** A statistic of some rows. */
export type Statistic = (rows: ArrayLike<number>) => number;

/** Resamples of n rows, from a set-up stream of their own: the same seed and name give the same intervals. */
export function resamples(n: number, count: number, seed: string, name: string): Resample[] {
  const stream = setupStream(seed, `bootstrap/${name}/${n}`);
  return Array.from({ length: count }, () => Uint32Array.from({ length: n }, () => stream.int(n)));
}

/**
 * Ends of the bias-corrected and accelerated bootstrap interval (BCa) of a statistic of n rows. Where all resamples give one
 * value the interval is that value.
 *
 * Source: B. Efron (1987), Better bootstrap confidence intervals, JASA 82(397), 171-185. doi:10.1080/01621459.1987.10478410;
 * acceleration by the jackknife, eq. 6.6 there.
 */
export function bootstrapInterval(
  statistic: Statistic,
  n: number,
  drawn: readonly Resample[],
  confidence = 0.95,
): { low: number; high: number } {
  const values = Float64Array.from(drawn, statistic).filter(Number.isFinite).sort();
  const all = Uint32Array.from({ length: n }, (_, row) => row);
  const value = statistic(all);
  if (n < 2 || values.length === 0) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  if (values[0] === values[values.length - 1]) return { low: values[0], high: values[0] };
  // Values equal to the statistic count half, so that discrete ones are not pushed aside.
  const below = values.reduce((sum, v) => sum + (v < value ? 1 : v === value ? 0.5 : 0), 0) / values.length;
  const inside = Math.min(1 - 0.5 / values.length, Math.max(0.5 / values.length, below));
  const bias = jstat.normal.inv(inside, 0, 1);
  const left = Array.from(all, (row) => statistic(all.filter((other) => other !== row)));
  const center = mean(left);
  let [squares, cubes] = [0, 0];
  for (const v of left) {
    const d = center - v;
    squares += d * d;
    cubes += d * d * d;
  }
  const acceleration = squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
  const end = (share: number) => {
    const z = bias + jstat.normal.inv(share, 0, 1);
    const at = jstat.normal.cdf(bias + z / (1 - acceleration * z), 0, 1);
    return values[Math.min(values.length - 1, Math.max(0, Math.round(at * (values.length + 1)) - 1))];
  };
  return { low: end((1 - confidence) / 2), high: end((1 + confidence) / 2) };
}
