import type { Outcome } from "../outcomes/outcome.ts";

/** What was seen of a measure in a week, or over the weeks of a year. */
export interface Observation extends Outcome {
  value: number;
  /** Standard error of the value; 0 if it is exact. */
  error: number;
  /** The ends of its 95% interval, where these were written and no error. */
  interval?: readonly [low: number, high: number];
  /** True if the fit may not see it. */
  heldOut: boolean;
}

/** What is held out: the last share of the weeks that were observed, or a measure. */
export type HoldOut = { share: number } | { measure: string };

/** Observations with those marked that are held out: all from the week on behind which at most the share lies. */
export function holdingOut(observations: readonly Observation[], hold: HoldOut): Observation[] {
  if ("measure" in hold) return observations.map((one) => ({ ...one, heldOut: one.measure === hold.measure }));
  const most = hold.share * observations.length;
  const ends = [...new Set(observations.map(({ span }) => span[1]))].sort((a, b) => a - b);
  const from = ends.find((end) => observations.filter(({ span }) => span[1] >= end).length <= most);
  return observations.map((one) => ({ ...one, heldOut: from !== undefined && one.span[1] >= from }));
}
