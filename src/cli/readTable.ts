import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { CommandFailure } from "./terminal.ts";

/** A row of a table, by its columns. */
export type Row = Readonly<Record<string, unknown>>;

const LEAST = 10_000; // ms that any file may take
const PER_MEGABYTE = 2000; // ms, some fifty times what it takes

/**
 * Reads a Parquet file. A damaged one may lead its reader around in circles or to more memory than there is, so it is read by
 * a thread that can be ended.
 *
 * @throws CommandFailure if it cannot be read, or not in reasonable time
 */
export async function readTable(path: string): Promise<Row[]> {
  const limit = LEAST + (PER_MEGABYTE * statSync(path).size) / 1e6;
  const reader = new Worker(fileURLToPath(new URL("./table.worker.js", import.meta.url)), { workerData: { path } });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      const fail = (why: string) => reject(new CommandFailure(`${path}: cannot be read as Parquet: ${why}. Make the results again.`));
      late = setTimeout(() => fail(`it is not read after ${Math.round(limit / 1000)} s`), limit);
      reader.on("message", ({ rows, fault }: { rows?: Row[]; fault?: string }) => (rows ? resolve(rows) : fail(fault ?? "")));
      reader.on("error", ({ message }) => fail(message));
    });
  } finally {
    clearTimeout(late);
    await reader.terminate();
  }
}
