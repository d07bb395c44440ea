import { type Bounded, jackknife } from "../jackknife.ts";

/** What the spread of an outcome comes from. */
export const spreadSources = ["seed", "parameters", "structure", "both"] as const;
export type SpreadSource = (typeof spreadSources)[number];

/** Shares of the spread, each with its 95% interval over sets of parameters. */
export interface VarianceShares {
  /** Standard deviation of all of it together. */
  deviation: number;
  /** Shares of the variance; "both": what a set of parameters does under one structure and not under another. */
  shares: Readonly<Record<SpreadSource, Bounded>>;
  /** Sets of parameters that have a value for every structure and seed. */
  count: number;
}

/**
 * Parts of the variance of an outcome: structures and sets of parameters crossed, with seeds of their own in each cell.
 *
 *   y_spr = m + S_s + P_p + (SP)_sp + e_spr      s structure, p set of parameters, r seed
 *   e = MS_e ;  SP = (MS_sp − MS_e) / R ;  P = (MS_p − MS_sp) / (R S) ;  S = (MS_s − MS_sp) / (R N) ;  none below zero
 *
 * Mean squares are those of the two-way analysis of variance with R seeds in each of S × N cells. What a mean over few seeds
 * varies by luck is thereby taken off parameters and structure.
 *
 * Source: S. R. Searle, G. Casella, C. E. McCulloch (1992), Variance Components, Wiley, chapter 4 (balanced data).
 * Departs from it: the structures are those that were named, not a draw from more of them.
 *
 * @param values  [set][structure][seed]; sets with a value that is none are left out
 */
export function varianceShares(values: readonly (readonly (readonly number[])[])[]): VarianceShares {
  const sets = values.filter((cells) => cells.every((cell) => cell.every(Number.isFinite)));
  const shareOf = (source: SpreadSource) => (rows: ArrayLike<number>) => {
    const parts = componentsOf(Array.from(rows, (row) => sets[row]));
    return parts[source] / totalOf(parts);
  };
  const none: Bounded = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const bounded = (source: SpreadSource): Bounded => {
    if (sets.length < 3) return none;
    const { value, low, high } = jackknife(shareOf(source), sets.length);
    return Number.isNaN(value) ? none : { value, low: Math.max(0, low), high: Math.min(1, high) };
  };
  return {
    deviation: sets.length < 3 ? Number.NaN : Math.sqrt(totalOf(componentsOf(sets))),
    shares: Object.fromEntries(spreadSources.map((source) => [source, bounded(source)])) as Record<SpreadSource, Bounded>,
    count: sets.length,
  };
}

type Components = Record<SpreadSource, number>;

const totalOf = (parts: Components): number => spreadSources.reduce((sum, source) => sum + parts[source], 0);

function componentsOf(sets: readonly (readonly (readonly number[])[])[]): Components {
  const [N, S, R] = [sets.length, sets[0].length, sets[0][0].length];
  const cells = sets.map((of) => of.map(mean));
  const ofSet = cells.map(mean);
  const ofStructure = Array.from({ length: S }, (_, s) => mean(cells.map((cell) => cell[s])));
  const all = mean(ofSet);
  const squares = (terms: number[]) => terms.reduce((sum, term) => sum + term * term, 0);
  const forSeed = squares(sets.flatMap((of, p) => of.flatMap((cell, s) => cell.map((value) => value - cells[p][s])))) / (S * N * (R - 1));
  const forBoth =
    (R * squares(cells.flatMap((cell, p) => cell.map((value, s) => value - ofSet[p] - ofStructure[s] + all)))) /
    Math.max(1, (S - 1) * (N - 1));
  const forSets = (R * S * squares(ofSet.map((value) => value - all))) / (N - 1);
  const forStructures = (R * N * squares(ofStructure.map((value) => value - all))) / Math.max(1, S - 1);
  return {
    seed: forSeed,
    both: S === 1 ? 0 : Math.max(0, (forBoth - forSeed) / R),
    parameters: Math.max(0, (forSets - (S === 1 ? forSeed : forBoth)) / (R * S)),
    structure: S === 1 ? 0 : Math.max(0, (forStructures - forBoth) / (R * N)),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
