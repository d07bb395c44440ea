import { log, pow } from "../../numeric/index.ts";
import { type MeasureId, measureIndex, measures } from "../../observation/index.ts";
import { anyScale, type Scale } from "../intervals.ts";

/** How the weeks of a span become one number. */
export const takes = ["mean", "maximum", "minimum", "last", "slope", "crossing"] as const;
export type Take = (typeof takes)[number];

/** What measures are turned into before they are set against each other. */
export const scales = ["logOdds", "perYear"] as const;
export type OutcomeScale = (typeof scales)[number];

/** What one number of a run is made of; a measure may be named by another version. */
export interface OutcomeRule {
  measure: string;
  minus?: string | undefined;
  over?: string | undefined;
  scale?: OutcomeScale | undefined;
  /** mean if left out. */
  take?: Take | undefined;
  /** That of a crossing. */
  level?: number | undefined;
}

/** One number of a run: what is taken of a measure, or of how measures differ, over a span of weeks. */
export interface Outcome extends OutcomeRule {
  name: string;
  measure: MeasureId;
  minus?: MeasureId | undefined;
  over?: MeasureId | undefined;
  /** Row of the community that it is of [the whole district]. */
  community?: number | undefined;
  /** First and last week, counted from 1. */
  span: readonly [from: number, to: number];
}

const YEAR = 52;
const logOdds = (p: number) => log(p / (1 - p));
/** The share kept in a year, of a share kept since the start. */
const keptYearly = (share: number, week: number) => pow(share, YEAR / week);

/** What an outcome is called if nobody names it: by its measures and what is taken of them. */
export function nameOfOutcome({
  name,
  measure,
  minus,
  over,
  scale,
  take,
}: Omit<OutcomeRule, "level"> & { name?: string | undefined }): string {
  if (name !== undefined) return name;
  const parts = [measure, minus && `minus_${minus}`, over && `over_${over}`, scale, take !== "mean" && take];
  return parts.filter(Boolean).join("_");
}

/** The unit of an outcome, as units of measures are written. */
export function unitOfOutcome({ measure, over, scale, take }: OutcomeRule): string {
  if (take === "crossing") return "week";
  const unit = over !== undefined ? "ratio" : scale === "logOdds" ? "logit" : (measures[measureIndex.get(measure) as number]?.unit ?? "");
  return take === "slope" ? `${unit}; a year` : unit;
}

/** Least and largest value that an outcome can have. */
export function rangeOfOutcome({ measure, minus, over, scale, take, span }: OutcomeRule & { span?: Outcome["span"] | undefined }): Scale {
  if (take === "crossing") return span ?? anyScale;
  const ranges = [measure, minus].flatMap((id) => (id === undefined ? [] : [rangeOf(id)]));
  if (over !== undefined || scale !== undefined || take === "slope" || ranges.includes(anyScale)) return anyScale;
  const [[least, most], less = [0, 0]] = ranges;
  return [least - less[1], most - less[0]];
}

const rangeOf = (id: string): Scale => {
  const at = measureIndex.get(id);
  return at === undefined ? anyScale : measures[at].range;
};

/**
 * The number that an outcome is of a run; NaN if there is none.
 *
 *   x_w = (s(a_w) - s(b_w)) / c_w    a measure, b minus, c over, s the scale, in week w
 *
 * maximum, minimum, last: of the x_w that there are. slope: that of the least-squares line through them, a year of 52 weeks.
 * crossing: the first week in which x_w is on the other side of the level than at first, or on it. mean: of means, that is
 * (s(mean a) - s(mean b)) / mean c: a ratio of means, not a mean of ratios, in which weeks with small divisors would weigh most.
 *
 * @param series  [week - 1] of a measure, from the first week on
 */
export function outcomeValue(outcome: Outcome, series: (id: MeasureId) => Float64Array): number {
  const { measure, minus, over, scale, take = "mean", level = Number.NaN, span } = outcome;
  const scaled = (value: number, week: number) =>
    scale === "logOdds" ? logOdds(value) : scale === "perYear" ? keptYearly(value, week) : value;
  const parts = [measure, minus, over].map((id) => (id === undefined ? undefined : series(id).subarray(span[0] - 1, span[1])));
  const joined = (at: (values: Float64Array) => number, week: number): number => {
    const [a, b, c] = parts.map((values) => (values === undefined ? undefined : at(values)));
    const value = (scaled(a as number, week) - (b === undefined ? 0 : scaled(b, week))) / (c ?? 1);
    return Number.isFinite(value) ? value : Number.NaN;
  };
  if (take === "mean") return joined(meanOf, span[1]);
  const weeks: number[] = [];
  const values: number[] = [];
  for (let week = span[0]; week <= span[1]; week++) {
    const value = joined((of) => of[week - span[0]], week);
    if (Number.isNaN(value)) continue;
    weeks.push(week);
    values.push(value);
  }
  if (values.length === 0) return Number.NaN;
  const taken: Record<Exclude<Take, "mean">, () => number> = {
    maximum: () => values.reduce((most, value) => Math.max(most, value)),
    minimum: () => values.reduce((least, value) => Math.min(least, value)),
    last: () => values[values.length - 1],
    slope: () => YEAR * slopeOf(weeks, values),
    crossing: () => crossingOf(weeks, values, level),
  };
  return taken[take]();
}

/** Mean of the numbers among values; NaN if there are none. */
function meanOf(values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count > 0 ? sum / count : Number.NaN;
}

/** Least-squares slope; NaN of one week. */
function slopeOf(weeks: readonly number[], values: readonly number[]): number {
  const [w, x] = [weeks, values].map((of) => of.reduce((sum, one) => sum + one, 0) / of.length);
  let [both, square] = [0, 0];
  for (const [k, week] of weeks.entries()) {
    both += (week - w) * (values[k] - x);
    square += (week - w) * (week - w);
  }
  return square === 0 ? Number.NaN : both / square;
}

/** The first week on the other side of a level, or on it; NaN if there is none. */
function crossingOf(weeks: readonly number[], values: readonly number[], level: number): number {
  const side = Math.sign(values[0] - level);
  const at = values.findIndex((value) => Math.sign(value - level) !== side || value === level);
  return at < 0 ? Number.NaN : weeks[at];
}
