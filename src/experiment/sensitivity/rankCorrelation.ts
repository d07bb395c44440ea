import jstat from "jstat";
import { sampleRankCorrelation } from "simple-statistics";
import { falseDiscovery } from "../falseDiscovery.ts";

/** How a factor goes with an effect over draws. */
export interface RankCorrelation {
  path: string;
  /** Spearman's rank correlation, -1 to 1. */
  correlation: number;
  /** Chance of one as far from zero if the two had nothing to do with each other, adjusted for all factors looked at. */
  adjusted: number;
}

/**
 * Rank correlations of an effect with each factor over independent draws, the strongest first; by t, which is near enough from
 * ten draws on, and adjusted for the false discovery rate over the factors.
 *
 * Source: C. Spearman (1904), The proof and measurement of association between two things, American Journal of Psychology
 * 15(1), 72-101. doi:10.2307/1412159
 *
 * @param points   [draw][factor]
 * @param effects  one of each draw, all finite
 */
export function rankCorrelations(
  paths: readonly string[],
  points: readonly (readonly number[])[],
  effects: readonly number[],
): RankCorrelation[] {
  const correlations = correlationsOf(points, effects);
  const adjusted = falseDiscovery(correlations.map((r) => correlationChance(r, effects.length)));
  return paths
    .map((path, f) => ({ path, correlation: correlations[f], adjusted: adjusted[f] }))
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

/** Chance of a rank correlation as far from zero over so many draws if the two had nothing to do with each other, by t. */
export function correlationChance(r: number, draws: number): number {
  const freedom = draws - 2;
  return freedom < 1 ? Number.NaN : 2 * jstat.studentt.cdf(-Math.abs(r) * Math.sqrt(freedom / Math.max(1 - r * r, 1e-12)), freedom);
}

/** [factor] rank correlations of an effect with factors, as many as the points have. */
export const correlationsOf = (points: readonly (readonly number[])[], effects: readonly number[]): number[] =>
  (points[0] ?? []).map((_, f) =>
    correlated(
      points.map((point) => point[f]),
      effects,
    ),
  );

/** What does not vary goes with nothing, nor do fewer than three. */
function correlated(values: readonly number[], effects: readonly number[]): number {
  if (effects.length < 3) return 0;
  const r = sampleRankCorrelation([...values], [...effects]);
  return Number.isFinite(r) ? r : 0;
}
