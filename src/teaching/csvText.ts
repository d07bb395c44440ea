import { cellText } from "../scenario/index.ts";

type Cell = string | number;

/** A table as CSV: what a sheet would take for a formula is text, a number that is none is empty. */
export function csvText<Head extends string>(heads: readonly Head[], rows: readonly Readonly<Record<Head, Cell>>[]): string {
  const lines = [heads.join(","), ...rows.map((row) => heads.map((head) => written(row[head])).join(","))];
  return `${lines.join("\n")}\n`;
}

function written(value: Cell): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = cellText(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
