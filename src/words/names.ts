import { options } from "./options.ts";
import { type Language, languages } from "./say.ts";
import { unitInChinese } from "./units.ts";
import type { Words } from "./words.ts";

/** The word of a choice, or of an item of a list, by its name in scenario files; undefined if it has none. */
export const optionWord = (language: Language, name: string): string | undefined => (options as Words)[name]?.[languages.indexOf(language)];

/** A unit in a language; undefined if it has no words there. */
export const unitWord = (language: Language, unit: string): string | undefined => (language === "en" ? unit : unitInChinese(unit));
