import { logistic, normalQuantile } from "../../numeric/index.ts";
import type { Participation } from "./participationParameters.ts";

/**
 * Three rival rules by which someone who was asked decides to take part. All see the same: the exposure r (active
 * share of the contacts in the circles, 0-1) and the bar θ of the resident (share of contacts), so that they differ
 * in form and not in what they know. Each gives a probability.
 */

/** Threshold (eq. 4.1, Granovetter 1978): joins if r ≥ θ, below it only by noise. */
export const joinsByThreshold = (exposure: number, bar: number, noise: number): number => (exposure >= bar ? 1 : noise);

/** Random utility (eq. 4.4): P = 1 / (1 + e^(-k (r - θ))), k the steepness. */
export const joinsByLogit = (exposure: number, bar: number, steepness: number): number => logistic(steepness * (exposure - bar));

/** Upper ends of the types of eq. 4.5 on the scale of standing readiness: 30% free riders, 14% hump, 50% conditional, 6% always. */
const FREE_RIDERS = normalQuantile(0.3);
const HUMP = normalQuantile(0.44);
const CONDITIONAL = normalQuantile(0.94);

/**
 * Conditional cooperation (eq. 4.5, Fischbacher, Gächter & Fehr 2001): P = α + β r for conditional cooperators, the
 * same up to r = ½ and falling beyond for humps, 0 for free riders, 1 for the few who always join.
 *
 * @param readiness  standing readiness in standard deviations; the low end are free riders
 */
export function joinsConditionally(exposure: number, readiness: number, alpha: number, beta: number): number {
  if (readiness < FREE_RIDERS) return 0;
  if (readiness < HUMP) return Math.min(1, alpha + beta * Math.min(exposure, 1 - exposure));
  return readiness < CONDITIONAL ? Math.min(1, alpha + beta * exposure) : 1;
}

/**
 * Active share of those around somebody, by the weights of the circles: r = Σ w share / Σ w; 0 with nobody around.
 *
 * @param weights  [k] weight of a circle
 * @param shares   [k] share of it who took part lately
 * @param count    circles that there are
 */
export function exposure(weights: ArrayLike<number>, shares: ArrayLike<number>, count: number): number {
  let weight = 0;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    weight += weights[k];
    sum += weights[k] * shares[k];
  }
  return weight > 0 ? sum / weight : 0;
}

/** What of the parameters decides. */
export type RuleOfDecision = Pick<Participation, "rule" | "noise" | "steepness" | "alpha" | "beta" | "mean" | "sd">;

/** The chance that somebody who is asked joins, by the rule in force. */
export function chanceToJoin(p: RuleOfDecision, exposure: number, bar: number): number {
  if (p.rule === "threshold") return joinsByThreshold(exposure, bar, p.noise);
  if (p.rule === "logit") return joinsByLogit(exposure, bar, p.steepness);
  return joinsConditionally(exposure, p.sd > 0 ? (p.mean - bar) / p.sd : 0, p.alpha, p.beta);
}
