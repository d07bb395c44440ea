import { type Estimate, type IntervalRule, meanWithInterval, type Scale } from "../intervals.ts";
import { type Outcome, type OutcomeRule, rangeOfOutcome } from "../outcomes/outcome.ts";
import type { Plan } from "../plan/schema.ts";

/** What intervals of a batch depend on. */
export type Stopping = Pick<Plan, "until">;
/** A column of results and what it is made of, which another version may have named. */
export interface OutcomeName extends OutcomeRule {
  name: string;
  span?: Outcome["span"] | undefined;
}
/** Two arms: the first minus the second, replicate by replicate. */
export type ArmPair = readonly [of: string, less: string];

/** With a stopping rule intervals have to hold at the look at which it stopped; without one they are looked at once, at 95%. */
export const ruleOf = ({ until }: Stopping): IntervalRule =>
  until ? { confidence: until.confidence, anytime: until.minimum } : { confidence: 0.95 };

/**
 * Least and largest value of an outcome, or of its differences between two arms: as a target of the plan says, else as
 * its measures have them.
 */
export function scaleOf({ until }: Stopping, of: OutcomeName, difference?: ArmPair): Scale {
  const told = until?.targets.find(
    ({ outcome, difference: pair, range }) => range && outcome === of.name && String(pair) === String(difference),
  );
  if (told?.range) return told.range;
  const [least, most] = rangeOfOutcome(of);
  return difference ? [least - most, most - least] : [least, most];
}

/** Mean of a measure in a week over replicates, by the rule of the batch. */
export const weekEstimate = (plan: Stopping, measure: string, values: readonly number[]): Estimate =>
  meanWithInterval(values, ruleOf(plan), scaleOf({ until: undefined }, { name: measure, measure }));

/** Differences that are of interest: those of the targets, and every arm minus the first. */
export function armPairs({ until }: Stopping, arms: readonly string[]): ArmPair[] {
  const targets = (until?.targets ?? []).flatMap(({ difference }) => (difference ? [difference] : []));
  const pairs = new Map<string, ArmPair>();
  for (const pair of [...targets, ...arms.slice(1).map((arm): ArmPair => [arm, arms[0]])])
    if (!pairs.has(pair.toSorted().join())) pairs.set(pair.toSorted().join(), pair);
  return [...pairs.values()];
}
