import jstat from "jstat";
import { exp, log } from "../numeric/index.ts";
import { allEqual, type Ends, endless } from "./intervals.ts";

/** A statistic of some rows. */
export type Statistic = (rows: ArrayLike<number>) => number;

/** A number with its 95% interval. */
export interface Bounded extends Ends {
  value: number;
}

/** Most parts that are left out in turn: beyond, parts of several rows (Kott 2001), for time grows with their square. */
const PARTS = 256;

/**
 * A statistic of n independent rows with its interval by the jackknife: the estimate, give or take a quantile of t with n - 1
 * degrees of freedom times the root of (n - 1) / n times the sum of squares of what is left when a row is left out. Of a mean
 * this is the t-interval. Statistics that cannot be negative, such as standard deviations, are taken on the scale of the
 * logarithm, where their distribution leans less. Where nothing varies, or with a single row, the interval has no ends: equal
 * values do not show how much others would differ.
 *
 * Why not the bootstrap: of 4, 10 and 20 normal values its BCa interval of the mean holds the truth in 77%, 89% and 92% of
 * cases, that of the standard deviation in 54%, 83% and 93%; this one in 94% to 96% (tests/experiment/jackknife.test.ts).
 *
 * Sources: J. W. Tukey (1958), Ann. Math. Statist. 29, 614; R. G. Miller (1974), The jackknife - a review, Biometrika 61(1),
 * 1-15. doi:10.1093/biomet/61.1.1, with the logarithm of a variance; parts: P. S. Kott (2001), J. Off. Statist. 17(4), 521-526.
 *
 * @param positive  the statistic cannot be negative
 */
export function jackknife(statistic: Statistic, n: number, positive = false, confidence = 0.95): Bounded {
  if (n === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const all = Uint32Array.from({ length: n }, (_, row) => row);
  const value = statistic(all);
  if (n === 1) return { value, ...endless("one") };
  const parts = Math.min(n, PARTS);
  const start = (part: number) => Math.floor((part * n) / parts);
  const left = Float64Array.from({ length: parts }, (_, part) =>
    statistic(all.filter((row) => row < start(part) || row >= start(part + 1))),
  );
  const logs = positive && left.every((v) => v > 0) && value > 0;
  const scaled = logs ? left.map(log) : left;
  let center = 0;
  for (const v of scaled) center += v / parts;
  let squares = 0;
  for (const v of scaled) squares += (v - center) * (v - center);
  if (allEqual(Math.sqrt(squares / parts), center)) return { value, ...endless("equal") };
  const half = jstat.studentt.inv((1 + confidence) / 2, parts - 1) * Math.sqrt(((parts - 1) / parts) * squares);
  if (logs) return { value, low: value * exp(-half), high: value * exp(half) };
  return { value, low: positive ? Math.max(0, value - half) : value - half, high: value + half };
}
