import { existsSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { type Expansion, expandPlan, type Plan, runBatch } from "../../experiment/index.ts";
import { BatchDescription, measuresColumns, runsColumns, writeTables } from "../../exports/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import { changedFiles, inWords } from "../checksums.ts";
import { tableDifferences } from "../differences.ts";
import { sealedFrom } from "../files.ts";
import type { Row } from "../readTable.ts";
import type { Tell } from "../verify.ts";
import { finishedRuns } from "./folder.ts";

/** What to do about a table that is not as it was written. */
export const AGAIN = "Give the same command again: finished runs are kept.";

/** Compares the files of a batch with their checksums; of its tables, those that changed with what the journal gives. */
export async function verifyBatch(path: string, tell: Tell): Promise<string[]> {
  const description = await sealedFrom(join(path, "batch.json"), BatchDescription, "the description of a batch", AGAIN);
  const { sha256 } = description;
  const names = Object.keys(sha256);
  if (names.length === 0) return ["the batch is not finished. Give the batch command again; it goes on where it stopped."];
  const changed = await changedFiles(path, sha256);
  const snapshots = names.filter((name) => name.includes("/")).length;
  const tables = names.filter((name) => !name.includes("/"));
  tell("files", changed.length === 0, [...tables, ...(snapshots > 0 ? [`${snapshots} of snapshots`] : [])].join(", "));
  const faults: string[] = [];
  for (const { name, state } of changed) {
    const rows = state === "altered" ? await rowsThatDiffer(path, name, description) : undefined;
    faults.push(`${name} ${rows ?? inWords(state)}. ${AGAIN}`);
  }
  return faults;
}

/** Rows in which a table is another than the runs in the journal give; undefined if that cannot be told. */
async function rowsThatDiffer(path: string, name: string, { plan, scenario, version }: BatchDescription): Promise<string | undefined> {
  const table = /^(runs|measures)\.parquet$/.exec(name)?.[1];
  if (!table || version !== packageJson.version || !existsSync(join(path, "journal.4c"))) return undefined;
  const rows = await rowsOf(path, await expandPlan(plan as Plan, scenario as BaseScenario, version), table as "runs" | "measures");
  if (!rows) return undefined;
  return tableDifferences(rows, join(path, name), ({ run, week }) => (week === undefined ? `run ${run}` : `run ${run}, week ${week}`));
}

/** A table as the journal gives it; undefined if runs are missing there. */
async function rowsOf(path: string, expansion: Expansion, table: "runs" | "measures"): Promise<Row[] | undefined> {
  const store = await finishedRuns(path);
  try {
    const { missing, replicates } = await runBatch(expansion, { store, lanes: 1, retryFailed: false });
    if (missing > 0) return undefined;
    const columns = (table === "runs" ? runsColumns : measuresColumns)(expansion).map(({ name }) => name);
    const rows: Row[] = [];
    const sink = {
      row: (cells: readonly unknown[]) => void rows.push(Object.fromEntries(columns.map((column, k) => [column, cells[k]]))),
      finish() {},
    };
    const none = { runs: [], measures: [] };
    await writeTables(expansion, replicates, (key) => store.get(key), { ...none, [table]: [sink] });
    return rows;
  } finally {
    await store.close();
  }
}
