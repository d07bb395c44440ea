import jstat from "jstat";

const [LEVEL, POWER] = [0.05, 0.8];
/** Chance with which a difference that is there is to be found, as it is said to people. */
export const FOUND = POWER;

/**
 * How many pairs it takes to find a difference if it is there: the least number of which the 95% t-interval leaves out zero on
 * its side in four of five studies.
 *
 *   power(n) = 1 − F(t; n − 1, √n δ / s),   t the upper quantile of t with n − 1 degrees of freedom, F that of noncentral t
 *
 *   δ  least difference of interest          s  standard deviation of the differences of pairs, taken to be nearly normal
 *
 * Source: J. Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., chapter 2, here for pairs.
 *
 * @param deviation  of the differences of the pairs seen so far
 * @param least      the least difference of interest, in the same unit, above 0
 */
export function pairsNeeded(deviation: number, least: number): number {
  if (!(deviation > 0)) return Number.NaN;
  const size = least / deviation;
  // By the normal distribution it would be so many; t asks for a few more.
  const normal = (jstat.normal.inv(1 - LEVEL / 2, 0, 1) + jstat.normal.inv(POWER, 0, 1)) / size;
  let n = Math.max(2, Math.ceil(normal * normal));
  while (powerOf(n, size) < POWER) n++;
  return n;
}

const powerOf = (n: number, size: number): number =>
  1 - jstat.noncentralt.cdf(jstat.studentt.inv(1 - LEVEL / 2, n - 1), n - 1, Math.sqrt(n) * size);
