import { weightedMean, weightedQuantile, weightedVariance } from "simple-statistics";
import { type DesignFactor, parameterValue, valueCount } from "../designs/index.ts";
import type { Particle } from "./abc.ts";

export interface Weighted {
  mean: number;
  /** Weighted quantiles: 5%, 50%, 95%. */
  low: number;
  median: number;
  high: number;
}

export interface FactorPosterior extends Weighted {
  path: string;
  /** Range of the prior. */
  range: readonly [number, number];
  /** 1 - variance after over variance before: 0 nothing was learnt, 1 the value is known. */
  contraction: number;
}

export const weightedSummary = (values: number[], weights: number[]): Weighted => ({
  mean: weightedMean(values, weights),
  low: weightedQuantile(values, weights, 0.05),
  median: weightedQuantile(values, weights, 0.5),
  high: weightedQuantile(values, weights, 0.95),
});

/** What is left of the range of each factor that has numbers. */
export function summarizeFactors(
  factors: readonly DesignFactor[],
  particles: readonly Pick<Particle, "point" | "weight">[],
): FactorPosterior[] {
  const weights = particles.map(({ weight }) => weight);
  return factors.flatMap((factor, f): FactorPosterior[] => {
    const values = particles.map(({ point }) => Number(parameterValue(factor, point[f])));
    if (!values.every(Number.isFinite)) return []; // words
    const [low, high] = [0, 1].map((end) => Number(parameterValue(factor, end)));
    // Of values at equal chances, or of a range.
    const count = valueCount(factor);
    const before = (Number.isFinite(count) ? count * count - 1 : (high - low) * (high - low)) / 12;
    const contraction = values.length > 1 ? 1 - weightedVariance(values, weights) / before : Number.NaN;
    return [{ path: factor.path, range: [low, high], ...weightedSummary(values, weights), contraction }];
  });
}
