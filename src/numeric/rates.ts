import { exp } from "./exp.ts";
import { pow } from "./pow.ts";

/** Chance that something of this rate (events per period) happens at least once in the period: 1 - e^-rate. */
export const chanceOf = (rate: number): number => 1 - exp(-rate);

/** Chance a month (13 to the year) that gives this chance a year. */
export const monthly = (chance: number): number => 1 - pow(1 - chance, 1 / 13);
