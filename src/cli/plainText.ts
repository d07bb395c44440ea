import { stripVTControlCharacters } from "node:util";

/**
 * Characters that a terminal acts upon instead of showing: controls but for tab and line feed, line and paragraph separators,
 * and those that turn the direction of writing (Unicode TR 36, 3.2: bidirectional text spoofing).
 */
const acting = "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069";
const anyActing = new RegExp(`[${acting}]`, "g");

/** A text from anywhere (titles, names, paths, messages of others) as it may reach a terminal. */
export const plainText = (text: string): string => stripVTControlCharacters(text).replace(anyActing, "");

/** JSON that loses nothing on its way to a terminal: there such characters stand as their escapes. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(anyActing, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
