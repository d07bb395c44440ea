import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileWriter } from "hyparquet-writer";
import type { BatchReport, Expansion, PlannedRun, RunResult } from "../../experiment/index.ts";
import {
  aboutTable,
  checksumOf,
  checksumPlace,
  csvSink,
  footerLength,
  measuresColumns,
  parquetSink,
  type RowSink,
  runsColumns,
  type TableColumn,
  writeTables,
} from "../../exports/index.ts";
import { checksumOfFile } from "../checksums.ts";
import { unwritable } from "../fileFailure.ts";
import { writeWhole } from "../files.ts";
import type { BatchFolder } from "./folder.ts";

/** A table that is written beside its place, and takes it when it is finished and on the disk. */
interface TableFile {
  name: string;
  part: string;
  sink: RowSink;
}

const table = (folder: string, name: string, make: (part: string) => RowSink): TableFile => {
  const part = join(folder, `${name}.part`);
  return { name, part, sink: make(part) };
};

/**
 * Compiles the journal into runs.parquet and measures.parquet, and CSV if wanted or there already, in the order of the plan.
 *
 * @param watch.run  sees each run with what is kept of it
 * @param watch.end  called after the last: gives the tables of what all of them come to
 * @returns names of the tables
 */
export async function compileTables(
  folder: BatchFolder,
  expansion: Expansion,
  { replicates }: BatchReport,
  csv: boolean,
  watch: { run(run: PlannedRun, result: RunResult): void; end(): readonly (readonly [name: string, content: string | Uint8Array])[] },
): Promise<string[]> {
  const files = (of: string, columns: TableColumn[]): TableFile[] => {
    const about = aboutTable(expansion, of);
    return [
      table(folder.path, `${of}.parquet`, (path) => parquetSink(fileWriter(path), columns, about)),
      ...(csv || existsSync(join(folder.path, `${of}.csv`)) ? [table(folder.path, `${of}.csv`, (path) => csvFile(path, columns))] : []),
    ];
  };
  try {
    await folder.describe({}); // until the new tables are there, there are none
    const runs = files("runs", runsColumns(expansion));
    const measures = files("measures", measuresColumns(expansion));
    const sinks = { runs: runs.map(({ sink }) => sink), measures: measures.map(({ sink }) => sink) };
    const tables = [...runs, ...measures];
    const checksums: Record<string, string> = {};
    const keys = new Set<string>();
    await writeTables(
      expansion,
      replicates,
      (key) => folder.get(key),
      sinks,
      (run, result) => {
        watch.run(run, result);
        if (result.ok) keys.add(run.request.key);
      },
    );
    for (const { name, part } of tables) checksums[name] = await settled(part, join(folder.path, name));
    for (const [name, content] of watch.end()) {
      if (!csv && name.endsWith(".csv") && !existsSync(join(folder.path, name))) continue;
      await writeWhole(join(folder.path, name), content);
      checksums[name] = checksumOf(content);
    }
    const names = Object.keys(checksums);
    for (const name of [...keys].flatMap((key) => folder.snapshotsOf(key))) checksums[name] = await checksumOfFile(join(folder.path, name));
    await folder.describe(checksums);
    return names;
  } catch (error) {
    throw unwritable(folder.path, error, "All finished runs are kept. ");
  }
}

/** Gives a finished table its checksum, if it has a place for one, and its name. Returns the checksum of the file. */
async function settled(part: string, path: string): Promise<string> {
  if (path.endsWith(".parquet")) {
    const checksum = await checksumOfFile(part);
    const file = openSync(part, "r+");
    writeSync(file, checksum, placeIn(file, statSync(part).size), "latin1");
    closeSync(file);
  }
  const file = openSync(part, "r+");
  fsyncSync(file);
  closeSync(file);
  const whole = await checksumOfFile(part);
  renameSync(part, path);
  return whole;
}

/** Where the checksum of a Parquet file stands, in bytes from its start. */
function placeIn(file: number, size: number): number {
  const read = (length: number) => {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, size - length);
    return bytes;
  };
  const footer = read(footerLength(read(8)));
  return size - footer.length + (checksumPlace(footer) as number);
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
