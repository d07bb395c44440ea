import { mean, quantileSorted } from "simple-statistics";
import { armsOf, isDifference } from "./lessonRun.ts";
import { drawnCurve, knotWeeks, type Predicted } from "./prediction.ts";
import type { Option, Prediction } from "./schema.ts";

/** The runs that a prediction is held against. */
export interface Ensemble {
  weeks: number;
  /** [arm][seed][week - 1] of the measure. */
  courses: readonly (readonly (readonly number[])[])[];
  /** [arm][seed] of the measure over the span. */
  outcomes: readonly (readonly number[])[];
}

/** The middle nine tenths of runs, and the one in the middle. */
export interface Band {
  low: number;
  middle: number;
  high: number;
}

const [LOW, HIGH] = [0.05, 0.95];

export function bandOf(values: readonly number[]): Band {
  const known = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (known.length === 0) return { low: Number.NaN, middle: Number.NaN, high: Number.NaN };
  return { low: quantileSorted(known, LOW), middle: quantileSorted(known, 0.5), high: quantileSorted(known, HIGH) };
}

/** [week - 1] the band of an arm. */
export const bandsOf = ({ courses, weeks }: Ensemble, arm = 0): Band[] =>
  Array.from({ length: weeks }, (_, week) => bandOf(courses[arm].map((run) => run[week])));

/** Where something predicted lies against a band. */
export type Side = "below" | "within" | "above";
export const sideOf = (value: number, { low, high }: Band): Side => (value < low ? "below" : value > high ? "above" : "within");

/** Weeks in a row in which a drawing lies on one side of the band. */
export interface Stretch {
  side: Side;
  from: number;
  to: number;
  /** The most by which it lies outside. */
  by: number;
}

/** Weeks that a stretch has at least, if there is another beside it: a line that crosses a ragged edge crosses it once. */
const LEAST = 6;

/** Where a drawing parted from the band. @param drawn  from the week `from` on */
export function stretchesOf(drawn: readonly number[], bands: readonly Band[], from: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [k, value] of drawn.entries()) {
    const week = from + k;
    const band = bands[week - 1];
    if (!band || !Number.isFinite(band.low)) continue;
    const side = sideOf(value, band);
    const by = Math.max(0, band.low - value, value - band.high);
    const last = stretches.at(-1);
    if (last?.side === side) Object.assign(last, { to: week, by: Math.max(last.by, by) });
    else stretches.push({ side, from: week, to: week, by });
  }
  return stretches.reduce<Stretch[]>((merged, next) => {
    const last = merged.at(-1);
    const short = ({ from: first, to }: Stretch) => to - first + 1 < LEAST;
    if (last && (last.side === next.side || short(next))) last.to = next.to;
    else if (last && short(last)) merged[merged.length - 1] = { ...next, from: last.from };
    else merged.push({ ...next });
    return merged;
  }, []);
}

/**
 * Continuous ranked probability score of one value against runs: how far it lies from them, less what they lie from one another.
 *
 *   CRPS = mean_s |x - y_s| - 1/2 mean_st |y_s - y_t|
 *
 * Source: T. Gneiting, A. E. Raftery (2007), Strictly proper scoring rules, JASA 102(477), eq. 21, with forecast and outcome in
 * each other's place.
 */
export function crps(value: number, runs: readonly number[]): number {
  const known = runs.filter(Number.isFinite);
  if (known.length === 0) return Number.NaN;
  const apart = mean(known.map((one) => mean(known.map((other) => Math.abs(one - other)))));
  return mean(known.map((one) => Math.abs(value - one))) - apart / 2;
}

/** The value that is predicted, run by run: that of the first arm, or by how much it exceeds the second. */
export function valuesOf(predict: Prediction, { outcomes }: Ensemble): number[] {
  const [first, second] = outcomes;
  return isDifference(predict) ? first.map((value, seed) => value - second[seed]) : [...first];
}

