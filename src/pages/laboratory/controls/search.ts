import { signal } from "@preact/signals";
import { goTo } from "../goTo.ts";

/** What is searched for among the parameters of the laboratory. */
export const query = signal("");

/** Opens the laboratory with the parameters that a text finds. */
export function findParameters(text: string): void {
  query.value = text;
  goTo("laboratory");
}
