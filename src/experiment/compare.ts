import { mean, sampleStandardDeviation } from "simple-statistics";
import { measures } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { bootstrapInterval, type Resample, resamples } from "./bootstrap.ts";
import { onCommonDraws } from "./commonDraws.ts";
import { type Estimate, meanWithInterval } from "./intervals.ts";
import type { RunJobs, Span } from "./job.ts";

const RESAMPLES = 2000;

export interface ComparisonRow {
  measure: string;
  unit: string;
  /** Means of the two arms over pairs. */
  without: number;
  with: number;
  /** Mean of the differences of pairs, with minus without, and its 95% t-interval. */
  effect: Estimate;
  /** 95% BCa bootstrap interval of the same mean, over pairs. */
  bootstrap: { low: number; high: number };
  /** Mean over standard deviation of the differences (Cohen's d of pairs); 0 where both are 0. */
  strength: number;
}

export interface ComparisonPoint {
  week: number;
  measure: string;
  without: number;
  with: number;
  effect: Estimate;
}

export interface Comparison {
  /** All measures, the strongest effect first. */
  rows: ComparisonRow[];
  /** Week by week; empty if not asked for. */
  series: ComparisonPoint[];
}

/**
 * A paired counterfactual: pairs of runs with the same draws, one with what is changed and one without.
 *
 * @param span    weeks over which measures are averaged
 * @param weekly  whether the series are wanted, from week 1 to the end of the span
 */
export async function compare({ without, changed, pairs, seed, span, weekly }: Comparing, runJobs: RunJobs): Promise<Comparison> {
  const weeks = weekly ? Array.from({ length: span[1] }, (_, k): Span => [k + 1, k + 1]) : [];
  const results = await runJobs(onCommonDraws([without, changed], pairs, seed, [span, ...weeks]));
  const known = new Map<number, Resample[]>();
  const drawn = (n: number) => {
    if (!known.has(n)) known.set(n, resamples(n, RESAMPLES, seed, "compare"));
    return known.get(n) as Resample[];
  };
  /** Values of both arms in the pairs that have them. */
  const pairsOf = (s: number, k: number) => {
    const arms: [without: number[], changed: number[]] = [[], []];
    for (let r = 0; r < pairs; r++) {
      const pair = [results[2 * r][s][k], results[2 * r + 1][s][k]];
      if (pair.every(Number.isFinite)) for (const a of [0, 1]) arms[a].push(pair[a]);
    }
    const differences = arms[1].map((value, r) => value - arms[0][r]);
    return { without: meanOr(arms[0]), with: meanOr(arms[1]), differences, effect: meanWithInterval(differences) };
  };
  const rows = measures.map(({ id, unit }, k): ComparisonRow => {
    const { differences, ...rest } = pairsOf(0, k);
    const of = (chosen: ArrayLike<number>) => meanAt(differences, chosen);
    const n = differences.length;
    return { measure: id, unit, ...rest, bootstrap: bootstrapInterval(of, n, drawn(n)), strength: strengthOf(differences) };
  });
  const rank = ({ strength }: ComparisonRow) => (Number.isNaN(strength) ? -1 : Math.abs(strength));
  const series = weeks.flatMap(([week], w) =>
    measures.map(({ id }, k): ComparisonPoint => {
      const { differences: _, ...rest } = pairsOf(w + 1, k);
      return { week, measure: id, ...rest };
    }),
  );
  return { rows: rows.sort((a, b) => rank(b) - rank(a)), series };
}

export interface Comparing {
  without: BaseScenario;
  changed: BaseScenario;
  pairs: number;
  seed: string;
  span: Span;
  weekly: boolean;
}

const meanOr = (values: number[]) => (values.length > 0 ? mean(values) : Number.NaN);

function meanAt(values: readonly number[], rows: ArrayLike<number>): number {
  let sum = 0;
  for (let r = 0; r < rows.length; r++) sum += values[rows[r]];
  return sum / rows.length;
}

function strengthOf(differences: number[]): number {
  if (differences.length < 2) return Number.NaN;
  const center = mean(differences);
  return center === 0 ? 0 : center / sampleStandardDeviation(differences);
}
