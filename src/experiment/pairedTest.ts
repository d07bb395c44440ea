import jstat from "jstat";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { pow } from "../numeric/index.ts";
import { allEqual } from "./intervals.ts";

/**
 * Chance of differences of pairs as far from zero as these, or farther, if the arms of a pair do not differ: by t, so that it
 * is below 5% where the 95% t-interval excludes zero. Differences that are all equal have no t; then by their signs, each as
 * likely to be plus as minus (Fisher 1935): 2 / 2^n, and 1 where all are zero. NaN with less than two.
 *
 * @param differences  finite
 */
export function pairedTest(differences: readonly number[]): number {
  const n = differences.length;
  if (n < 2) return Number.NaN;
  const center = mean([...differences]);
  const deviation = sampleStandardDeviation([...differences]);
  if (!allEqual(deviation, center)) return 2 * jstat.studentt.cdf((-Math.abs(center) * Math.sqrt(n)) / deviation, n - 1);
  return center === 0 ? 1 : pow(2, 1 - n);
}
