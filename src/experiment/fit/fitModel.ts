import { mean, medianAbsoluteDeviation, quantile, sampleVariance } from "simple-statistics";
import { setupStream } from "../../random/index.ts";
import { type BaseScenario, withValue } from "../../scenario/index.ts";
import { abcSequential, type Generation, type Posterior, type Proposal, type Simulated } from "../calibration/abc.ts";
import { fromPosterior, type WeightedSet } from "../calibration/drawSets.ts";
import { type FactorPosterior, summarizeFactors } from "../calibration/summarizeFactors.ts";
import { type DesignFactor, parameterValue } from "../designs/index.ts";
import { meansOrder, type RunMeans } from "../means.ts";
import type { Observation } from "./observation.ts";

/** Chance below which what was observed is said not to come from the model. */
export const DOUBT = 0.05;

export interface Fitting {
  base: BaseScenario;
  observations: readonly Observation[];
  factors: readonly DesignFactor[];
  /** Sets of a generation. */
  particles: number;
  generations: number;
  /** Most sets that are simulated. */
  sets: number;
  /** Runs of each set. */
  replicates: number;
  /** Fresh runs of sets drawn from the posterior, with which the observations are predicted. */
  predictive: number;
  seed: string;
}

/** An observation, and what runs of the posterior have in its place, the error of observing it included. */
export interface Prediction extends Observation {
  /** 5%, 50% and 95% points. */
  low: number;
  median: number;
  high: number;
  inside: boolean;
}

/** How the observations lie among what the posterior predicts. */
export interface Reach {
  /** Mean squared distance of the observed from the mean of the predictions, in their standard deviations. */
  misfit: number;
  /** Share of predictions that lie as far from their mean or farther. */
  p: number;
  reached: boolean;
  /** Names of the observations beyond all predictions. */
  beyond: string[];
}

export interface FittedSet extends WeightedSet {
  /** Of its nearest run. */
  distance: number;
}

export interface Fit {
  sets: FittedSet[];
  factors: FactorPosterior[];
  generations: Generation[];
  ended: Posterior["ended"];
  effective: number;
  predictions: Prediction[];
  /** Of the observations that the fit saw, by fresh runs. */
  reach: Reach;
  /** Of those held out; undefined if none are. */
  heldOut: Reach | undefined;
}

/**
 * Fits a scenario to observations: approximate Bayesian computation from uniform priors over the ranges of the factors, with
 * several runs of each set of parameters.
 *
 *   d = sqrt(mean_o ((y_o - x_o - e_o) / s_o)^2)
 *
 *   y_o  observed;  x_o  the run's value;  e_o  a draw of the error of observing it, normal with its standard error
 *   s_o  what is chance in x_o - y_o: the root of error^2 and of the variance between runs of one set, pooled over the draws from
 *        the prior; with one run a set the spread over the prior (median absolute deviation) takes its place
 *
 * The error is part of the simulation, so that what is accepted is right for data with errors (R. D. Wilkinson 2013, Stat. Appl.
 * Genet. Mol. Biol. 12(2), 129-141). What is predicted comes from fresh runs: the accepted ones were picked for being near.
 */
export async function fitModel(fitting: Fitting, runMeans: RunMeans): Promise<Fit> {
  const { observations, factors, particles, generations, sets, seed } = fitting;
  const seen = observations.filter(({ heldOut }) => !heldOut);
  let scales: number[] | undefined;
  const simulate = async (proposals: readonly Proposal[]): Promise<Simulated[]> => {
    const values = await simulated(fitting, seen, proposals, runMeans);
    scales ??= scalesOf(seen, values); // those of the draws from the prior, which come first
    const of = scales;
    return values.map((runs) => ({ distances: runs.map((run) => distance(seen, run, of)), values: [] }));
  };
  const found = await abcSequential({ dimensions: factors.length, particles, generations, runs: sets, seed }, simulate);
  const fitted = found.particles.map(
    ({ point, weight, distance }): FittedSet => ({
      weight,
      distance,
      parameters: Object.fromEntries(factors.map((factor, f) => [factor.path, parameterValue(factor, point[f])])),
    }),
  );
  const predicted = await predictions(fitting, fitted, runMeans);
  const [fit, held] = [false, true].map((out) => observations.flatMap(({ heldOut }, o) => (heldOut === out ? [o] : [])));
  return {
    sets: fitted.sort((a, b) => b.weight - a.weight),
    factors: summarizeFactors(factors, found.particles),
    generations: found.generations,
    ended: found.ended,
    effective: found.generations[found.generations.length - 1].effective,
    predictions: observations.map((one, o) =>
      prediction(
        one,
        predicted.map((run) => run[o]),
      ),
    ),
    reach: reachOf(observations, predicted, fit),
    heldOut: held.length > 0 ? reachOf(observations, predicted, held) : undefined,
  };
}

