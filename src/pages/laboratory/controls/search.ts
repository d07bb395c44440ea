import { signal } from "@preact/signals";
import type { ParameterEntry } from "../../../scenario/index.ts";
import { goTo } from "../goTo.ts";
import { description } from "../session/index.ts";

/** What is searched for among the parameters of the laboratory. */
export const query = signal("");

/** Opens the laboratory with the parameters that a text finds. */
export function findParameters(text: string): void {
  query.value = text;
  goTo("laboratory");
}

/** Whether a parameter, its help, its rows of the paper or its mechanism speak of some words, in either language. Of no words all do. */
export function speaksOf({ path, label, help, rows }: ParameterEntry, words: string): boolean {
  const sought = words.trim().toLowerCase();
  if (sought === "") return true;
  const title = description.value?.mechanisms.find(({ id }) => id === path.split(".")[1])?.title;
  const said = [path, label.en, label.zh, help.en, help.zh, title?.en, title?.zh, ...rows];
  return said.join(" ").toLowerCase().includes(sought);
}
