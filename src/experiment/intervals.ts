import jstat from "jstat";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { bettingInterval } from "./bettingInterval.ts";
import { anytimeHalfWidth } from "./confidenceSequence.ts";

/** Least and largest value that there can be. */
export type Scale = readonly [least: number, most: number];

/** Why an interval has no ends: one value, too few, all equal, or one outside the scale that they were said to have. */
export type Unknown = "one" | "few" | "equal" | "outside";

/** Ends of an interval; infinite where it has none, and why. */
export interface Ends {
  low: number;
  high: number;
  unknown?: Unknown;
}

export interface Estimate extends Ends {
  mean: number;
  /** Values it rests on. */
  count: number;
}

/** How the mean of replicates is bounded. */
export interface IntervalRule {
  confidence: number;
  /** Replicates near which intervals that hold at all looks are to be tightest; without it there is one look only. */
  anytime?: number;
}

export const anyScale: Scale = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
const once: IntervalRule = { confidence: 0.95 };

/** Spread, as a share of the mean, below which it is of rounding alone. */
const ROUNDING = 1e-12;

const finite = (values: readonly number[]) => values.filter((value) => Number.isFinite(value));
/** No ends, and why. */
export const endless = (unknown: Unknown): Ends => ({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, unknown });
/** True if values do not differ but by rounding. */
export const allEqual = (deviation: number, center: number): boolean => !(deviation > ROUNDING * Math.abs(center));

/**
 * Mean with its interval; values that are not numbers are left out. Where the scale has two ends and looks are taken again and
 * again, nothing but the scale is assumed (`bettingInterval`). Otherwise values are taken to be nearly normal, as means over
 * many residents and weeks are: the interval is that of t, or the sequence of Lai (`anytimeHalfWidth`), cut off at the scale.
 * Equal values do not show how much others would differ, so from them alone there is no interval of that kind.
 */
export function meanWithInterval(
  values: readonly number[],
  { confidence, anytime }: IntervalRule = once,
  scale: Scale = anyScale,
): Estimate {
  const known = finite(values);
  const count = known.length;
  if (count === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, count };
  const center = mean(known);
  const [least, most] = scale;
  const without = (why: Unknown): Estimate => ({ mean: center, ...endless(why), count });
  if (known.some((value) => value < least || value > most)) return without("outside");
  if (anytime !== undefined && Number.isFinite(most - least))
    return { mean: center, ...bettingInterval(known, [least, most], confidence), count };
  if (count === 1) return without("one");
  const deviation = sampleStandardDeviation(known);
  if (allEqual(deviation, center)) return without("equal");
  const half =
    anytime === undefined
      ? (jstat.studentt.inv((1 + confidence) / 2, count - 1) * deviation) / Math.sqrt(count)
      : anytimeHalfWidth(count, deviation, confidence, anytime);
  if (half === Number.POSITIVE_INFINITY) return without("few");
  return { mean: center, low: Math.max(least, center - half), high: Math.min(most, center + half), count };
}

/**
 * Share of values for which something holds, with the interval that holds the truth at least as often as it says.
 *
 * Source: C. J. Clopper, E. S. Pearson (1934), Biometrika 26(4), 404-413. doi:10.1093/biomet/26.4.404
 */
export function shareWithInterval(values: readonly number[], holds: (value: number) => boolean, confidence = 0.95): Estimate {
  const known = finite(values);
  const count = known.length;
  if (count === 0) return { mean: Number.NaN, low: 0, high: 1, count };
  const hits = known.filter(holds).length;
  const tail = (1 - confidence) / 2;
  return {
    mean: hits / count,
    low: hits === 0 ? 0 : jstat.beta.inv(tail, hits, count - hits + 1),
    high: hits === count ? 1 : jstat.beta.inv(1 - tail, hits + 1, count - hits),
    count,
  };
}
