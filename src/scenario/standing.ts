import type { ParameterEntry } from "./catalog.ts";

/** What a number stands on; words and switches are no numbers, nor are weeks of the experimenter's calendar. */
export const standings = ["source", "fitted", "judgement", "switch"] as const;
export type Standing = (typeof standings)[number];

export function standingOf({ type, evidence, fitted, calendar }: ParameterEntry): Standing {
  if (type === "boolean" || type === "choice" || calendar) return "switch";
  if (fitted !== undefined) return "fitted";
  return evidence === "J" ? "judgement" : "source";
}

/** Numbers in a parameter: a list counts all of them. */
export const cellsOf = ({ type, default: value }: ParameterEntry): number => (type === "numbers" ? (value as unknown[]).length : 1);

/** Numbers by what they stand on. */
export function countNumbers(entries: readonly ParameterEntry[]): Record<Standing, number> {
  const counts = { source: 0, fitted: 0, judgement: 0, switch: 0 };
  for (const entry of entries) counts[standingOf(entry)] += cellsOf(entry);
  return counts;
}

/** What a parameter stands on, as a sentence; "" for a switch. */
export function groundOf(entry: ParameterEntry): string {
  const { prior, source, fitted, type, evidence } = entry;
  const range = prior ? `${prior[0]} to ${prior[1]}${type === "numbers" ? " times each" : ""}` : undefined;
  switch (standingOf(entry)) {
    case "switch":
      return "";
    case "source":
      return `source ${evidence}: ${source}${range ? ` Prior ${range}, uniform.` : ""}`;
    case "fitted":
      return `fitted to pattern ${fitted} ${source ? `${source} ` : ""}${range ? `Prior ${range}, uniform.` : ""}`.trim();
    case "judgement":
      return `prior ${range}, uniform: ${source ?? reasonOf(entry)}`;
  }
}

/** Why a prior is as wide as it is, where nothing published says more. */
function reasonOf({ prior = [0, 0], default: value, type }: ParameterEntry): string {
  const [low, high] = prior;
  if (type === "numbers") return "half to twice of each, as no source ranks them.";
  if (low < 0) return "either sign, as none is known.";
  if (low === 0) return `from nothing, where it fails, to ${times(high, value as number)}.`;
  return `from ${times(low, value as number)} to ${times(high, value as number)}; nothing has no meaning here.`;
}

const times = (end: number, value: number): string =>
  value === 0 ? String(end) : `${Number((end / value).toPrecision(2))} times the default`;
