import { log } from "../numeric/index.ts";

/**
 * Gini index of amounts that are not negative: 0 all equal, near 1 one has all. NaN for none or for a sum of zero.
 *
 * @param sorted  amounts, smallest first
 */
export function gini(sorted: ArrayLike<number>): number {
  const n = sorted.length;
  let sum = 0;
  let weighted = 0;
  for (let k = 0; k < n; k++) {
    sum += sorted[k];
    weighted += (k + 1) * sorted[k];
  }
  return sum > 0 ? (2 * weighted) / (n * sum) - (n + 1) / n : Number.NaN;
}

/**
 * Share of the sum that the largest `share` of the amounts hold. Where that is no whole number of amounts the last counts
 * in part: one amount more or less never makes it jump by a whole one.
 *
 * @param sorted  amounts, smallest first
 * @param share   0-1
 * @returns 0-1; NaN for none or for a sum of zero
 */
export function topShare(sorted: ArrayLike<number>, share: number): number {
  const n = sorted.length;
  const count = n * share;
  let sum = 0;
  let top = 0;
  for (let k = 0; k < n; k++) {
    sum += sorted[k];
    top += sorted[k] * Math.min(1, Math.max(0, count - (n - 1 - k)));
  }
  return sum > 0 ? top / sum : Number.NaN;
}

/** Median of whole numbers from how often each occurs, between the two middle ones if they differ. */
export function medianOfCounts(counts: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += counts[k];
  if (total === 0) return Number.NaN;
  const at = (rank: number) => {
    let seen = 0;
    for (let k = 0; k < counts.length; k++) {
      seen += counts[k];
      if (seen > rank) return k;
    }
    return counts.length - 1;
  };
  return (at(Math.ceil(total / 2) - 1) + at(Math.floor(total / 2))) / 2;
}

/** Median of amounts, smallest first. */
export function median(sorted: ArrayLike<number>): number {
  const n = sorted.length;
  return n === 0 ? Number.NaN : (sorted[(n - 1) >> 1] + sorted[n >> 1]) / 2;
}

/** Shannon entropy of counts over the entropy of an even spread: 0 all in one, 1 all alike. */
export function evenness(counts: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += counts[k];
  if (total === 0 || counts.length < 2) return Number.NaN;
  let entropy = 0;
  for (let k = 0; k < counts.length; k++) if (counts[k] > 0) entropy -= (counts[k] / total) * log(counts[k] / total);
  return entropy / log(counts.length);
}
