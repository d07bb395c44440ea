/** How a measure differs between two runs in a week. */
export interface Difference {
  /** Index of the measure. */
  measure: number;
  first: number;
  second: number;
  /** Second minus first. */
  difference: number;
  /** Difference over the standard deviation of the measure from week to week, in both runs; NaN where it has no rank. */
  relative: number;
}

/**
 * Measures of a week in which both runs have a value, the largest difference first. Differences are told in standard
 * deviations over the weeks so far, the root of the mean of the variances in both runs: so measures of any unit can be
 * ordered, and what is never far from zero does not lead. What is zero in one run alone, as coverage is without the
 * programme, is set by the change and has no rank; nor has what never varied. Those come after, what does not differ last.
 *
 * @param first, second  [measure][week - 1]
 * @param weeks          weeks to which both have come
 */
export function rankDifferences(first: readonly ArrayLike<number>[], second: readonly ArrayLike<number>[], weeks: number): Difference[] {
  const place = ({ difference, relative }: Difference) => (difference === 0 ? 2 : Number.isNaN(relative) ? 1 : 0);
  const size = ({ relative }: Difference) => (Number.isNaN(relative) ? 0 : Math.abs(relative));
  return first
    .map((here, measure): Difference => {
      const there = second[measure] ?? [];
      const [a = Number.NaN, b = Number.NaN] = [here[weeks - 1], there[weeks - 1]];
      const spread = Math.sqrt((variance(here, weeks) + variance(there, weeks)) / 2);
      const ranked = a !== 0 && b !== 0 && spread > 0;
      return { measure, first: a, second: b, difference: b - a, relative: ranked ? (b - a) / spread : Number.NaN };
    })
    .filter(({ difference }) => !Number.isNaN(difference))
    .sort((a, b) => place(a) - place(b) || size(b) - size(a));
}

/** Variance of the numbers among the values of the first weeks. */
function variance(values: ArrayLike<number>, weeks: number): number {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let k = 0; k < Math.min(weeks, values.length); k++) {
    if (Number.isNaN(values[k])) continue;
    count++;
    const before = values[k] - mean;
    mean += before / count;
    squares += before * (values[k] - mean);
  }
  return count > 0 ? squares / count : 0;
}
