import { type BasicType, ParquetWriter, schemaFromColumnData, type Writer } from "hyparquet-writer";
import { cellText } from "../../scenario/index.ts";
import { BLANK } from "./tableSeal.ts";

/** A column of a table, with what its values mean. */
export interface TableColumn {
  name: string;
  type: BasicType;
  unit: string;
  description: string;
  /** True if a row may have no value there. */
  nullable: boolean;
}

export const tableColumn = (name: string, type: BasicType, unit: string, description: string, nullable = false): TableColumn => ({
  name,
  type,
  unit,
  description,
  nullable,
});

/** Meaning and unit of each column, for the metadata of a Parquet file: JSON under the key "four_circles". */
export const metadata = (columns: readonly TableColumn[], about: Record<string, unknown> = {}) => [
  {
    key: "four_circles",
    value: JSON.stringify({
      ...about,
      columns: Object.fromEntries(columns.map(({ name, unit, description }) => [name, { unit, description }])),
    }),
  },
];

export type Cell = string | number | boolean | null;

/** Where the rows of a table go, one by one. */
export interface RowSink {
  row(cells: readonly Cell[]): void;
  finish(): void;
}

/** Values held before they are written as a row group. */
const GROUP_CELLS = 500_000;

/**
 * Rows as Parquet, written in groups, so that memory stays flat. The file has a place for its checksum (`sealedTable`).
 *
 * @param about  further entries of the metadata
 */
export function parquetSink(writer: Writer, columns: readonly TableColumn[], about: Record<string, unknown>): RowSink {
  const empty = columns.map(({ name, type, nullable }) => ({ name, type, nullable, data: [] }));
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: empty }),
    kvMetadata: metadata(columns, { ...about, checksum: BLANK }),
    createdBy: "four-circles",
  });
  const rows = Math.max(1, Math.floor(GROUP_CELLS / columns.length));
  let data: Cell[][] = columns.map(() => []);
  const flush = () => {
    if (data[0].length === 0) return;
    const columnData = columns.map(({ name, type, nullable }, k) => ({ name, type, nullable, data: data[k] }));
    void parquet.write({ columnData, rowGroupSize: rows });
    data = columns.map(() => []);
  };
  return {
    row(cells) {
      for (let k = 0; k < cells.length; k++) data[k].push(cells[k]);
      if (data[0].length === rows) flush();
    },
    finish() {
      flush();
      void parquet.finish();
    },
  };
}

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csvCell = (cell: Cell) => (cell === null ? "" : typeof cell === "string" ? quoted(cellText(cell)) : String(cell));

/** Rows as CSV; an empty cell where there is no value. */
export function csvSink(write: (text: string) => void, columns: readonly TableColumn[], finish: () => void): RowSink {
  const line = (cells: readonly Cell[]) => write(`${cells.map(csvCell).join(",")}\n`);
  line(columns.map(({ name }) => name));
  return { row: line, finish };
}
