import { signal } from "@preact/signals";
import type { Word } from "../../../words/index.ts";

/** Something to tell the reader once, until it is put away. Values may be words of both languages. */
export interface Notice {
  tone: "good" | "bad";
  word: Word;
  values?: Record<string, string | number | { en: string; zh: string }>;
}

export const notice = signal<Notice | undefined>(undefined);
