/** Middle and ends of repeated measurements. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return {
    median: sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
    least: sorted[0],
    most: sorted[sorted.length - 1],
  };
}

/** Three digits: 0.0123, 1.23, 123, 1230. */
const digits = (x: number): string => (x >= 100 ? String(Math.round(x)) : x.toPrecision(3));

export const say = ({ median, least, most }: Spread, unit = ""): string => `${digits(median)}${unit} (${digits(least)} to ${digits(most)})`;
