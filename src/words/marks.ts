import type { Language } from "./say.ts";

/** What stands between texts that are put together, in each language: items of a list, parts of a sentence, sentences. */
export const marks: Readonly<
  Record<
    Language,
    { readonly list: string; readonly part: string; readonly colon: string; readonly next: string; of(text: string): string }
  >
> = {
  en: { list: ", ", part: "; ", colon: ": ", next: " ", of: (text) => ` (${text})` },
  zh: { list: "、", part: "；", colon: "：", next: "", of: (text) => `（${text}）` },
};
