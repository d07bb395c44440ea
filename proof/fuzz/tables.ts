import { strictEqual as same } from "node:assert/strict";
import { ByteWriter } from "hyparquet-writer";
import type { RunResult } from "../../src/experiment/index.ts";
import { aboutTable, parquetSink, runsColumns, sealedTable, writeTables } from "../../src/exports/index.ts";
import { readResults } from "../../src/worker/experiments/readResults.ts";
import { expanded, tinyPlan } from "../../tests/support/plans.ts";
import { alike, anyDamage, type Blow, damaged } from "./damage.ts";
import { kind } from "./kind.ts";

const whole = await written();

/** The runs.parquet of a batch. */
async function written(): Promise<Uint8Array<ArrayBuffer>> {
  const of = await expanded(tinyPlan("factors: { rigidity: [0, 1] }", "arms: { off: {}, on: {} }", "replicates: 5"));
  const results = async (key: string): Promise<RunResult> => ({
    ok: true,
    digest: { state: key, measures: key },
    outcomes: Float64Array.of(Number.parseInt(key.slice(0, 8), 16) / 2 ** 32),
    series: new Float64Array(6),
    means: new Float64Array(0),
    snapshots: [],
  });
  const writer = new ByteWriter();
  const sinks = { runs: [parquetSink(writer, runsColumns(of), aboutTable(of, "runs"))], measures: [] };
  await writeTables(of, Uint32Array.of(5, 5), results, sinks, () => {});
  return sealedTable(writer);
}

export const tables = kind<Blow[]>({
  id: "tables",
  holds: "a Parquet table that was damaged in any way is refused before anything in it is read",
  any: anyDamage,
  bytes: whole.length,
  async check(blows) {
    const bytes = damaged(whole, blows);
    same((await readResults(bytes)).ok, alike(bytes, whole));
  },
});
