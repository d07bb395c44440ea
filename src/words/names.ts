import { marks } from "./marks.ts";
import { options } from "./options.ts";
import { type Language, languages } from "./say.ts";
import { inPercent, wordsOfUnit } from "./units.ts";
import type { Words } from "./words.ts";

type Bilingual = Readonly<Record<Language, string>>;

/** The word of a choice, or of an item of a list, by its name in scenario files; undefined if it has none. */
export const optionWord = (language: Language, name: string): string | undefined => (options as Words)[name]?.[languages.indexOf(language)];

/** An arm by its name in the plan, in words where it is a state of the programme, or the only one. */
export const armName = (language: Language, arm: string): string =>
  ["on", "off", "placebo", "base"].includes(arm) ? (optionWord(language, arm) as string) : arm;

/** A unit in a language; undefined if it has no words. */
export const unitWord = (language: Language, unit: string): string | undefined => wordsOfUnit(unit)?.[languages.indexOf(language)];

/** What people read for a number in a unit: fractions of shares and chances in percent, without noise in the last digits. */
export const asRead = (unit: string, value: number): number => (inPercent(unit) ? Number((100 * value).toPrecision(12)) : value);

/** The number that stands for what a person wrote beside a unit. */
export const asWritten = (unit: string, value: number): number => (inPercent(unit) ? Number((value / 100).toPrecision(12)) : value);

/** The name of a parameter where nothing around it says what it belongs to. */
export function parameterName(
  language: Language,
  { path, label, section }: { path: string; label: Bilingual; section?: Bilingual },
): string {
  if (section === undefined || !/^(mechanisms|method)\./.test(path)) return label[language];
  if (path.endsWith(".mode")) return section[language];
  return `${section[language]}${language === "zh" ? "·" : " · "}${label[language]}`;
}

/** A value of a parameter in words: options and switches by their names, shares and chances in percent. */
export function valueOfParameter(language: Language, { type, unit }: { type: string; unit: string }, value: unknown): string {
  if (typeof value === "boolean") return optionWord(language, value ? "on" : "off") as string;
  if (Array.isArray(value)) return value.map((one) => valueOfParameter(language, { type, unit }, one)).join(marks[language].list);
  if (typeof value === "number") return `${asRead(unit, value)}${inPercent(unit) ? "%" : ""}`;
  return type === "choice" ? (optionWord(language, String(value)) ?? String(value)) : String(value);
}
