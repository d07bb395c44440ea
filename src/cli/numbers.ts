import type { Estimate } from "../experiment/index.ts";

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
export const interval = ({ low, high }: Estimate): string => `[${number(low)}, ${number(high)}]`;
export const percent = (value: number, { decimals = 0, limits = [] }: { decimals?: number; limits?: readonly number[] } = {}): string => {
  const hundredfold = limits.map((limit) => 100 * limit);
  return Number.isNaN(value) ? "-" : `${decimal(100 * value, decimals, hundredfold)}%`;
};
