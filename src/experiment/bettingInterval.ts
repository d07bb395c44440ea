import { exp, log } from "../numeric/index.ts";

/** Bets of the mixture; a power of two. Their number bounds how narrow an interval can get: about 0.005 of the scale. */
const BETS = 256;
/** Halvings of the distance between an end and the mean of the values: to a hundred-millionth of it. */
const HALVINGS = 27;
/** Products are taken into logarithms before they leave what a number can hold. */
const [LARGE, TINY] = [1e150, 1e-150];

/** [bet] shares of the stake on high values: zeros of a Chebyshev polynomial, that is, evenly by the arcsine law. */
const bets = arcsinePoints(BETS);

/**
 * Interval for the mean of values that lie between two known ends and of which nothing else is assumed, which holds at all
 * looks at once: one may look after every value and stop when one likes, and the mean of a sequence is ever left out with a
 * chance of 1 - confidence at most.
 *
 * Against each mean m one bets from value to value, in a game that is fair if m is right; the interval has all m against
 * which the stake has not grown 1 / α-fold (Ville 1939). A share b of the stake is on high values, 1 - b on low ones:
 *
 *   W(m) = 1/B Σ_b Π_i ( b x_i / m + (1 - b) (1 - x_i) / (1 - m) )          x_i, m  values and mean, moved to 0-1
 *
 * All b play at once, with equal stakes, by the arcsine law: a universal portfolio (Cover 1991), so the order of the values
 * does not count. W is convex in m and at most 1 at the mean of the values, so each side has one end. Of values that are 0 or
 * 1, up to 511 of them, it is the interval of Robbins (1970) by a beta mixture with both parameters one half.
 *
 * Equal values are no proof: after 8 zeros the mean may be as high as 0.44, after 60 as high as 0.09. Where values differ
 * little, half the width is about 2.3 of the scale over the number of values.
 *
 * Sources: I. Waudby-Smith, A. Ramdas (2024), Estimating means of bounded random variables by betting, J. R. Statist. Soc. B
 * 86(1), 1-27. doi:10.1093/jrsssb/qkad009; F. Orabona, K.-S. Jun (2024), Tight concentrations and confidence sequences from
 * the regret of universal portfolio, IEEE Trans. Inf. Theory 70(1), 436-455. doi:10.1109/TIT.2023.3330187; T. M. Cover (1991),
 * Math. Finance 1(1), 1-29; H. Robbins (1970), Ann. Math. Statist. 41(5), 1397-1409.
 *
 * @param values  within the scale
 * @param scale   least and largest value that there can be
 */
export function bettingInterval(
  values: readonly number[],
  [least, most]: readonly [number, number],
  confidence: number,
): { low: number; high: number } {
  const width = most - least;
  const moved = Float64Array.from(values, (value) => (value - least) / width);
  let sum = 0;
  for (const x of moved) sum += x;
  const center = sum / moved.length;
  const needed = -log(1 - confidence);
  /** The point between the mean and an end of the scale up to which the stake has not grown enough. */
  const reach = (end: number) => {
    if (center === end) return end;
    let [inside, outside] = [center, end];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (inside + outside) / 2;
      if (evidenceAgainst(middle, moved) < needed) inside = middle;
      else outside = middle;
    }
    return outside;
  };
  return moved.length === 0 ? { low: least, high: most } : { low: least + width * reach(0), high: least + width * reach(1) };
}

/**
 * Evidence against a mean: the logarithm of the stake after all values, in a game that is fair if the mean is right.
 *
 * @param m      above 0 and below 1
 * @param moved  values in 0-1
 */
export function evidenceAgainst(m: number, moved: ArrayLike<number>): number {
  const logs = new Float64Array(BETS);
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < BETS; k++) {
    const [high, low] = [bets[k] / m, (1 - bets[k]) / (1 - m)];
    let product = 1;
    let grown = 0;
    for (let i = 0; i < moved.length; i++) {
      product *= high * moved[i] + low * (1 - moved[i]);
      if (product > LARGE || product < TINY) {
        grown += log(product);
        product = 1;
      }
    }
    logs[k] = grown + log(product);
    if (logs[k] > most) most = logs[k];
  }
  let sum = 0;
  for (let k = 0; k < BETS; k++) sum += exp(logs[k] - most);
  return most + log(sum / BETS);
}

/** (1 + cos((2 k + 1) π / 2 n)) / 2 by halving the angle and adding it up: from roots alone, the same on every engine. */
function arcsinePoints(n: number): Float64Array {
  let cosine = 0; // of π / 2
  for (let parts = 1; parts < n; parts *= 2) cosine = Math.sqrt((1 + cosine) / 2);
  const twice = 2 * (2 * cosine * cosine - 1);
  let [before, now] = [cosine, cosine];
  return Float64Array.from({ length: n }, () => {
    const point = (1 + now) / 2;
    [before, now] = [now, twice * now - before];
    return point;
  });
}
