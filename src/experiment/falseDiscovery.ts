/**
 * Adjusted p-values: calling all findings whose value is at most q keeps the expected share of false ones among them at q or
 * below, whatever the dependence of the tests. Many measures are taken of the same runs, and some are the complements of
 * others, so that nothing less holds.
 *
 * Source: Y. Benjamini, D. Yekutieli (2001), The control of the false discovery rate in multiple testing under dependency,
 * Annals of Statistics 29(4), 1165-1188. doi:10.1214/aos/1013699998
 *
 * @param values  p-values; NaN where nothing was tested, which does not count
 */
export function falseDiscovery(values: readonly number[]): number[] {
  const order = values
    .map((_, k) => k)
    .filter((k) => !Number.isNaN(values[k]))
    .sort((a, b) => values[a] - values[b]);
  const tests = order.length;
  let harmonic = 0;
  for (let k = 1; k <= tests; k++) harmonic += 1 / k;
  const adjusted = values.map(() => Number.NaN);
  let least = 1;
  for (let rank = tests; rank >= 1; rank--) {
    least = Math.min(least, (values[order[rank - 1]] * tests * harmonic) / rank);
    adjusted[order[rank - 1]] = least;
  }
  return adjusted;
}
