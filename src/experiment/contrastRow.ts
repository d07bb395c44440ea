import type { Span } from "./batch/request.ts";
import type { Contrast } from "./contrast.ts";
import { type Estimate, meanWithInterval, shareWithInterval } from "./intervals.ts";
import { pairedTest } from "./pairedTest.ts";

/** An effect is shown where chance alone would bring it about more rarely: where its 95% interval excludes zero. */
const LEVEL = 0.05;

export type Verdict = "as claimed" | "opposite" | "inconclusive";

export interface ContrastRow {
  name: string;
  nameZh?: string | undefined;
  measure: string;
  claimed: "positive" | "negative";
  /** Estimand at the defaults, over replicates. */
  effect: Estimate;
  /** [pair] estimand of each pair at the defaults; NaN where an arm had nothing to measure. */
  pairs: number[];
  /** [draw] the same at each draw from the priors. */
  draws: number[];
  /** Chance of such differences if there were no effect. */
  p: number;
  /** Share of draws from the priors in which the sign is as claimed. */
  share: Estimate;
  verdict: Verdict;
}

type Estimand = Contrast["estimands"][number];

/** What an estimand comes to in one pair: the weighted sum over the arms, in their order, so that it is the same to the last bit. */
export const weighted = ({ weights }: Pick<Estimand, "weights">, arms: readonly string[], of: (arm: string) => number): number =>
  arms.reduce((sum, arm) => sum + (weights[arm] ? weights[arm] * of(arm) : 0), 0);

/** What the pairs of an estimand say. */
export function contrastRow({ name, nameZh, measure, claimed }: Estimand, pairs: number[], draws: number[]): ContrastRow {
  const differences = pairs.filter(Number.isFinite);
  const effect = meanWithInterval(differences);
  const sign = claimed === "positive" ? 1 : -1;
  const share = shareWithInterval(draws, (difference) => difference * sign > 0);
  const p = pairedTest(differences);
  const shown = p < LEVEL;
  const verdict = !shown ? "inconclusive" : effect.mean * sign > 0 ? "as claimed" : "opposite";
  return { name, nameZh, measure, claimed, effect, pairs, draws, p, share, verdict };
}

/** Weeks over which an estimand is averaged. */
export const spanOf = ({ span }: Pick<Contrast, "span">, estimand: Pick<Estimand, "span">): Span => estimand.span ?? span;
