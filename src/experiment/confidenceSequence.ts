import { log, pow } from "../numeric/index.ts";

/**
 * Half of the width of a confidence sequence for a mean: an interval that holds the mean at all looks at once with the
 * given confidence, so that one may look after every value and stop when one likes.
 *
 *   half = s / √n · √( (n − 1) (1 − k) / (k − ρ) ),   ρ = r / (r + n),   k = (ρ α²)^(1/n);   ∞ where k ≤ ρ
 *
 *   n  values          s  their sample standard deviation          α  1 − confidence
 *   r  weight of the mixture in values: r = n* / (−2 log α + log(−2 log α) + 1) is tightest near n* values
 *
 * Exact for independent normal values of unknown variance, at every n from 2 on; for others it holds in the limit, as the
 * sequence of Waudby-Smith et al. to which it tends. A run's outcome is a mean over many residents and weeks. Normal values
 * are never all equal; where they are, the assumption is wrong and the width unknown.
 *
 * Source: T. L. Lai (1976), On confidence sequences, Annals of Statistics 4, 265-280; in this closed form M. Lindon,
 * D. W. Ham, M. Tingley, I. Bojinov (2022), Anytime-valid linear models and regression adjusted causal inference,
 * arXiv:2210.08589. Choice of r and the limit: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy, A. Ramdas (2024),
 * Time-uniform central limit theory and asymptotic confidence sequences, Annals of Statistics 52, 2613-2640.
 *
 * @param tightest  n*, number of values near which the interval is to be tightest
 */
export function anytimeHalfWidth(count: number, deviation: number, confidence: number, tightest: number): number {
  if (count < 2 || deviation === 0) return Number.POSITIVE_INFINITY;
  const alpha = 1 - confidence;
  const spread = -2 * log(alpha);
  const weight = tightest / (spread + log(spread) + 1);
  const rho = weight / (weight + count);
  const k = pow(rho * alpha * alpha, 1 / count);
  if (k <= rho) return Number.POSITIVE_INFINITY;
  return (deviation / Math.sqrt(count)) * Math.sqrt(((count - 1) * (1 - k)) / (k - rho));
}
