import { ByteWriter } from "hyparquet-writer";
import { type Cell, csvSink, parquetSink, type TableColumn } from "./batch/table.ts";
import { sealedTable } from "./batch/tableSeal.ts";

/** A column of results, with its value in each row; undefined, NaN and infinities are no value. */
export type ResultColumn<Row> = Omit<TableColumn, "nullable"> & { value(row: Row): Cell | undefined };

/** Rows as Parquet and as CSV. */
export function resultFiles<Row>(
  name: string,
  columns: readonly ResultColumn<Row>[],
  rows: readonly Row[],
): [name: string, content: string | Uint8Array][] {
  const spec = columns.map(({ value: _, ...column }) => ({ ...column, nullable: true }));
  const bytes = new ByteWriter();
  const lines: string[] = [];
  const sinks = [
    parquetSink(bytes, spec, {}),
    csvSink(
      (line) => lines.push(line),
      spec,
      () => {},
    ),
  ];
  for (const row of rows) for (const sink of sinks) sink.row(columns.map(({ value }) => cell(value(row))));
  for (const sink of sinks) sink.finish();
  return [
    [`${name}.parquet`, sealedTable(bytes)],
    [`${name}.csv`, lines.join("")],
  ];
}

const cell = (value: Cell | undefined): Cell =>
  value === undefined || (typeof value === "number" && !Number.isFinite(value)) ? null : value;
