import { mean, weightedMean } from "simple-statistics";
import { type BaseScenario, withValue } from "../../scenario/index.ts";
import { HOLDS } from "../check.ts";
import { type DesignFactor, parameterValue } from "../designs/index.ts";
import { meansOrder, type RunMeans } from "../means.ts";
import { type Pattern, patternOutcomes } from "../targets/pattern.ts";
import { patterns, SEVEN_YEARS } from "../targets/patterns.ts";
import type { Targets } from "../targets/read.ts";
import { abcRejection, abcSequential, type Generation, type Posterior, type Simulate } from "./abc.ts";
import { type FactorPosterior, summarizeFactors, type Weighted, weightedSummary } from "./summarizeFactors.ts";

export interface Calibrating {
  base: BaseScenario;
  method: "smc" | "rejection";
  factors: readonly DesignFactor[];
  /** Particles of a generation; by rejection, those kept at least. */
  particles: number;
  generations: number;
  /** Most sets that are simulated. */
  runs: number;
  /** Runs of each set [1]. */
  replicates?: number;
  /** What is to be met, of which only what may be used for calibration counts [what comes along]. */
  targets?: Targets;
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

export interface PatternPosterior extends Weighted {
  pattern: string;
  what: string;
  whatZh?: string;
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

/** Root of the sum of squared distances to the ranges. */
const distanceToRanges = (of: readonly Pattern[], values: readonly number[]): number =>
  Math.sqrt(values.map((value, p) => rangeDistance(value, of[p].targetRange)).reduce((sum, d) => sum + d * d, 0));

/**
 * Sets of parameters with which the model lies in the target ranges of its calibration patterns, by approximate Bayesian computation
 * from uniform priors over the ranges of the factors. The distance is the root of the sum of squared distances to the ranges.
 * Bands are wide: many sets serve equally well, and the answer is the weighted sets, never one of them.
 */
export async function calibrate(
  { base, method, factors, seed, replicates = 1, targets = { patterns: patterns(), weeks: SEVEN_YEARS }, ...size }: Calibrating,
  runMeans: RunMeans,
): Promise<Calibration> {
  const used = targets.patterns.filter(({ use }) => use === "C");
  const outcomes = patternOutcomes(used, base, targets.weeks);
  const valuesAt = (point: readonly number[]) => factors.map((factor, f) => parameterValue(factor, point[f]));
  const simulate: Simulate = async (proposals) => {
    const orders = proposals.flatMap(({ point, name }) => {
      const scenario = valuesAt(point).reduce<BaseScenario>((of, value, f) => withValue(of, factors[f].path, value), base);
      const seedOf = (r: number) => (replicates === 1 ? `${seed}/${name}` : `${seed}/${name}/${r}`);
      return Array.from({ length: replicates }, (_, r) => meansOrder({ ...scenario, seed: seedOf(r) }, [], undefined, outcomes));
    });
    const means = await runMeans(orders);
    return proposals.map((_, k) => {
      const runs = means.slice(k * replicates, (k + 1) * replicates).map(([values]) => [...values]);
      return {
        distances: runs.map((values) => distanceToRanges(used, values)),
        values: used.map((_of, p) => mean(runs.map((run) => run[p]))),
      };
    });
  };
  const dimensions = factors.length;
  const posterior =
    method === "smc"
      ? await abcSequential({ dimensions, seed, ...size }, simulate)
      : await abcRejection({ dimensions, draws: size.runs, particles: size.particles, seed }, simulate);
  const { particles, generations, ended } = posterior;
  const weights = particles.map(({ weight }) => weight);
  const weighted = (values: number[]) => weightedSummary(values, weights);
  const sets = particles.map(({ point, weight, distance, values }): AcceptedSet => {
    const at = valuesAt(point);
    return { weight, distance, parameters: Object.fromEntries(factors.map(({ path }, f) => [path, at[f]])), patterns: values };
  });
  return {
    sets: sets.sort((a, b) => b.weight - a.weight),
    factors: summarizeFactors(factors, particles),
    patterns: used.map(({ pattern, what, whatZh, source, targetRange }, p): PatternPosterior => {
      const values = particles.map((particle) => particle.values[p]);
      const inside = values.reduce((sum, value, i) => sum + (value >= targetRange[0] && value <= targetRange[1] ? weights[i] : 0), 0);
      const distance = weightedMean(
        values.map((value) => rangeDistance(value, targetRange)),
        weights,
      );
      return { pattern, what, whatZh, source, targetRange, ...weighted(values), inside, distance, holds: inside >= HOLDS };
    }),
    generations,
    ended,
    effective: generations[generations.length - 1].effective,
    meetingAll: particles.filter(({ distance }) => distance === 0).length,
  };
}
