import { effect, signal } from "@preact/signals";
import type { Said } from "../../../scenario/index.ts";
import { tellSaid, type Word } from "../../../words/index.ts";
import { interventions, past } from "./scenario.ts";

/** Something to tell the reader once, until it is put away or the run is another. Values may be words of both languages. */
export interface Notice {
  tone: "good" | "bad";
  word: Word;
  values?: Record<string, string | number | { en: string; zh: string }>;
}

export const notice = signal<Notice | undefined>(undefined);

// What was said of a run is not said of another.
effect(() => {
  past.value;
  interventions.value;
  notice.value = undefined;
});

/** Tells what went wrong, which the word names {{message}}. */
export function tellFault(word: Word, why: Said, values: Notice["values"] = {}): void {
  notice.value = { tone: "bad", word, values: { ...values, message: { en: tellSaid("en", why), zh: tellSaid("zh", why) } } };
}
