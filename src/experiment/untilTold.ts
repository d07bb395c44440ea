import { type Estimate, type IntervalRule, meanWithInterval } from "./intervals.ts";
import { verdictOn } from "./verdict.ts";

/** Pairs near which the interval is to be tightest: about as many as it takes to tell half a point of participation. */
const TIGHTEST = 12;
/** Pairs that come out all the same before that is taken for the answer: then fewer than one in four differ, with 95% confidence. */
const ALL_SAME = 12;

const anytime: IntervalRule = { confidence: 0.95, anytime: TIGHTEST };

/**
 * The mean of differences of pairs with an interval that holds at all looks at once (`anytimeHalfWidth`), so that one may look
 * after every pair and stop when one likes. Differences on common random numbers are small beside the range of a measure: an
 * interval that assumed that range and no more would need hundreds of times as many pairs.
 */
export const anytimeDifference = (differences: readonly number[]): Estimate => meanWithInterval(differences, anytime);

/** Why pairs are enough. */
export type Enough =
  /** The interval leaves out zero. */
  | "apart"
  /** It leaves out all that would matter. */
  | "within"
  /** It is narrower than the least difference that matters, which lies within it: the difference is about as large as matters. */
  | "narrow"
  /** Every pair came out the same. */
  | "same";

/**
 * Whether the pairs that are there are enough, and why; undefined if not. It is asked after every pair, of an interval that
 * bears it: that the run is stopped when it is precise does not make it wrong more often than it says
 * (tests/experiment/untilTold.test.ts).
 *
 * @param difference  as `anytimeDifference` gives it
 * @param least       the least difference that matters, in the same unit
 */
export function enoughPairs(difference: Estimate, least: number): Enough | undefined {
  const { low, high, count } = difference;
  switch (verdictOn(difference, least)) {
    case "tooEarly":
      return undefined;
    case "same":
    case "given":
      return count >= ALL_SAME ? "same" : undefined;
    case "higher":
    case "lower":
    case "higherLittle":
    case "lowerLittle":
      return "apart";
    case "none":
      return "within";
    case "cannotTell":
      return high - low <= least ? "narrow" : undefined;
  }
}
