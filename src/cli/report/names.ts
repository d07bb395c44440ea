import type { OutcomeRule } from "../../experiment/index.ts";
import { scenarioSchema } from "../../mechanisms/index.ts";
import { type Measure, measureIndex, measures } from "../../observation/index.ts";
import { type ParameterEntry, parameterCatalog } from "../../scenario/index.ts";
import { asRead, inPercent, type Language, marks, parameterName, tellOutcome, unitWord, valueOfParameter } from "../../words/index.ts";
import { decimal, number } from "../numbers.ts";
import type { Cell } from "./page.ts";

export { armName } from "../../words/index.ts";

const catalog: ReadonlyMap<string, ParameterEntry> = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));

export const measureOf = (id: string) => measures[measureIndex.get(id) as number] as Measure;

/** An outcome by what it is made of. */
export const ruleText = (language: Language, rule: OutcomeRule): string =>
  tellOutcome(language, rule, (id) => ({ name: measureOf(id).label[language], unit: measureOf(id).unit }));

/** A measure by its name; its id is what one sees who points at it. */
export const measureCell = (language: Language, { id, label }: Measure): Cell => ({ text: label[language], id });

/** A parameter by its name, or the path where there is none of it in this version. */
export function parameterText(language: Language, path: string): string {
  const entry = catalog.get(path);
  return entry ? parameterName(language, entry) : path;
}
export const parameterCell = (language: Language, path: string): Cell => ({ text: parameterText(language, path), id: path });

/** A value of a parameter as people read it. */
export function valueText(language: Language, path: string, value: unknown): string {
  const entry = catalog.get(path);
  return entry ? valueOfParameter(language, entry, value) : String(value);
}

/** The unit of a parameter; "" for words and switches. */
export const parameterUnit = (path: string): string => catalog.get(path)?.unit ?? "";

/** A unit in words; "" if there is none. */
export const unitText = (language: Language, unit: string): string => (unit === "" ? "" : (unitWord(language, unit) ?? unit));

/** Numbers of a unit as people read them: shares and chances in percent. */
export const shownIn =
  (unit: string) =>
  (value: number): string => {
    const read = asRead(unit, value);
    if (!inPercent(unit) || Number.isNaN(read)) return number(read);
    return decimal(read, Math.abs(read) < 10 ? 2 : 1, []);
  };

/** A level of a factor: numbers with few digits, options and switches in words, "" for none. */
export const levelText = (language: Language, path: string, value: unknown): string =>
  value === undefined || value === null
    ? ""
    : typeof value === "number"
      ? String(Number(asRead(parameterUnit(path), value).toPrecision(4)))
      : valueText(language, path, value);

/** A name with its unit, for heads of tables and axes. */
export const withUnit = (language: Language, name: string, unit: string): string => {
  const words = unitText(language, unit);
  return words === "" ? name : `${name}${marks[language].of(words)}`;
};
