import { mean, sampleStandardDeviation } from "simple-statistics";
import { measures } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import type { Span } from "./batch/request.ts";
import { onCommonRandomNumbers } from "./commonRandomNumbers.ts";
import { falseDiscovery } from "./falseDiscovery.ts";
import { allEqual, type Estimate, meanWithInterval } from "./intervals.ts";
import type { RunMeans } from "./means.ts";
import { type Outcome, unitOfOutcome } from "./outcomes/outcome.ts";
import { pairedTest } from "./pairedTest.ts";

/** Share of false ones among the measures that are said to move, at most, in expectation. */
export const FALSE_DISCOVERIES = 0.05;

export interface ComparisonRow {
  /** Or the name of an own outcome. */
  measure: string;
  unit: string;
  /** Means of the two arms over pairs. */
  baseline: number;
  changed: number;
  /** Mean of the differences of pairs, changed minus baseline, and its 95% t-interval. */
  effect: Estimate;
  /** Mean over standard deviation of the differences (Cohen's d of pairs); NaN where they do not spread. */
  standardized: number;
  /** Chance of such differences if nothing moved. */
  p: number;
  /** The same corrected for looking at all measures of interest: those with at most `FALSE_DISCOVERIES` are said to move. */
  adjusted: number;
  /** True if the change sets the measure: it is 0 in all runs of one arm alone, or differs by the same in all pairs. */
  given: boolean;
}

export interface ComparisonPoint {
  week: number;
  measure: string;
  baseline: number;
  changed: number;
  effect: Estimate;
}

export interface Comparison {
  /** All measures: the largest standardized effect first, then what the change itself sets, then what does not move. */
  rows: ComparisonRow[];
  /** Week by week; empty if not asked for. */
  series: ComparisonPoint[];
}

export interface Comparing {
  baseline: BaseScenario;
  changed: BaseScenario;
  pairs: number;
  seed: string;
  span: Span;
  weekly: boolean;
  /** Measures of interest, named before anything was looked at [all]. */
  only?: ReadonlySet<string>;
  /** Own outcomes, which take the place of the measures; the series are then those of their measures. */
  outcomes?: readonly Outcome[];
  /** Draws the parameters of each pair, of both arms alike; what is changed must be spared there [those of the arms]. */
  draw?: (arm: BaseScenario) => readonly BaseScenario[];
}

/**
 * A paired counterfactual: pairs of runs with the same draws, one with what is changed and the baseline.
 *
 * @param span    weeks over which measures are averaged
 * @param weekly  whether the series are wanted, from week 1 to the end of the span
 */
export async function compare(
  { baseline, changed, pairs, seed, span, weekly, only, outcomes = [], draw }: Comparing,
  runMeans: RunMeans,
): Promise<Comparison> {
  const own = new Set<string>(outcomes.flatMap(({ measure, minus, over }) => [measure, minus, over].filter((id) => id !== undefined)));
  const named = outcomes.length > 0 ? own : only;
  const wanted = measures.map(({ id, unit }, k) => ({ id, unit, k, row: 0 })).filter(({ id }) => named?.has(id) ?? true);
  const end = outcomes.reduce((last, { span: [, to] }) => Math.max(last, to), span[1]);
  const weeks = weekly ? Array.from({ length: end }, (_, k): Span => [k + 1, k + 1]) : [];
  const results = await runMeans(onCommonRandomNumbers([baseline, changed], pairs, seed, [span, ...weeks], outcomes, draw));
  const behind = 1 + weeks.length;
  const told =
    outcomes.length > 0 ? outcomes.map((outcome, k) => ({ id: outcome.name, unit: unitOfOutcome(outcome), k, row: behind })) : wanted;
  /** Values of both arms in the pairs that have them. */
  const pairsOf = (s: number, k: number) => {
    const arms: [baseline: number[], changed: number[]] = [[], []];
    for (let r = 0; r < pairs; r++) {
      const pair = [results[2 * r][s][k], results[2 * r + 1][s][k]];
      if (pair.every(Number.isFinite)) for (const a of [0, 1]) arms[a].push(pair[a]);
    }
    const differences = arms[1].map((value, r) => value - arms[0][r]);
    return { arms, differences, means: { baseline: meanOr(arms[0]), changed: meanOr(arms[1]), effect: meanWithInterval(differences) } };
  };
  const rows = told.map(({ id, unit, k, row }): Omit<ComparisonRow, "adjusted"> => {
    const { arms, differences, means } = pairsOf(row, k);
    const standardized = standardizedEffect(differences);
    const zero = arms.map((values) => values.every((value) => value === 0));
    const moves = differences.some((difference) => difference !== 0);
    const given = moves && differences.length > 1 && (zero[0] !== zero[1] || Number.isNaN(standardized));
    return { measure: id, unit, ...means, standardized, p: pairedTest(differences), given };
  });
  const adjusted = falseDiscovery(rows.map(({ p }) => p));
  const series = weeks.flatMap(([week], w) =>
    wanted.map(({ id, k }): ComparisonPoint => ({ week, measure: id, ...pairsOf(w + 1, k).means })),
  );
  return { rows: rows.map((row, k) => ({ ...row, adjusted: adjusted[k] })).sort(byEffect), series };
}

const meanOr = (values: number[]) => (values.length > 0 ? mean(values) : Number.NaN);

function standardizedEffect(differences: number[]): number {
  if (differences.length < 2) return Number.NaN;
  const [center, deviation] = [mean(differences), sampleStandardDeviation(differences)];
  return allEqual(deviation, center) ? Number.NaN : center / deviation;
}

/** The largest effect first; what the change sets itself has no rank among what follows from it. */
function byEffect(a: ComparisonRow, b: ComparisonRow): number {
  const place = ({ given, standardized }: ComparisonRow) => (given ? 1 : Number.isNaN(standardized) ? 2 : 0);
  const size = ({ standardized }: ComparisonRow) => (Number.isNaN(standardized) ? 0 : Math.abs(standardized));
  return place(a) - place(b) || size(b) - size(a);
}
