import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { executeRun, readCorpus, selfTest } from "../../src/experiment/index.ts";

const known = await readCorpus(new Uint8Array(readFileSync(join(import.meta.dirname, "../../scenarios/corpus.bin"))));
const how = { lanes: 2, execute: async (request: Parameters<typeof executeRun>[0]) => executeRun(request, () => []), program: "test" };

it("finds the digests of the corpus here (if the model was changed on purpose: npm run corpus)", async () => {
  expect(known.length).toBe(1000);
  expect(new Set(known.map(({ text }) => text)).size).toBe(1000);
  const told: number[] = [];
  const found = await selfTest(known, { ...how, runs: 50 }, (done) => told.push(done));
  expect(found).toEqual({ same: 50, of: 50, others: [] });
  expect(told).toEqual(Array.from({ length: 50 }, (_, k) => k + 1));
});

it("names what ends otherwise, and what comes to nothing", async () => {
  const three = known.slice(0, 3).map((one) => ({ ...one }));
  three[0].state = "0".repeat(16);
  three[1].measures = "f".repeat(16);
  const { same, of, others } = await selfTest(three, { ...how, runs: 3 });
  expect([same, of]).toEqual([1, 3]);
  expect(others).toEqual([
    { place: 0, fault: "state", what: `${known[0].state} instead of 0000000000000000` },
    { place: 1, fault: "measures", what: `${known[1].measures} instead of ffffffffffffffff` },
  ]);
  const failing = await selfTest(three, { ...how, runs: 1, execute: async () => ({ ok: false, cause: "why" }) });
  expect(failing.others).toEqual([{ place: 0, fault: "failed", what: "why" }]);
});
