import i18next from "i18next";
import { columns } from "./columns.ts";
import { compare } from "./compare.ts";
import { experiments } from "./experiments.ts";
import { instrument } from "./instrument.ts";
import { laboratory } from "./laboratory.ts";
import { parameters } from "./parameters.ts";
import { pictures } from "./pictures.ts";
import { register } from "./register.ts";
import { report } from "./report.ts";
import { stories } from "./stories.ts";
import { views } from "./views.ts";
import { whyRoom } from "./whyRoom.ts";
import type { Words } from "./words.ts";

export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** All words that a reader meets, by room. Parameters, mechanisms and measures bring their own. */
const all = {
  ...columns,
  ...compare,
  ...instrument,
  ...experiments,
  ...laboratory,
  ...parameters,
  ...pictures,
  ...register,
  ...report,
  ...stories,
  ...whyRoom,
  ...views,
} satisfies Words;
export type Word = keyof typeof all;

const column = (k: 0 | 1) => Object.fromEntries(Object.entries(all).map(([word, texts]) => [word, texts[k]]));
const words = i18next.createInstance();
void words.init({
  lng: "en",
  fallbackLng: "en",
  initAsync: false,
  showSupportNotice: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: column(0) }, zh: { translation: column(1) } },
});

/** A word or sentence of the pages, in a language. */
export const say = (language: Language, word: Word, values: Record<string, string | number> = {}): string =>
  words.getFixedT(language)(word, values);

/** The same for a word that need not be there. */
export const sayIf = (language: Language, word: string, values: Record<string, string | number> = {}): string | undefined =>
  word in all ? say(language, word as Word, values) : undefined;
