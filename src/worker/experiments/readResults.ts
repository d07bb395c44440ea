import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { meanWithInterval, type SummaryRow, type Value } from "../../experiment/index.ts";
import { tableState } from "../../exports/index.ts";
import type { ResultsAnswer } from "./protocol.ts";

interface About {
  plan?: string;
  table?: string;
}

/**
 * Reads the runs.parquet of a batch and sums it up by point and arm. What is wrong with the file is returned, not thrown; nothing
 * in a file that is not as it was written is read.
 *
 * @param bytes  the whole file
 */
export async function readResults(bytes: Uint8Array<ArrayBuffer>): Promise<ResultsAnswer> {
  const state = tableState(bytes);
  if (state !== "whole") return { ok: false, why: state === "broken" ? "damaged" : state };
  let about: About;
  let rows: Record<string, unknown>[];
  let names: string[];
  try {
    const metadata = await parquetMetadataAsync(bytes.buffer);
    about = JSON.parse(metadata.key_value_metadata?.find(({ key }) => key === "four_circles")?.value ?? "{}") as About;
    names = metadata.schema.slice(1).map(({ name }) => name);
    rows = about.table === "runs" ? await parquetReadObjects({ file: bytes.buffer, metadata }) : [];
  } catch {
    return { ok: false, why: "damaged" };
  }
  if (about.table !== "runs") return { ok: false, why: about.table === "measures" ? "measures" : "foreign" };
  const factors = names.slice(names.indexOf("seed") + 1, names.indexOf("status"));
  const outcomes = names.slice(names.indexOf("cause") + 1, names.indexOf("key"));
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const row of rows) {
    const key = `${row.point}/${row.arm}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const summary = [...groups.values()].map((group): SummaryRow => {
    const [first] = group;
    const finished = group.filter(({ status }) => status === "finished");
    return {
      point: Number(first.point),
      arm: String(first.arm),
      factors: Object.fromEntries(factors.map((path) => [path, first[path] as Value])),
      replicates: finished.length,
      outcomes: Object.fromEntries(
        outcomes.map((name) => [name, meanWithInterval(finished.map((row) => (row[name] === null ? Number.NaN : Number(row[name]))))]),
      ),
    };
  });
  return {
    ok: true,
    title: about.plan ?? "",
    factors,
    arms: [...new Set(summary.map(({ arm }) => arm))],
    outcomes: outcomes.map((name) => ({ name, measure: name })),
    points: new Set(summary.map(({ point }) => point)).size,
    runs: rows.length,
    rows: summary,
  };
}