/** [proposal][replicate][observation] values of runs, errors included. */
async function simulated(
  { base, factors, replicates, seed }: Pick<Fitting, "base" | "factors" | "replicates" | "seed">,
  seen: readonly Observation[],
  proposals: readonly Proposal[],
  runMeans: RunMeans,
): Promise<number[][][]> {
  const orders = proposals.flatMap(({ point, name }) => {
    const scenario = factors.reduce<BaseScenario>((of, factor, f) => withValue(of, factor.path, parameterValue(factor, point[f])), base);
    return Array.from({ length: replicates }, (_, r) => meansOrder({ ...scenario, seed: `${seed}/${name}/${r}` }, [], undefined, seen));
  });
  const results = await runMeans(orders);
  return proposals.map(({ name }, k) =>
    Array.from({ length: replicates }, (_, r) => observed(seen, results[k * replicates + r][0], `${seed}/${name}/${r}`)),
  );
}

/** What would be observed of a run: its values, each with an error of its own. */
export function observed(observations: readonly Observation[], values: ArrayLike<number>, seed: string): number[] {
  const stream = setupStream(seed, "observed");
  return observations.map(({ error }, o) => values[o] + error * stream.normal());
}

/** [observation] s of the head of `fitModel`. */
function scalesOf(seen: readonly Observation[], values: readonly (readonly number[][])[]): number[] {
  return seen.map(({ value }, o) => {
    const ofSets = values.map((runs) => runs.map((run) => run[o]).filter(Number.isFinite)).filter((runs) => runs.length > 0);
    const within = ofSets.filter((runs) => runs.length > 1).map((runs) => sampleVariance(runs));
    const chance = within.length > 0 ? Math.sqrt(mean(within)) : 0;
    if (chance > 0) return chance;
    const all = ofSets.flat();
    return (all.length > 0 && medianAbsoluteDeviation(all)) || Math.abs(value - (all[0] ?? 0)) || 1;
  });
}

function distance(seen: readonly Observation[], run: readonly number[], scales: readonly number[]): number {
  const away = seen.map(({ value }, o) => (run[o] - value) / scales[o]);
  return Math.sqrt(away.reduce((sum, one) => sum + one * one, 0) / away.length);
}

/** [run][observation] what fresh runs of sets drawn by their weights would show. */
async function predictions(
  { base, observations, predictive, seed }: Fitting,
  sets: readonly WeightedSet[],
  runMeans: RunMeans,
): Promise<number[][]> {
  const scenarios = fromPosterior(sets)(base, predictive, seed);
  const seeds = scenarios.map((_, d) => `${seed}/predictive/${d}`);
  const results = await runMeans(scenarios.map((scenario, d) => meansOrder({ ...scenario, seed: seeds[d] }, [], undefined, observations)));
  return results.map(([values], d) => observed(observations, values, seeds[d]));
}

function prediction(one: Observation, values: readonly number[]): Prediction {
  const known = values.filter(Number.isFinite);
  const [low, middle, high] =
    known.length > 0 ? [0.05, 0.5, 0.95].map((share) => quantile(known, share)) : [Number.NaN, Number.NaN, Number.NaN];
  return { ...one, low, median: middle, high, inside: one.value >= low && one.value <= high };
}

/**
 * The posterior predictive check (D. B. Rubin 1984, Ann. Statist. 12(4), 1151-1172; A. Gelman, X.-L. Meng, H. Stern 1996,
 * Stat. Sinica 6, 733-807): where the misfit of the observed lies among the misfits of the predictions themselves.
 *
 * @param predicted  [run][observation]
 * @param of         observations that count
 */
export function reachOf(observations: readonly Observation[], predicted: readonly (readonly number[])[], of: readonly number[]): Reach {
  const columns = of.map((o) => predicted.map((run) => run[o]));
  const usable = columns.map((values) => values.filter(Number.isFinite));
  const known = of.flatMap((_, k) => (usable[k].length > 1 ? [k] : []));
  const centres = usable.map((values) => (values.length > 0 ? mean(values) : Number.NaN));
  const variances = usable.map((values) => (values.length > 1 ? sampleVariance(values) : Number.NaN));
  const squared = (value: number, k: number) => (value === centres[k] ? 0 : ((value - centres[k]) * (value - centres[k])) / variances[k]);
  const misfitOf = (shown: (k: number) => number) => {
    const squares = known.map((k) => squared(shown(k), k)).filter((square) => !Number.isNaN(square));
    return squares.reduce((sum, square) => sum + square, 0) / squares.length;
  };
  const misfit = misfitOf((k) => observations[of[k]].value);
  const own = predicted.map((_, d) => misfitOf((k) => columns[k][d]));
  const p = (1 + own.filter((one) => one >= misfit).length) / (1 + own.length);
  const beyond = known.filter((k) => {
    const { value } = observations[of[k]];
    return usable[k].every((one) => one < value) || usable[k].every((one) => one > value);
  });
  return { misfit, p, reached: p > DOUBT, beyond: beyond.map((k) => observations[of[k]].name) };
}
