import jstat from "jstat";
import { mean, sampleStandardDeviation } from "simple-statistics";

export interface Estimate {
  mean: number;
  /** Ends of the interval. */
  low: number;
  high: number;
  /** Values it rests on. */
  count: number;
}

const usable = (values: readonly number[]) => values.filter((value) => Number.isFinite(value));

/** Mean with its t-interval; values that are not numbers are left out. */
export function meanWithInterval(values: readonly number[], confidence = 0.95): Estimate {
  const finite = usable(values);
  const count = finite.length;
  if (count === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, count };
  const center = mean(finite);
  if (count === 1) return { mean: center, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, count };
  const half = (jstat.studentt.inv((1 + confidence) / 2, count - 1) * sampleStandardDeviation(finite)) / Math.sqrt(count);
  return { mean: center, low: center - half, high: center + half, count };
}

/** Share of values for which something holds, with Wilson's interval (Wilson 1927). */
export function shareWithInterval(values: readonly number[], holds: (value: number) => boolean, confidence = 0.95): Estimate {
  const finite = usable(values);
  const count = finite.length;
  if (count === 0) return { mean: Number.NaN, low: 0, high: 1, count };
  const share = finite.filter(holds).length / count;
  const z = jstat.normal.inv((1 + confidence) / 2, 0, 1);
  const middle = (share + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half = (z / (1 + (z * z) / count)) * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  return { mean: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), count };
}
