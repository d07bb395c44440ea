import { csvFormatRows } from "d3";
import { matterTotalColumns, matterTypes } from "../engine/index.ts";
import { matterCounts, measures, type Recorder } from "../observation/index.ts";
import { type TableColumn, tableColumn } from "./batch/table.ts";
import { measureColumn, weekColumn } from "./batch/tables.ts";

export const measuresCsvColumns: readonly TableColumn[] = [weekColumn, ...measures.map(measureColumn)];
export const mattersCsvColumns: readonly TableColumn[] = [
  weekColumn,
  tableColumn("type", "STRING", "", "Type of the matters, one of matterTypes."),
  ...matterCounts.map((count) => {
    const { unit, description } = matterTotalColumns[count];
    return tableColumn(count, "INT32", unit, description);
  }),
];

const cell = (value: number) => (Number.isNaN(value) ? "" : String(value));

/** measures.csv: one row a week; an empty cell where there was nothing to measure. */
export function measuresCsv(recorder: Recorder): string {
  const rows = [measuresCsvColumns.map(({ name }) => name)];
  for (let week = 1; week <= recorder.weeks; week++) rows.push([String(week), ...Array.from(recorder.row(week), cell)]);
  return `${csvFormatRows(rows)}\n`;
}

/** matters.csv: one row a week and type of matter, with what happened to matters of that type. */
export function mattersCsv(recorder: Recorder): string {
  const rows = [mattersCsvColumns.map(({ name }) => name)];
  const width = matterCounts.length;
  for (let week = 1; week <= recorder.weeks; week++) {
    matterTypes.forEach((type, t) => {
      const at = ((week - 1) * matterTypes.length + t) * width;
      rows.push([String(week), type, ...Array.from(recorder.matters.subarray(at, at + width), String)]);
    });
  }
  return `${csvFormatRows(rows)}\n`;
}
