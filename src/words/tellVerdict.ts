import { type Language, say, type Word } from "./say.ts";

/** A verdict by pairs of runs with what it rests on; values in points. */
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
}

/** One decimal, a sign that can be read; two where one would say 0. */
const points = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

function valuesOf({ verdict, mean, low, high, count, least, more }: Judged): Record<string, string | number> {
  const digits = Math.max(Math.abs(low), Math.abs(high)) < 0.5 ? 2 : 1;
  // What is lower is said without its sign: the word has it.
  const turned = verdict.startsWith("lower");
  const [m, from, to] = turned ? [-mean, -high, -low] : [mean, low, high];
  return { mean: points(m, digits), low: points(from, digits), high: points(to, digits), count, least, more };
}

/** A verdict in a few words. */
export const tellVerdict = (language: Language, judged: Judged): string =>
  say(language, `verdict_${judged.verdict}` as Word, valuesOf(judged));

/** A verdict on an outcome as a sentence with its numbers. */
export const tellHeadline = (language: Language, name: string, judged: Judged): string =>
  say(language, `headline_${judged.verdict}` as Word, { ...valuesOf(judged), name });
