import { FALSE_DISCOVERIES } from "./compare.ts";
import type { ContrastRow } from "./contrastRow.ts";
import type { Estimate } from "./intervals.ts";
import { type PairsVerdict, verdictOn } from "./verdict.ts";

/** What is found of a claim in one estimand. */
export type Verdict =
  /** As claimed, and not all within what would not matter. */
  | "helps"
  /** The other way. */
  | "harms"
  /** No effect larger than the smallest of interest: the whole interval is smaller. */
  | "none"
  | "cannotTell";

/** How an estimand stands to what is claimed of it. */
export type Standing =
  /** As claimed at the defaults, and so in the mean over draws of the parameters. */
  | "claimed"
  /** As claimed at the defaults; draws of the parameters do not bear it out. */
  | "defaultsOnly"
  | "reverse"
  /** No difference that would matter. */
  | "none"
  | "cannotTell"
  | "tooEarly";

/** How far beyond zero an estimand lies on the claimed side, in halves of its interval: 1 is where the interval just leaves out zero. */
export function marginsOf({ effect, claimed }: Pick<ContrastRow, "effect" | "claimed">): number {
  const half = (effect.high - effect.low) / 2;
  if (effect.mean === 0) return 0;
  const sign = claimed === "positive" ? 1 : -1;
  return Number.isFinite(half) ? (sign * effect.mean) / half : 0;
}

/** What a row is judged by. */
export type Judging = Pick<ContrastRow, "effect" | "claimed" | "adjusted" | "drawn" | "least">;

/**
 * The standing of an estimand by three ways of telling its interval from zero and from the smallest effect of interest: an
 * effect is there if the interval leaves out zero, is not all smaller than what matters, and stands after the correction for
 * all estimands looked at; there is none that matters if the whole interval is smaller; else it cannot be told.
 *
 * Source: D. Lakens, A. M. Scheel, P. M. Isager (2018), Equivalence testing for psychological research, AMPPS 1(2), 259-269.
 * doi:10.1177/2515245918770963
 *
 * @param least  the smallest effect of interest, in the unit of the estimate
 */
export function standingOf({ effect, claimed, adjusted, drawn }: Judging, least: number): Standing {
  const asClaimed = claimed === "positive" ? "higher" : "lower";
  const verdict = sideOf(effect, least);
  const shown = effect.unknown === "equal" || adjusted <= FALSE_DISCOVERIES;
  if (verdict === asClaimed) return !shown ? "cannotTell" : sideOf(drawn.effect, least) === asClaimed ? "claimed" : "defaultsOnly";
  if (verdict === "higher" || verdict === "lower") return shown ? "reverse" : "cannotTell";
  if (verdict === "cannotTell" || verdict === "tooEarly") return verdict;
  return "none";
}

/** What is found at the defaults. */
export function verdictOfClaim(row: Judging, least: number): Verdict {
  const standing = standingOf(row, least);
  if (standing === "claimed" || standing === "defaultsOnly") return "helps";
  return standing === "reverse" ? "harms" : standing === "none" ? "none" : "cannotTell";
}

/** The verdict on an estimate, where what the change itself sets lies on its side without an interval. */
function sideOf(effect: Estimate, least: number): PairsVerdict {
  const verdict = verdictOn(effect, least);
  return verdict === "given" && Math.abs(effect.mean) >= least ? (effect.mean > 0 ? "higher" : "lower") : verdict;
}
