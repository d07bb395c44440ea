import i18next from "i18next";
import { en, type Word } from "./en.ts";
import { zh } from "./zh.ts";

export type { Word } from "./en.ts";
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

const words = i18next.createInstance();
void words.init({
  lng: "en",
  fallbackLng: "en",
  initAsync: false,
  showSupportNotice: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en }, zh: { translation: zh } },
});

/** A word or sentence of the pages, in a language. */
export const say = (language: Language, word: Word, values: Record<string, string | number> = {}): string =>
  words.getFixedT(language)(word, values);
