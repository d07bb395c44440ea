import type { Estimate } from "../experiment/index.ts";

/** Numbers as people read them in tables. */
export const number = (value: number): string =>
  Number.isNaN(value) ? "-" : Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) < 0.1 ? 4 : 3);
export const interval = ({ low, high }: Estimate): string => `[${number(low)}, ${number(high)}]`;
export const percent = (value: number): string => (Number.isNaN(value) ? "-" : `${Math.round(100 * value)}%`);
