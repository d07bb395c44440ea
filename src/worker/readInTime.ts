import type { GivenFile } from "../workbook/index.ts";
import { WorkerEnded } from "./calls.ts";
import type { TablesRead } from "./protocol.ts";
import type { TableReader } from "./tablesClient.ts";

/** What comes of reading: the tables, or that it was stopped, or took too long, or failed. */
export type ReadInTime = { is: "read"; read: TablesRead } | { is: "stopped" | "late" } | { is: "failed"; error: unknown };

/** Has a worker read tables, and ends it when that is done, when it is told to stop, or when the time is up. */
export function readInTime(
  files: readonly GivenFile[],
  { start, milliseconds }: { start(): TableReader; milliseconds: number },
): { done: Promise<ReadInTime>; stop(): void } {
  const reader = start();
  let why: "stopped" | "late" = "stopped";
  const timer = setTimeout(() => {
    why = "late";
    reader.stop();
  }, milliseconds);
  const done = reader
    .readTables(files)
    .then(
      (read): ReadInTime => ({ is: "read", read }),
      (error): ReadInTime => (error instanceof WorkerEnded && error.said.code === "workerStopped" ? { is: why } : { is: "failed", error }),
    )
    .finally(() => {
      clearTimeout(timer);
      reader.stop();
    });
  return { done, stop: reader.stop };
}
