import { quantileSorted, sampleStandardDeviation } from "simple-statistics";
import type { MeasureId } from "../observation/index.ts";
import type { Span } from "./batch/request.ts";
import type { Contrast } from "./contrast.ts";
import { falseDiscovery } from "./falseDiscovery.ts";
import { type Estimate, meanWithInterval } from "./intervals.ts";
import type { Outcome, OutcomeRule } from "./outcomes/outcome.ts";
import { completed } from "./outcomes/read.ts";
import { pairedTest } from "./pairedTest.ts";
import { pairsNeeded } from "./pairsNeeded.ts";
import { type Judging, type Verdict, verdictOfClaim } from "./standing.ts";

/** The effects of draws of the parameters, one pair each. */
export interface DrawnEffects {
  /** Over draws: what the effect is in the mean over parameters that are plausible, and seeds. */
  effect: Estimate;
  /** 5%, 50% and 95% points of the draws. */
  low: number;
  median: number;
  high: number;
  /** Shares of draws beyond the smallest effect of interest as claimed, within it, and beyond it the other way. */
  helps: number;
  none: number;
  harms: number;
}

export interface ContrastRow extends OutcomeRule {
  name: string;
  nameZh?: string | undefined;
  claimed: "positive" | "negative";
  /** The smallest effect of interest. */
  least: number;
  /** Estimand at the defaults, over replicates. */
  effect: Estimate;
  /** [pair] estimand of each pair at the defaults; NaN where an arm had nothing to measure. */
  pairs: number[];
  /** [draw] the same at each draw. */
  draws: number[];
  drawn: DrawnEffects;
  /** Chance of such differences at the defaults if there were no effect. */
  p: number;
  /** The same corrected for all estimands that it was looked at with. */
  adjusted: number;
  /** Pairs that would find the smallest effect of interest in four of five studies, by the spread of those at the defaults. */
  needed: number;
  verdict: Verdict;
}

type Estimand = Contrast["estimands"][number];

/** What an estimand comes to in one pair: the weighted sum over the arms, in their order, so that it is the same to the last bit. */
export const weighted = ({ weights }: Pick<Estimand, "weights">, arms: readonly string[], of: (arm: string) => number): number =>
  arms.reduce((sum, arm) => sum + (weights[arm] ? weights[arm] * of(arm) : 0), 0);

/** What pairs and draws of an estimand say, looked at alone (`inFamily`: among others). */
export function contrastRow(estimand: Estimand, pairs: number[], draws: number[]): ContrastRow {
  const { name, nameZh, measure, minus, over, scale, take, level, claimed, least } = estimand;
  const differences = pairs.filter(Number.isFinite);
  const effect = meanWithInterval(differences);
  const p = pairedTest(differences);
  const needed = differences.length > 1 ? pairsNeeded(sampleStandardDeviation(differences), least) : Number.NaN;
  const rule = Object.fromEntries(Object.entries({ minus, over, scale, take, level }).filter(([, value]) => value !== undefined));
  const row = {
    name,
    nameZh,
    measure,
    ...rule,
    claimed,
    least,
    effect,
    pairs,
    draws,
    drawn: drawnEffects(draws, claimed, least),
    p,
    needed,
  };
  return judged({ ...row, adjusted: p });
}

/** The same rows as one family: an effect counts as shown if it is after a correction for looking at all of them. */
export function inFamily(rows: readonly ContrastRow[]): ContrastRow[] {
  const adjusted = falseDiscovery(rows.map(({ p }) => p));
  return rows.map((row, k) => judgedBy(row, adjusted[k]));
}

/** A row with its chance corrected for what it was looked at with. */
export const judgedBy = (row: ContrastRow, adjusted: number): ContrastRow => judged({ ...row, adjusted });

const judged = <Row extends Judging>(row: Row): Row & { verdict: Verdict } => ({ ...row, verdict: verdictOfClaim(row, row.least) });

function drawnEffects(draws: readonly number[], claimed: "positive" | "negative", least: number): DrawnEffects {
  const known = draws.filter(Number.isFinite).sort((a, b) => a - b);
  const share = (holds: (value: number) => boolean) => (known.length > 0 ? known.filter(holds).length / known.length : Number.NaN);
  const point = (at: number) => (known.length > 0 ? quantileSorted(known, at) : Number.NaN);
  const sign = claimed === "positive" ? 1 : -1;
  const helps = share((value) => sign * value >= least);
  const harms = share((value) => sign * value <= -least);
  return {
    effect: meanWithInterval(known),
    low: point(0.05),
    median: point(0.5),
    high: point(0.95),
    helps,
    none: 1 - helps - harms,
    harms,
  };
}

/** Weeks that an estimand is of. */
export const spanOf = ({ span }: Pick<Contrast, "span">, estimand: Pick<Estimand, "span">): Span => estimand.span ?? span;

/** What an estimand takes of the run of each arm, named by all that it is. */
export function estimandOutcome(contrast: Pick<Contrast, "span">, { measure, minus, over, scale, take, level, span }: Estimand): Outcome {
  const outcome = completed({ measure: measure as MeasureId, minus, over, scale, take, level, span }, spanOf(contrast, { span }));
  const parts = [outcome.name, level === undefined ? "" : `at ${level}`, outcome.span.join("-")];
  return { ...outcome, name: parts.filter((part) => part !== "").join(" ") };
}
