import type { GivenFile } from "../workbook/index.ts";
import { callsTo, started } from "./calls.ts";
import type { TablesRead } from "./protocol.ts";

/** A worker that reads tables: whatever is in them, the run that stands is not in it. */
export interface TableReader {
  readTables(files: readonly GivenFile[]): Promise<TablesRead>;
  /** Ends the worker, in the midst of its work if need be. */
  stop(): void;
}

/** Starts a worker that reads tables. Vite bundles the file named here; keep the expression in this exact form. */
export function startTables(): TableReader {
  const { call, stop } = callsTo<{ readTables: TableReader["readTables"] }>(
    started(new Worker(new URL("./tables.worker.ts", import.meta.url), { type: "module" })),
  );
  return { readTables: call("readTables"), stop };
}
