import { ByteWriter } from "hyparquet-writer";
import { expect, it } from "vitest";
import { type RunResult, Summary } from "../../src/experiment/index.ts";
import { aboutTable, parquetSink, runsColumns, sealedTable, writeTables } from "../../src/exports/index.ts";
import { setupStream } from "../../src/random/index.ts";
import { readResults } from "../../src/worker/experiments/readResults.ts";
import { expanded, tinyPlan } from "../support/plans.ts";

it.each([
  ["fixed replicates", "replicates: 5", { confidence: 0.95 }],
  [
    "a stopping rule",
    "until: { targets: [{ outcome: rate, difference: [on, off], halfWidth: 0.1, range: [-1, 0.5] }], maximum: 5, minimum: 2, confidence: 0.99 }",
    { confidence: 0.99, anytime: 2 },
  ],
])("a runs.parquet of %s is summed up to the means and intervals of its batch", async (_, line, intervals) => {
  const of = await expanded(
    tinyPlan("factors: { rigidity: [0, 1] }", "arms: { off: {}, on: {} }", line).replace(
      "{ measure: participation_rate,",
      "{ name: rate, measure: participation_rate,",
    ),
  );
  const results = async (key: string): Promise<RunResult> => ({
    ok: true,
    digest: { state: "", measures: "" },
    outcomes: Float64Array.of(setupStream(key, "value").next() / 2),
    series: new Float64Array(6),
    means: new Float64Array(0),
    snapshots: [],
  });
  const writer = new ByteWriter();
  const summary = new Summary(of);
  const sinks = { runs: [parquetSink(writer, runsColumns(of), aboutTable(of, "runs"))], measures: [] };
  await writeTables(of, Uint32Array.of(5, 5), results, sinks, summary.add);
  summary.close();
  const found = await readResults(sealedTable(writer));
  if (!found.ok) throw new Error(found.why);
  expect(found.rows).toEqual(summary.rows);
  expect(found.differences).toEqual(summary.differences);
  expect(found.intervals).toEqual(intervals);
  expect(found.outcomes).toEqual([{ name: "rate", measure: "participation_rate", named: true }]);
});
