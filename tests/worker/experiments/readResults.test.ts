import { ByteWriter } from "hyparquet-writer";
import { beforeAll, expect, it } from "vitest";
import { type Expansion, executeRun, planIndices, ranked, runBatch, Summary } from "../../../src/experiment/index.ts";
import { aboutTable, checksumOf, parquetSink, runsColumns, sealed, sealedTable, writeTables } from "../../../src/exports/index.ts";
import { readResults } from "../../../src/worker/experiments/readResults.ts";
import { expanded, MemoryStore, tinyPlan } from "../../support/plans.ts";

/** The runs.parquet of a plan, and its summary. */
async function tableOf(expansion: Expansion) {
  const store = new MemoryStore();
  const { replicates } = await runBatch(expansion, { store, lanes: 1, execute: async (request) => executeRun(request, () => []) });
  const writer = new ByteWriter();
  const sink = parquetSink(writer, runsColumns(expansion), aboutTable(expansion, "runs"));
  const summary = new Summary(expansion);
  await writeTables(expansion, replicates, (key) => store.get(key), { runs: [sink], measures: [] }, summary.add);
  summary.close();
  return { table: sealedTable(writer), rows: summary.rows };
}

let whole: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const plan = tinyPlan("weeks: 2", "replicates: 4").replace("weeks: 6\n", "").replace("[1, 6]", "[1, 2]");
  whole = (await tableOf(await expanded(plan))).table;
});

it("a batch is read as it was written", async () => {
  expect(await readResults(whole)).toMatchObject({ ok: true, title: "Tiny", runs: 4, points: 1, arms: ["base"] });
});

it("of 600 files with one bit flipped none is read, and none keeps its reader", async () => {
  const began = performance.now();
  for (let k = 0; k < 600; k++) {
    const bytes = whole.slice();
    bytes[Math.floor((k * whole.length) / 600)] ^= 1 << (k % 8);
    const answer = await readResults(bytes);
    expect(answer.ok ? "read" : answer.why, `bit ${k % 8} of byte ${Math.floor((k * whole.length) / 600)}`).toMatch(
      /altered|damaged|foreign/,
    );
  }
  expect(performance.now() - began).toBeLessThan(30_000);
});

it("a table is held against the batch.json of its folder", async () => {
  const description = (sha256: Record<string, string>) =>
    JSON.stringify(
      sealed({ program: "four-circles", version: "1", schemaVersion: 1, digest: "d", plan: { title: "Tiny" }, scenario: {}, sha256 }),
    );
  const fitting = description({ "runs.parquet": checksumOf(whole) });
  expect(await readResults(whole, fitting)).toMatchObject({ ok: true, runs: 4 });
  expect(await readResults(whole, description({ "runs.parquet": checksumOf("another") }))).toEqual({ ok: false, why: "another" });
  for (const text of [fitting.replace("Tiny", "Tina"), description({}), "null", "{", ""])
    expect(await readResults(whole, text), text).toEqual({ ok: false, why: "description" });
});

it("says how much each factor moves each outcome, where the batch.json beside it has such a design", async () => {
  const factors = { rigidity: { from: 0, to: 1 }, "mechanisms.awareness.messages": { from: 0, to: 4 } };
  const text = tinyPlan(`factors: ${JSON.stringify(factors)}`, "design: { kind: morris, size: 2 }").replace(
    "participation_rate",
    "awareness_knows",
  );
  const expansion = await expanded(text);
  const { table, rows } = await tableOf(expansion);
  const description = JSON.stringify(
    sealed({
      ...{ program: "four-circles", version: "1", schemaVersion: 1, digest: "d", plan: expansion.plan, scenario: {} },
      sha256: { "runs.parquet": checksumOf(table) },
    }),
  );
  const found = await readResults(table, description);
  expect(found.ok && found.indices).toEqual(ranked(expansion.plan, planIndices(expansion, rows)));
  expect(found.ok && found.indices.map(({ factor, count }) => [factor, count])).toEqual([
    ["mechanisms.awareness.messages", 2],
    ["rigidity", 2],
  ]);
  const alone = await readResults(table);
  expect(alone.ok && alone.indices).toEqual([]);
});
