import type { ParameterEntry } from "../../../scenario/index.ts";
import { optionWord, unitWord } from "../../../words/index.ts";
import { language, t } from "../preferences.ts";
import { description } from "../session/index.ts";

/** What a parameter is called: in English its name in words, in Chinese the beginning of its description. */
export function labelOf({ path, descriptionZh }: Pick<ParameterEntry, "path" | "descriptionZh">): string {
  const name = path.split(".").at(-1) as string;
  if (name === "mode") return t("switch");
  if (language.value === "zh") return descriptionZh.split(/[，；：（。]/)[0];
  return name.replace(/([A-Z])/g, " $1").toLowerCase();
}

/** The same where nothing around it says which mechanism is meant. */
export function labelOfPath(path: string): string {
  const entry = description.value?.parameters.find((one) => one.path === path);
  const mechanism = description.value?.mechanisms.find(({ id }) => id === path.split(".")[1]);
  if (!entry) return path;
  if (!mechanism) return labelOf(entry);
  const title = mechanism.title[language.value];
  return path.endsWith(".mode") ? title : `${title}, ${labelOf(entry)}`;
}

/** The unit of a parameter or a measure in words. */
export const unitOf = ({ unit }: { unit: string }): string => unitWord(language.value, unit) ?? unit;

export const itemName = (name: string): string => optionWord(language.value, name) ?? name;

/** A value as it is read: options in words, switches as on and off. */
export function shownValue(path: string, value: unknown): string {
  if (typeof value === "boolean") return itemName(value ? "on" : "off");
  if (Array.isArray(value)) return value.join(", ");
  const entry = description.value?.parameters.find((one) => one.path === path);
  return entry?.type === "choice" ? itemName(String(value)) : String(value);
}