const holds = ({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Option, value: number): boolean =>
  value >= from && value < to;

/** [option] in how many runs it was right. */
export const runsOfOptions = (predict: Prediction, ensemble: Ensemble): number[] =>
  (predict.options ?? []).map((option) => valuesOf(predict, ensemble).filter((value) => holds(option, value)).length);

/** The arms by what they came to, highest first. */
export const orderOf = (values: readonly number[]): number[] =>
  values
    .map((value, arm) => ({ value, arm }))
    .sort((a, b) => b.value - a.value)
    .map(({ arm }) => arm);

/** [run] the arms by what they came to in it. */
export const ordersOf = (outcomes: Ensemble["outcomes"]): number[][] =>
  outcomes[0].map((_, seed) => orderOf(outcomes.map((of) => of[seed])));

/** The order that came about most often, of equals the first. */
export function commonestOrder(outcomes: Ensemble["outcomes"]): number[] {
  const orders = ordersOf(outcomes);
  const times = (wanted: readonly number[]) => orders.filter((of) => String(of) === String(wanted)).length;
  return orders.reduce((best, next) => (times(next) > times(best) ? next : best), orders[0]);
}

/** What came of a prediction. */
export type Judged =
  | { kind: "curve"; stretches: Stretch[] }
  | { kind: "value"; predicted: number; band: Band; side: Side }
  | { kind: "order"; order: number[]; bands: Band[]; same: number; runs: number; mine: number }
  | { kind: "choose"; chosen: number; counts: number[]; runs: number };

/** Holds a prediction against runs. */
export function judge(predict: Prediction, predicted: Predicted, ensemble: Ensemble): Judged {
  const { outcomes, weeks } = ensemble;
  const runs = outcomes[0].length;
  switch (predict.kind) {
    case "curve": {
      const knots = knotWeeks(predict, weeks);
      return { kind: "curve", stretches: stretchesOf(drawnCurve(predicted, knots), bandsOf(ensemble), knots[0]) };
    }
    case "value": {
      const band = bandOf(valuesOf(predict, ensemble));
      return { kind: "value", predicted: predicted[0], band, side: sideOf(predicted[0], band) };
    }
    case "choose":
      return { kind: "choose", chosen: predicted[0], counts: runsOfOptions(predict, ensemble), runs };
    case "order": {
      const order = commonestOrder(outcomes);
      const orders = ordersOf(outcomes);
      const inRuns = (wanted: readonly number[]) => orders.filter((of) => String(of) === String(wanted)).length;
      return { kind: "order", order, bands: outcomes.map((of) => bandOf(of)), same: inRuns(order), runs, mine: inRuns(predicted) };
    }
  }
}

/** A row of what is exported of a prediction. */
export interface PredictionRow {
  kind: Prediction["kind"];
  measure: string;
  /** Of a curve the week, else the arm or option. */
  at: string;
  predicted: number;
  low: number;
  middle: number;
  high: number;
  /** Empty where it has no meaning. */
  crps: number;
}

/** What is exported of a prediction: nobody is ranked on the page, here is what a study may want. */
export function predictionRows(predict: Prediction, predicted: Predicted, ensemble: Ensemble): PredictionRow[] {
  const row = (at: string, value: number, runs: readonly number[]): PredictionRow => ({
    kind: predict.kind,
    measure: predict.measure,
    at,
    predicted: value,
    ...bandOf(runs),
    crps: crps(value, runs),
  });
  if (predict.kind === "value") return [row("value", predicted[0], valuesOf(predict, ensemble))];
  if (predict.kind === "curve")
    return knotWeeks(predict, ensemble.weeks).map((week, k) =>
      row(
        String(week),
        predicted[k],
        ensemble.courses[0].map((run) => run[week - 1]),
      ),
    );
  const plain = (at: string, value: number, runs: readonly number[]) => ({ ...row(at, value, runs), crps: Number.NaN });
  if (predict.kind === "choose")
    return runsOfOptions(predict, ensemble).map((count, k) =>
      plain(predict.options?.[k].text ?? "", Number(predicted[0] === k), [count / ensemble.outcomes[0].length]),
    );
  return armsOf(predict).map(({ name }, arm) => plain(name, predicted.indexOf(arm) + 1, ensemble.outcomes[arm]));
}
