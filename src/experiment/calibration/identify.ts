import { max, min, quantile, sampleVariance } from "simple-statistics";
import { type DesignFactor, isOrdered, placeOf, valueCount } from "../designs/index.ts";
import { falseDiscovery } from "../falseDiscovery.ts";
import { correlationChance, correlationsOf } from "../sensitivity/rankCorrelation.ts";
import type { WeightedSet } from "./drawSets.ts";
import { profileOf } from "./profile.ts";
import { uniformityChance } from "./uniformity.ts";

/** Of all that is said to be told by the data, one in twenty may be chance. */
const FALSE_DISCOVERY = 0.05;

/** A set that was simulated, with the distance of its nearest run to what is known. */
export interface JudgedSet extends WeightedSet {
  distance: number;
}

export interface Identified {
  path: string;
  /**
   * told: what is left of its range is not what chance leaves of one that does not matter. together: only with another. untold:
   * all of its values serve as well.
   */
  verdict: "told" | "together" | "untold";
  /** 1 - variance after over variance before: 0 nothing was learnt, 1 the value is known. */
  contraction: number;
  /** Chance of values as far from even if it did not matter, adjusted for all parameters. */
  adjusted: number;
  /** Along its range from end to end: the least distance, the lowest tenth of sets near by. */
  profile: readonly { value: number; distance: number }[];
}

/** Two parameters that the data tell together. */
export interface TradeOff {
  paths: readonly [string, string];
  /** Rank correlation: below 0 one makes up for more of the other, and their sum is told; above 0 their difference. */
  correlation: number;
  /** Chance of one as far from zero if they had nothing to do with each other, adjusted for all pairs. */
  adjusted: number;
  /** 1 - variance after over variance before, of the sum or difference of the two places in their ranges. */
  contraction: number;
}

export interface Identification {
  /** Sets of equal weight that the answers stand on. */
  sets: number;
  parameters: readonly Identified[];
  tradeOffs: readonly TradeOff[];
}

/**
 * Which parameters the data tell, each by itself or with another, from sets drawn from uniform priors of which some are kept for
 * being near. A parameter that does not matter keeps an even spread over its range; two of which only the sum matters may
 * each keep theirs, and go together.
 *
 * Source: profiles and what they show of parameters that cannot be told apart: A. Raue et al. (2009), Structural and practical
 * identifiability analysis of partially observed dynamical models, Bioinformatics 25(15), 1923-1929.
 * doi:10.1093/bioinformatics/btp358. Differs from the source: the distance of approximate Bayesian computation stands for the
 * likelihood, and its lower tenth near a value for the least over all other parameters.
 *
 * @param nearest  share of the sets that counts as near; 1 for sets that are kept already, by their weights
 */
export function identify(sets: readonly JudgedSet[], factors: readonly DesignFactor[], nearest = 1): Identification {
  const known = factors.filter(isOrdered);
  const placesOf = (of: readonly JudgedSet[]) =>
    of.map(({ parameters }) => known.map((factor) => placeOf(factor, parameters[factor.path])));
  const near = nearest < 1 ? nearestOf(sets, nearest) : evenly(sets);
  const [all, kept] = [placesOf(sets), placesOf(near)];
  const chances = known.map((factor, f) =>
    uniformityChance(
      kept.map((place) => place[f]),
      valueCount(factor),
    ),
  );
  const adjusted = falseDiscovery(chances);
  const tradeOffs = tradeOffsOf(
    known.map(({ path }) => path),
    kept,
  );
  const traded = new Set(tradeOffs.flatMap(({ paths }) => paths));
  const distances = sets.map(({ distance }) => distance);
  const parameters = known.map((factor, f): Identified => {
    const { path } = factor;
    const count = valueCount(factor);
    const before = Number.isFinite(count) ? (count + 1) / (count - 1) / 12 : 1 / 12;
    const verdict = adjusted[f] <= FALSE_DISCOVERY ? "told" : traded.has(path) ? "together" : "untold";
    const contraction = 1 - sampleVariance(kept.map((place) => place[f])) / before;
    const profile = profileOf(
      all.map((place) => place[f]),
      distances,
    );
    return {
      path,
      verdict,
      contraction,
      adjusted: adjusted[f],
      profile: profile.map(({ at, distance }) => ({ value: valueAt(sets, factor, at), distance })),
    };
  });
  return { sets: near.length, parameters: parameters.sort((a, b) => a.adjusted - b.adjusted || b.contraction - a.contraction), tradeOffs };
}

/** The value of a factor at a place in its range, for numbers; of others the place itself. */
function valueAt(sets: readonly JudgedSet[], factor: DesignFactor, place: number): number {
  const values = sets.map(({ parameters }) => parameters[factor.path]);
  if (!values.every((value) => typeof value === "number")) return place;
  const [low, high] = factor.prior ?? [min(values as number[]), max(values as number[])];
  return low + place * (high - low);
}

function nearestOf(sets: readonly JudgedSet[], share: number): JudgedSet[] {
  const tolerance = quantile(
    sets.map(({ distance }) => distance),
    share,
  );
  return sets.filter(({ distance }) => distance <= tolerance);
}

/** As many sets as the weights are worth, each standing for as much: a set stands once for each whole part of its weight. */
function evenly(sets: readonly JudgedSet[]): JudgedSet[] {
  const total = sets.reduce((sum, { weight }) => sum + weight, 0);
  const count = Math.round((total * total) / sets.reduce((sum, { weight }) => sum + weight * weight, 0));
  const taken: JudgedSet[] = [];
  let passed = 0;
  for (const set of sets) {
    passed += (set.weight / total) * count;
    while (taken.length + 0.5 <= passed) taken.push(set);
  }
  return taken;
}

/** Pairs that go together beyond chance, the closest first. */
function tradeOffsOf(paths: readonly string[], places: readonly (readonly number[])[]): TradeOff[] {
  const pairs = paths.flatMap((_, a) => {
    const rest = places.map((place) => place.slice(a + 1));
    const correlations = correlationsOf(
      rest,
      places.map((place) => place[a]),
    );
    return correlations.map((correlation, k) => ({ a, b: a + 1 + k, correlation }));
  });
  const adjusted = falseDiscovery(pairs.map(({ correlation }) => correlationChance(correlation, places.length)));
  return pairs
    .map(({ a, b, correlation }, k): TradeOff => {
      const joined = places.map((place) => place[a] - Math.sign(correlation) * place[b]);
      const contraction = 1 - sampleVariance(joined) / (2 / 12);
      return { paths: [paths[a], paths[b]], correlation, adjusted: adjusted[k], contraction };
    })
    .filter((pair) => pair.adjusted <= FALSE_DISCOVERY)
    .sort((x, y) => Math.abs(y.correlation) - Math.abs(x.correlation));
}
