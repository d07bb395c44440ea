import type { ParameterEntry } from "../../../scenario/index.ts";
import { optionWord, parameterName, unitWord, valueOfParameter } from "../../../words/index.ts";
import { language } from "../preferences.ts";
import { description } from "../session/index.ts";

/** What a parameter is called under the title of its mechanism. */
export const labelOf = ({ label }: Pick<ParameterEntry, "label">): string => label[language.value];

const entryOf = (path: string) => description.value?.parameters.find((one) => one.path === path);

/** The same where nothing around it says which mechanism is meant. */
export function labelOfPath(path: string): string {
  const entry = entryOf(path);
  return entry ? parameterName(language.value, entry) : path;
}

/** The unit of a parameter or a measure in words. */
export const unitOf = ({ unit }: { unit: string }): string => unitWord(language.value, unit) ?? unit;

export const itemName = (name: string): string => optionWord(language.value, name) ?? name;

/** A value as it is read: options in words, switches as on and off, shares in percent. */
export function shownValue(path: string, value: unknown): string {
  const entry = entryOf(path);
  return entry ? valueOfParameter(language.value, entry, value) : String(value);
}
