import { weightedMean, weightedQuantile, weightedVariance } from "simple-statistics";
import { type BaseScenario, withValue } from "../../scenario/index.ts";
import { HOLDS } from "../check.ts";
import { type DesignFactor, parameterValue, valueCount } from "../designs/index.ts";
import { meansOrder, type RunMeans } from "../means.ts";
import { type Pattern, patternSpans, patterns, patternValue } from "../patterns.ts";
import { abcRejection, abcSequential, type Generation, type Posterior, type Simulate } from "./abc.ts";

/** The patterns that may be used for calibration. */
export const calibrationPatterns: readonly Pattern[] = patterns.filter(({ use }) => use === "C");

export interface Calibrating {
  base: BaseScenario;
  method: "smc" | "rejection";
  factors: readonly DesignFactor[];
  /** Particles of a generation; by rejection, those kept at least. */
  particles: number;
  generations: number;
  /** Most runs. */
  runs: number;
  seed: string;
}

/** A set of parameters that was accepted. */
export interface AcceptedSet {
  weight: number;
  distance: number;
  /** Values by path. */
  parameters: Readonly<Record<string, unknown>>;
  /** [pattern] what its run had of each. */
  patterns: readonly number[];
}

interface Weighted {
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

export interface PatternPosterior extends Weighted {
  pattern: string;
  what: string;
  source: string;
  targetRange: readonly [number, number];
  /** Weight of the sets whose run lies in the target range. */
  inside: number;
  /** Distance to the target range over its width, in the mean. */
  distance: number;
  holds: boolean;
}

export interface Calibration {
  sets: AcceptedSet[];
  factors: FactorPosterior[];
  patterns: PatternPosterior[];
  generations: Generation[];
  ended: Posterior["ended"];
  /** Effective number of sets. */
  effective: number;
  /** Sets whose run lies in every target range. */
  meetingAll: number;
}

/** How far a value lies outside a range, over the width of the range: 0 inside. */
export const rangeDistance = (value: number, [low, high]: readonly [number, number]): number =>
  value < low ? (low - value) / (high - low) : value > high ? (value - high) / (high - low) : value - value;

/**
 * Sets of parameters with which the model lies in the target ranges of its calibration patterns, by approximate Bayesian computation
 * from uniform priors over the ranges of the factors. The distance is the root of the sum of squared distances to the ranges.
 * Bands are wide: many sets serve equally well, and the answer is the weighted sets, never one of them.
 */
export async function calibrate({ base, method, factors, seed, ...size }: Calibrating, runMeans: RunMeans): Promise<Calibration> {
  const spans = patternSpans(base);
  const valuesAt = (point: readonly number[]) => factors.map((factor, f) => parameterValue(factor, point[f]));
  const simulate: Simulate = async (proposals) => {
    const orders = proposals.map(({ point, name }) => {
      const scenario = valuesAt(point).reduce<BaseScenario>((of, value, f) => withValue(of, factors[f].path, value), base);
      return meansOrder({ ...scenario, seed: `${seed}/${name}` }, spans);
    });
    return (await runMeans(orders)).map((means) => {
      const values = calibrationPatterns.map((pattern) => patternValue(pattern, means));
      const squares = values.map((value, p) => rangeDistance(value, calibrationPatterns[p].targetRange)).map((d) => d * d);
      return { distance: Math.sqrt(squares.reduce((sum, square) => sum + square, 0)), values };
    });
  };
  const dimensions = factors.length;
  const posterior =
    method === "smc"
      ? await abcSequential({ dimensions, seed, ...size }, simulate)
      : await abcRejection({ dimensions, draws: size.runs, particles: size.particles, seed }, simulate);
  const { particles, generations, ended } = posterior;
  const weights = particles.map(({ weight }) => weight);
  const weighted = (values: number[]): Weighted => ({
    mean: weightedMean(values, weights),
    low: weightedQuantile(values, weights, 0.05),
    median: weightedQuantile(values, weights, 0.5),
    high: weightedQuantile(values, weights, 0.95),
  });
  const sets = particles.map(({ point, weight, distance, values }): AcceptedSet => {
    const at = valuesAt(point);
    return { weight, distance, parameters: Object.fromEntries(factors.map(({ path }, f) => [path, at[f]])), patterns: values };
  });
  return {
    sets: sets.sort((a, b) => b.weight - a.weight),
    factors: factors.flatMap(({ path }, f): FactorPosterior[] => {
      const values = particles.map(({ point }) => Number(parameterValue(factors[f], point[f])));
      if (!values.every(Number.isFinite)) return []; // words
      const [low, high] = [0, 1].map((end) => Number(parameterValue(factors[f], end)));
      // Of values at equal chances, or of a range.
      const count = valueCount(factors[f]);
      const before = (Number.isFinite(count) ? count * count - 1 : (high - low) * (high - low)) / 12;
      const contraction = values.length > 1 ? 1 - weightedVariance(values, weights) / before : Number.NaN;
      return [{ path, range: [low, high], ...weighted(values), contraction }];
    }),
    patterns: calibrationPatterns.map(({ pattern, what, source, targetRange }, p): PatternPosterior => {
      const values = particles.map((particle) => particle.values[p]);
      const inside = values.reduce((sum, value, i) => sum + (value >= targetRange[0] && value <= targetRange[1] ? weights[i] : 0), 0);
      const distance = weightedMean(
        values.map((value) => rangeDistance(value, targetRange)),
        weights,
      );
      return { pattern, what, source, targetRange, ...weighted(values), inside, distance, holds: inside >= HOLDS };
    }),
    generations,
    ended,
    effective: generations[generations.length - 1].effective,
    meetingAll: particles.filter(({ distance }) => distance === 0).length,
  };
}
