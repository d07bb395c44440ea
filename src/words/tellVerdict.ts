import { unitWord } from "./names.ts";
import { type Language, say, type Word } from "./say.ts";
import { inPercent } from "./units.ts";

/** A verdict by pairs of runs with what it rests on; values in its unit. */
export interface Judged {
  verdict: string;
  mean: number;
  low: number;
  high: number;
  count: number;
  /** The least difference that matters. */
  least: number;
  /** Pairs more that might tell. */
  more: number;
  /** Unit in words [points]. */
  unit?: string;
}

/**
 * How differences of a measure are read: those of shares and of what runs from 0 to 1 in points.
 *
 * @returns what a value is multiplied by, and the unit in words
 */
export function differenceUnit(language: Language, unit: string): { factor: number; unit: string } {
  if (inPercent(unit) || unit === "0-1") return { factor: 100, unit: say(language, "points") };
  return { factor: 1, unit: unitWord(language, unit) ?? unit };
}

/** Pairs that might tell are a guess: two figures of it are all that it bears. */
const about = (pairs: number): string => Number(pairs.toPrecision(2)).toLocaleString("en");

/** One decimal, a sign that can be read; two where one would say 0. */
const points = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

function valuesOf(
  language: Language,
  { verdict, mean, low, high, count, least, more, unit = say(language, "points") }: Judged,
): Record<string, string | number> {
  const digits = Math.max(Math.abs(low), Math.abs(high)) < 0.5 ? 2 : 1;
  // What is lower is said without its sign: the word has it.
  const turned = verdict.startsWith("lower");
  const [m, from, to] = turned ? [-mean, -high, -low] : [mean, low, high];
  return { mean: points(m, digits), low: points(from, digits), high: points(to, digits), count, least, more: about(more), unit };
}

/** A verdict in a few words. */
export const tellVerdict = (language: Language, judged: Judged): string =>
  say(language, `verdict_${judged.verdict}` as Word, { ...valuesOf(language, judged), count: judged.more }); // what is counted are pairs to come

/** A verdict on an outcome as a sentence with its numbers. */
export const tellHeadline = (language: Language, name: string, judged: Judged): string =>
  say(language, `headline_${judged.verdict}` as Word, { ...valuesOf(language, judged), name });
