import { csvFormatRows } from "d3";
import { type ObservedValue, type Problem, type SeriesColumn, type Source, said, seriesHeadings } from "../scenario/index.ts";
import { CellError, isEmpty } from "./cell.ts";
import type { Communities } from "./communities.ts";
import { quantityOf } from "./quantity.ts";
import type { Remarks } from "./remarks.ts";
import type { Report } from "./report.ts";
import type { Row, Table } from "./table.ts";

/** Reads a table of observed values, knowing the measures of the model: `readObservations`. */
export type SeriesReader = (
  source: Source,
  communities: number,
) => { ok: true; observations: readonly ObservedValue[] } | { ok: false; problems: readonly Problem[] };

const columns = Object.keys(seriesHeadings) as SeriesColumn[];
const numbers: readonly string[] = columns.filter((column) => column !== "measure" && column !== "community");

/** Observed values as their sheet lists them; undefined if there is none. What is wrong is said at its place in the sheet. */
export function readSeries(
  table: Table<"series"> | undefined,
  communities: Communities,
  read: SeriesReader | undefined,
  remarks: Remarks,
  report: Report,
): ObservedValue[] | undefined {
  if (!table || !read || table.rows.length === 0) return undefined;
  const there = columns.filter((column) => table.has(column));
  const rows = table.rows.map((row) =>
    there.map((column) => (column === "community" ? community(table, row, communities) : written(table, row, column))),
  );
  const text = csvFormatRows([there, ...rows]);
  const found = read({ path: table.sheet, text }, communities.rows.length);
  if (!found.ok) {
    const rowOf = (line: number) => table.rows[line - 2]?.at ?? -1;
    for (const { line, path, message, remedy } of found.problems) {
      const first = message.code === "standsInLine" ? rowOf(Number(message.values?.line)) : -1;
      const told = first < 0 ? message : said("standsInRow", { name: table.rows[line - 2].text("measure"), row: first + 1 });
      remarks.add("fault", table.sheet, rowOf(line), table.columnAt(columnNamed(path)), told, remedy);
    }
    return undefined;
  }
  report.add("series", "given", rows.length, rows.length, table.sheet);
  return found.observations.map(({ measure, span, community: of, value, error, interval }) => ({
    measure,
    span,
    ...(of === undefined ? {} : { community: of }),
    value,
    error,
    ...(interval ? { interval } : {}),
  }));
}

const columnNamed = (path: string): SeriesColumn => columns.find((column) => column === path) ?? "measure";

/** The row of the community that a cell names; what names none has been said. */
function community(table: Table<"series">, row: Row<"series">, communities: Communities): string {
  if (row.text("community") === "") return "";
  return String(communities.named(table, row) ?? 0);
}

/** A number as it is read everywhere; in percent where its heading says so, or that of the values. Any other text as it stands. */
function written(table: Table<"series">, row: Row<"series">, column: SeriesColumn): string {
  const cell = row.cell(column);
  if (cell instanceof CellError || isEmpty(cell)) return "";
  const found = numbers.includes(column) ? quantityOf(cell) : undefined;
  if (!found) return row.text(column);
  const headings = column === "week" || column === "year" ? [] : [table.heading(column), table.heading("value")];
  const inPercent = !found.percent && headings.some((heading) => /[%％]/.test(heading));
  return String(inPercent ? found.value / 100 : found.value);
}

/** Observed values as the file that a fit reads. */
export function seriesFile(series: readonly ObservedValue[]): string {
  const rows = series.map(({ measure, span: [from, to], community: of, value, error, interval }) => {
    const cells: Record<SeriesColumn, string | number> = {
      measure,
      week: from === to ? from : "",
      year: from === to ? "" : to / YEAR,
      value,
      error: interval || error === 0 ? "" : error,
      low: interval?.[0] ?? "",
      high: interval?.[1] ?? "",
      community: of ?? "",
    };
    return columns.map((column) => String(cells[column]));
  });
  return `${csvFormatRows([columns, ...rows])}\n`;
}

const YEAR = 52;
