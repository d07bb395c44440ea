import "../browser.ts";
import { effect, signal } from "@preact/signals";
import type { Said } from "../../scenario/index.ts";
import type { Theme } from "../../views/index.ts";
import { type Language, say, tellSaid, type Word } from "../../words/index.ts";

// Other pages of the same origin keep words of their own there.
const keyOf = (what: string) => `four-circles.${what}`;
/** What was chosen before, if it is one of the choices; storage may be forbidden, or hold anything. */
function remembered<Choice extends string>(what: string, choices: readonly Choice[], otherwise: Choice): Choice {
  try {
    const before = localStorage.getItem(keyOf(what));
    return choices.find((choice) => choice === before) ?? otherwise;
  } catch {
    return otherwise;
  }
}
const remember = (what: string, choice: string) => {
  try {
    localStorage.setItem(keyOf(what), choice);
  } catch {} // forbidden, or full
};

export const language = signal<Language>(remembered("language", ["en", "zh"], navigator.language.startsWith("zh") ? "zh" : "en"));
export const theme = signal<Theme>(
  remembered("theme", ["dark", "light"], matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),
);
/** Whether single keys drive the run. */
export const keysOn = signal(remembered("keys", ["on", "off"], "on") === "on");
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

/** A sentence about something that went wrong. */
export const inWords = (why: Said | undefined): string => (why === undefined ? "" : tellSaid(language.value, why));

/** A word or sentence of the page in the language chosen. */
export function t(word: Word, values?: Record<string, string | number>): string {
  return say(language.value, word, values);
}
