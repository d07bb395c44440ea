import type { Ends, Estimate } from "../experiment/index.ts";
import { type Language, say } from "../words/index.ts";

const MOST_DECIMALS = 15;

/** A number with the decimals that it takes to tell it from the limits that it is held against: 79.96, not 80.0, misses 80. */
export function decimal(value: number, decimals: number, limits: readonly number[]): string {
  const reads = (digits: number) => limits.some((limit) => limit !== value && limit.toFixed(digits) === value.toFixed(digits));
  let digits = decimals;
  while (digits < MOST_DECIMALS && reads(digits)) digits++;
  return value.toFixed(digits);
}

/** Numbers as people read them in tables. */
export const number = (value: number, limits: readonly number[] = []): string =>
  Number.isNaN(value) ? "-" : decimal(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) < 0.1 ? 4 : 3, limits);
export const percent = (value: number, { decimals = 0, limits = [] }: { decimals?: number; limits?: readonly number[] } = {}): string => {
  const hundredfold = limits.map((limit) => 100 * limit);
  return Number.isNaN(value) ? "-" : `${decimal(100 * value, decimals, hundredfold)}%`;
};

/** A chance, of which small ones are not called zero. */
export const chance = (value: number): string => (value < 0.0001 ? "<0.0001" : number(value));

/** An interval, or in a word or two why there is none. */
export const interval = ({ low, high, unknown }: Ends, language: Language = "en", shown: (value: number) => string = number): string =>
  unknown ? say(language, `interval_${unknown}`) : Number.isFinite(low) && Number.isFinite(high) ? `[${shown(low)}, ${shown(high)}]` : "-";

/** A mean with its interval, and on how many values it rests if not on all runs. */
export const estimate = (of: Estimate, runs: number, language: Language = "en", shown: (value: number) => string = number): string =>
  `${shown(of.mean)} ${interval(of, language, shown)}${of.count === runs ? "" : ` (${say(language, "interval_of", { count: of.count })})`}`;
