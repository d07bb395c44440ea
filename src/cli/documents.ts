import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { dictionary } from "../observation/index.ts";
import { parameterCatalog, scenarioJsonSchema } from "../scenario/index.ts";
import type { Terminal } from "./terminal.ts";

/** Rows of texts as columns of even width. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows.map((row) => row.map((text, k) => (k === row.length - 1 ? text : text.padEnd(widths[k]))).join("  ")).join("\n");
}

/** Prints the parameters of a scenario, or the whole as JSON Schema. */
export function schema(options: { json?: boolean }, terminal: Terminal): void {
  if (options.json) {
    terminal.out(JSON.stringify(scenarioJsonSchema(scenarioSchema), null, 2));
    return;
  }
  const rows = parameterCatalog(scenarioSchema).map((p) => [
    p.path,
    JSON.stringify(p.default),
    p.options ? p.options.join(" | ") : p.min === undefined ? "" : `${p.min} to ${p.max}`,
    p.unit,
    p.evidence,
    p.description,
  ]);
  terminal.out(aligned([["parameter", "default", "bounds", "unit", "evidence", "description"], ...rows]));
}

/** Prints what every column of every file means. */
export function printDictionary(options: { json?: boolean }, terminal: Terminal): void {
  if (options.json) {
    terminal.out(JSON.stringify(dictionary(), null, 2));
    return;
  }
  terminal.out(aligned([["file", "column", "unit", "description"], ...dictionary().map((d) => [d.file, d.column, d.unit, d.description])]));
}

/** Prints the mechanisms with their rows, switch, placebo and harm. */
export function register(options: { json?: boolean }, terminal: Terminal): void {
  if (options.json) {
    const entries = mechanisms.map(({ id, verb, title, rows, rivals, partyBuilding, sheet, measures }) => ({
      id,
      verb,
      title,
      rows,
      rivals,
      partyBuilding,
      switch: `mechanisms.${id}.mode`,
      ...sheet,
      measures,
    }));
    terminal.out(JSON.stringify(entries, null, 2));
    return;
  }
  const rows = mechanisms.map((m) => [m.verb, m.id, m.rows.join(" "), m.partyBuilding ? "off | on | placebo" : "off | on", m.title.en]);
  terminal.out(aligned([["verb", "mechanism", "rows", "switch", "title"], ...rows]));
}
