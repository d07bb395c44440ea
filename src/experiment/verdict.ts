import type { Estimate } from "./intervals.ts";

/** Pairs below which nothing is said: an interval of five differences or fewer leans on how they are distributed. */
export const LEAST_PAIRS = 6;

/** What pairs of runs say of a difference, beside the least that would matter. */
export type PairsVerdict =
  | "tooEarly"
  /** Both runs of every pair came out the same. */
  | "same"
  /** Every pair differs by the same: the change itself sets the outcome. */
  | "given"
  /** Beyond zero, and not within what would not matter. */
  | "higher"
  | "lower"
  /** Beyond zero, and all within what would not matter. */
  | "higherLittle"
  | "lowerLittle"
  /** Around zero, and all within what would not matter. */
  | "none"
  | "cannotTell";

/**
 * The verdict on a difference by its interval, which covers seeds and not parameters.
 *
 * @param least  the least difference that matters, in the unit of the estimate, above 0
 */
export function verdictOn({ mean, low, high, count, unknown }: Estimate, least: number): PairsVerdict {
  if (count < LEAST_PAIRS || !(low <= high)) return "tooEarly";
  if (unknown === "equal") return mean === 0 ? "same" : "given";
  const within = low > -least && high < least;
  if (low > 0) return within ? "higherLittle" : "higher";
  if (high < 0) return within ? "lowerLittle" : "lower";
  return within ? "none" : "cannotTell";
}

/**
 * About how many pairs more might tell: half an interval narrows as one over the root of their number, and would have to
 * come down to the mean (then it leaves out zero), or to what keeps it within the least difference, whichever is sooner.
 */
export function pairsToTell({ mean, low, high, count }: Pick<Estimate, "mean" | "low" | "high" | "count">, least: number): number {
  const half = (high - low) / 2;
  const wanted = Math.max(Math.abs(mean), least - Math.abs(mean));
  const ratio = half / wanted;
  return Math.max(1, Math.ceil(count * (ratio * ratio - 1)));
}
