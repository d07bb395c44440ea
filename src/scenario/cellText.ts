/**
 * A text as a cell of a table that spreadsheets open. They take what begins with = + - @, a tab or a line end for a formula
 * and run it ("=cmd|…"), also out of a CSV file and also inside quotes; after an apostrophe it is text (OWASP, CSV Injection).
 * Numbers are no texts and stay as they are.
 */
export const cellText = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
