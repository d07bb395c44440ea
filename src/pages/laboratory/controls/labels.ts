import type { Intervention, ParameterEntry } from "../../../scenario/index.ts";
import { marks, optionWord, parameterName, tellOutcome, unitWord, valueOfParameter } from "../../../words/index.ts";
import type { ShownOutcome } from "../../../worker/experiments/shownOutcome.ts";
import { givenNames } from "../names.ts";
import { language, t } from "../preferences.ts";
import { description, loaded } from "../session/index.ts";

/** What a parameter is called under the title of its mechanism. */
export const labelOf = ({ label }: Pick<ParameterEntry, "label">): string => label[language.value];

const entryOf = (path: string) => description.value?.parameters.find((one) => one.path === path);

/** The same where nothing around it says which mechanism is meant. */
export function labelOfPath(path: string): string {
  const entry = entryOf(path);
  return entry ? parameterName(language.value, entry) : path;
}

/** What a measure is called. */
export const measureName = (id: string): string => description.value?.measures.find((one) => one.id === id)?.label[language.value] ?? id;

/** The unit of a measure as it is named; that of shares until the worker has told of measures. */
export const measureUnit = (id: string): string => description.value?.measures.find((one) => one.id === id)?.unit ?? "0-1";

/** What an outcome of a plan is called: as the plan names it, or by what it is made of. */
export const outcomeName = (outcome: ShownOutcome): string =>
  outcome.named ? outcome.name : tellOutcome(language.value, outcome, (id) => ({ name: measureName(id), unit: measureUnit(id) }));

/** The unit of a parameter or a measure in words. */
export const unitOf = ({ unit }: { unit: string }): string => unitWord(language.value, unit) ?? unit;

export const itemName = (name: string): string => optionWord(language.value, name) ?? name;

/** A value as it is read: options in words, switches as on and off, shares in percent. */
export function shownValue(path: string, value: unknown): string {
  const entry = entryOf(path);
  return entry ? valueOfParameter(language.value, entry, value) : String(value);
}

/** What an intervention changes, and where, if not everywhere. */
export function interventionInWords({ path, value, communities }: Intervention): string {
  const what = t("becomes", { name: labelOfPath(path), value: shownValue(path, value) });
  return communities === undefined ? what : t("becomesIn", { what, where: placesInWords(communities) });
}

/** The communities of an intervention, a few by the names that they were given, else by their numbers. */
export function placesInWords(communities: NonNullable<Intervention["communities"]>): string {
  const treated = loaded.value?.communities.flatMap((community, c) => (community.treated ? [c] : [])) ?? [];
  if (communities !== "treated") return t("inCommunities", { list: listed(communities) });
  return t("inPilotArea", { list: listed(treated) });
}

const FEW = 6; // names that are listed

function listed(indices: readonly number[]): string {
  const names = indices.map((index) => givenNames.value[index]);
  return indices.length > 0 && names.length <= FEW && names.every((name) => name !== undefined)
    ? names.join(marks[language.value].list)
    : inRanges(indices);
}

/** Numbers, neighbours joined: 1–4, 7. */
function inRanges(indices: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const index of [...indices].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && index <= last[1] + 1) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ") || "–";
}
