import i18next from "i18next";
import { baseline } from "./baseline.ts";
import { claims } from "./claims.ts";
import { classroom } from "./classroom.ts";
import { columns } from "./columns.ts";
import { contrasts } from "./contrasts.ts";
import { district } from "./district.ts";
import { experimentFindings } from "./experimentFindings.ts";
import { experiments } from "./experiments.ts";
import { findings } from "./findings.ts";
import { front } from "./front.ts";
import { instrument } from "./instrument.ts";
import { intervals } from "./intervals.ts";
import { laboratory } from "./laboratory.ts";
import { lessons } from "./lessons.ts";
import { lives } from "./life/lives.ts";
import { networkPictures } from "./networkPictures.ts";
import { outcomes } from "./outcomes.ts";
import { parameters } from "./parameters.ts";
import { pictures } from "./pictures.ts";
import { real } from "./real.ts";
import { register } from "./register.ts";
import { report } from "./report.ts";
import { stage } from "./stage.ts";
import { stories } from "./stories.ts";
import { suggestions } from "./suggestions.ts";
import { time } from "./time.ts";
import { views } from "./views.ts";
import { whyPage } from "./whyPage.ts";
import type { Words } from "./words.ts";

export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** All words that a reader meets, by page. Parameters, mechanisms and measures bring their own. */
export const all = {
  ...baseline,
  ...claims,
  ...classroom,
  ...columns,
  ...contrasts,
  ...district,
  ...instrument,
  ...experimentFindings,
  ...experiments,
  ...findings,
  ...front,
  ...intervals,
  ...laboratory,
  ...lessons,
  ...lives,
  ...networkPictures,
  ...outcomes,
  ...parameters,
  ...pictures,
  ...real,
  ...register,
  ...report,
  ...stage,
  ...stories,
  ...suggestions,
  ...time,
  ...whyPage,
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

/** Chinese as it is set: a space between characters and numbers or Latin words, none between characters. */
const spaced = (text: string): string =>
  text
    .replace(/(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])/g, " ")
    .replace(/(?<=[\u4e00-\u9fff，。；：（）]) +(?=[\u4e00-\u9fff，。；：（）])/g, "");

/** A word or sentence of the pages, in a language. */
export const say = (language: Language, word: Word, values: Record<string, string | number> = {}): string => {
  const text = words.getFixedT(language)(word, values);
  return language === "zh" ? spaced(text) : text;
};

/** The same for a word that need not be there. */
export const sayIf = (language: Language, word: string, values: Record<string, string | number> = {}): string | undefined =>
  word in all ? say(language, word as Word, values) : undefined;
