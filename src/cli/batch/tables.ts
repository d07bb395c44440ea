import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileWriter } from "hyparquet-writer";
import type { BatchReport, Expansion, PlannedRun, RunResult } from "../../experiment/index.ts";
import { csvSink, measuresColumns, parquetSink, type RowSink, runsColumns, type TableColumn, writeTables } from "../../exports/index.ts";
import type { BatchFolder } from "./folder.ts";

/** Makes a file that takes its name when it is finished and on the disk. */
function whole(path: string, make: (part: string) => RowSink): RowSink {
  const part = `${path}.part`;
  const sink = make(part);
  return {
    row: sink.row,
    finish() {
      sink.finish();
      const file = openSync(part, "r+");
      fsyncSync(file);
      closeSync(file);
      renameSync(part, path);
    },
  };
}

/** Compiles the journal into runs.parquet and measures.parquet, and CSV if wanted, in the order of the plan. */
export async function compileTables(
  folder: BatchFolder,
  expansion: Expansion,
  { replicates }: BatchReport,
  csv: boolean,
  watch: (run: PlannedRun, result: RunResult) => void,
): Promise<void> {
  const sinks = (table: string, columns: TableColumn[]): RowSink[] => {
    const about = { program: "four-circles", version: expansion.program, plan: expansion.plan.title, table };
    return [
      whole(join(folder.path, `${table}.parquet`), (path) => parquetSink(fileWriter(path), columns, about)),
      ...(csv ? [whole(join(folder.path, `${table}.csv`), (path) => csvFile(path, columns))] : []),
    ];
  };
  const tables = { runs: sinks("runs", runsColumns(expansion)), measures: sinks("measures", measuresColumns(expansion)) };
  try {
    await writeTables(expansion, replicates, (key) => folder.get(key), tables, watch);
  } catch (error) {
    throw folder.unwritable(error);
  }
}

function csvFile(path: string, columns: readonly TableColumn[]): RowSink {
  const file = openSync(path, "w");
  let text = "";
  const flush = () => {
    writeSync(file, text);
    text = "";
  };
  return csvSink(
    (line) => {
      text += line;
      if (text.length > 1 << 16) flush();
    },
    columns,
    () => {
      flush();
      closeSync(file);
    },
  );
}
