import { stripVTControlCharacters } from "node:util";
import { acting, shownText } from "../exports/index.ts";

const anyActing = new RegExp(`[${acting}]`, "g");

/** A text from anywhere (titles, names, paths, messages of others) as it may reach a terminal. */
export const plainText = (text: string): string => shownText(stripVTControlCharacters(text));

/** JSON that loses nothing on its way to a terminal: there such characters stand as their escapes. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(anyActing, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
