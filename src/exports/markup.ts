/**
 * Characters that are acted upon instead of shown: controls but for tab and line feed, line and paragraph separators, and those
 * that turn the direction of writing (Unicode TR 36, 3.2: bidirectional text spoofing). XML has no words for most of them.
 */
export const acting = "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069";
const anyActing = new RegExp(`[${acting}]`, "g");

/** A text from anywhere without what is acted upon instead of shown. */
export const shownText = (text: string): string => text.replace(anyActing, "");

/** A text from anywhere as it may stand in HTML, SVG or XML. */
export const inMarkup = (text: unknown): string =>
  shownText(String(text)).replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark] as string);

/** A text from anywhere as it may stand in a line of Markdown: marks stay marks, and the line one line. */
export const inMarkdown = (text: string): string =>
  shownText(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>&|~]/g, "\\$&");
