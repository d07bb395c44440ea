import { armsOf, scaleOf } from "./lessonRun.ts";
import type { Prediction } from "./schema.ts";

/**
 * What somebody predicted, as numbers: of a curve its values at the knots, of a value that, of an order the places of the arms in
 * the file, highest first, of a choice the place of the option.
 */
export type Predicted = readonly number[];

/** Knots of a curve that is drawn. */
const KNOTS = 9;

/** Weeks at which a curve is drawn: the first is the last that was shown. */
export function knotWeeks({ known }: Pick<Prediction, "known">, weeks: number): number[] {
  const from = Math.max(1, known);
  return Array.from({ length: KNOTS }, (_, k) => Math.round(from + (k * (weeks - from)) / (KNOTS - 1)));
}

/** A curve between its knots. @returns [week - first knot] up to the last */
export function drawnCurve(values: Predicted, knots: readonly number[]): number[] {
  const curve: number[] = [];
  for (let k = 0; k + 1 < knots.length; k++) {
    const length = knots[k + 1] - knots[k];
    for (let week = 0; week < length; week++) curve.push(values[k] + ((values[k + 1] - values[k]) * week) / length);
  }
  return [...curve, values[knots.length - 1]];
}

/** Whether numbers can be a prediction of this kind: whatever comes from an address, a phone or a file is held against it. */
export function isPredicted(predict: Prediction, given: unknown): given is Predicted {
  if (!Array.isArray(given) || !given.every((one) => typeof one === "number" && Number.isFinite(one))) return false;
  const numbers = given as number[];
  const [low, high] = scaleOf(predict);
  if (predict.kind === "curve") return numbers.length === KNOTS && numbers.every((one) => one >= low && one <= high);
  if (predict.kind === "value") return numbers.length === 1 && numbers[0] >= low && numbers[0] <= high;
  if (predict.kind === "choose") return numbers.length === 1 && predict.options?.[numbers[0]] !== undefined;
  const places = armsOf(predict).map((_, k) => k);
  return numbers.length === places.length && places.every((place) => numbers.includes(place));
}

/** Digits of a value: a hand draws no more. */
const DIGITS = 3;
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/** A prediction as a word of an address. */
export const writePredicted = (given: Predicted): string => given.map((one) => String(rounded(one))).join("_");

/** What such a word says; undefined if that is no prediction of this kind. */
export function readPredicted(predict: Prediction, word: string): Predicted | undefined {
  const numbers = word.split("_").map(Number);
  return isPredicted(predict, numbers) ? numbers : undefined;
}
