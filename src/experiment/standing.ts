import type { ContrastRow } from "./contrastRow.ts";
import { type PairsVerdict, verdictOn } from "./verdict.ts";

/** How an estimand stands to what is claimed of it. */
export type Standing =
  /** As claimed, by enough to matter, and so in most draws from the priors. */
  | "claimed"
  /** As claimed at the defaults; draws from the priors do not bear it out. */
  | "defaultsOnly"
  | "reverse"
  /** No difference that would matter. */
  | "none"
  | "cannotTell"
  | "tooEarly";

/** Share of draws from the priors with the sign as claimed, from which a claim is said to hold beyond the defaults: 7 of 8. */
export const MOST_DRAWS = 0.875;

/** How far beyond zero an estimand lies on the claimed side, in halves of its interval: 1 is where the interval just leaves out zero. */
export function marginsOf({ effect, claimed }: Pick<ContrastRow, "effect" | "claimed">): number {
  const half = (effect.high - effect.low) / 2;
  if (effect.mean === 0) return 0;
  const sign = claimed === "positive" ? 1 : -1;
  return Number.isFinite(half) ? (sign * effect.mean) / half : 0;
}

/** @param least  the least difference that matters, in the unit of the measure */
export function standingOf({ effect, claimed, share }: Pick<ContrastRow, "effect" | "claimed" | "share">, least: number): Standing {
  const asClaimed: PairsVerdict = claimed === "positive" ? "higher" : "lower";
  const judged = verdictOn(effect, least);
  // What the change itself sets lies on its side without an interval.
  const verdict = judged === "given" && Math.abs(effect.mean) >= least ? (effect.mean > 0 ? "higher" : "lower") : judged;
  if (verdict === asClaimed) return share.mean >= MOST_DRAWS ? "claimed" : "defaultsOnly";
  if (verdict === "higher" || verdict === "lower") return "reverse";
  if (verdict === "cannotTell" || verdict === "tooEarly") return verdict;
  return "none";
}
