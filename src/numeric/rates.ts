import type { f64 } from "../kernels/index.ts";
import { exp } from "./exp.ts";
import { pow } from "./pow.ts";

/** Chance that something of this rate (events per period) happens at least once in the period: 1 - e^-rate. */
export function chanceOf(rate: f64): f64 {
  return 1 - exp(-rate);
}

/** Chance a month (13 to the year) that gives this chance a year. */
export function monthly(chance: f64): f64 {
  return 1 - pow(1 - chance, 1.0 / 13.0);
}
