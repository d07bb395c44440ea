import { effect, signal } from "@preact/signals";
import type { Theme } from "../../views/index.ts";
import { type Language, problemInChinese, say, type Word } from "../../words/index.ts";

const remembered = (key: string, otherwise: string) => {
  try {
    return localStorage.getItem(key) ?? otherwise;
  } catch {
    return otherwise; // storage may be forbidden
  }
};
const remember = (key: string, value: string) => {
  try {
    localStorage.setItem(key, value);
  } catch {}
};

export const language = signal<Language>(remembered("language", navigator.language.startsWith("zh") ? "zh" : "en") as Language);
export const theme = signal<Theme>(
  remembered("theme", matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") === "dark" ? "dark" : "light",
);
/** Whether single keys drive the run. */
export const keysOn = signal(remembered("keys", "on") === "on");
effect(() => remember("keys", keysOn.value ? "on" : "off"));
effect(() => {
  document.documentElement.lang = language.value;
  document.title = t("title");
  remember("language", language.value);
});
effect(() => {
  document.documentElement.dataset.theme = theme.value;
  remember("theme", theme.value);
});

/** A sentence about something that went wrong, which is written in English where it is found. */
export const inWords = (sentence: string): string => (language.value === "zh" ? problemInChinese(sentence) : sentence);

/** A word or sentence of the page in the language chosen. */
export function t(word: Word, values?: Record<string, string | number>): string {
  return say(language.value, word, values);
}
