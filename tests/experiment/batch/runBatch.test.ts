import { describe, expect, it } from "vitest";
import {
  type BatchReport,
  decodeResult,
  type Execute,
  type Expansion,
  encodeResult,
  executeRun,
  type RunResult,
  runBatch,
  Summary,
} from "../../../src/experiment/index.ts";
import { setupStream } from "../../../src/random/index.ts";
import { expanded, MemoryStore, tinyPlan } from "../../support/plans.ts";

const real: Execute = async (request) => executeRun(request, () => []);
const grid = ["factors: { rigidity: [0, 0.5, 1] }", "arms: { off: { set: { partyBuilding: off } }, on: {} }", "replicates: 2"];

/** An executor whose outcome is drawn from the seed alone, after as many turns as chance has it. */
const drawn: Execute = async ({ key, scenario }) => {
  const stream = setupStream(scenario.seed, String(scenario.rigidity));
  for (let turn = Number.parseInt(key.slice(0, 2), 16) % 7; turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
  const outcomes = Float64Array.of(0.5 + (stream.next() - 0.5) * (0.2 + 0.8 * scenario.rigidity));
  return {
    ok: true,
    digest: { state: "", measures: "" },
    outcomes,
    series: new Float64Array(0),
    means: new Float64Array(0),
    snapshots: [],
  };
};

describe("runBatch", () => {
  it("keeps every run of a plan, and computes nothing a second time", async () => {
    const of = await expanded(tinyPlan(...grid));
    const store = new MemoryStore();
    const first = await runBatch(of, { execute: real, store, lanes: 2 });
    expect([first.done, first.found, first.failed, first.total, store.results.size]).toEqual([12, 0, 0, 12, 12]);
    const again = await runBatch(of, { execute: () => Promise.reject(new Error("computed")), store, lanes: 2 });
    expect([again.done, again.found, again.failed]).toEqual([12, 12, 0]);
  });

  it("runs equal keys once", async () => {
    const of = await expanded(
      tinyPlan("design: { kind: rows, rows: [{ rigidity: 0.5 }, { rigidity: 0.5 }, { rigidity: 0.5 }] }", "replicates: 2"),
    );
    let computed = 0;
    const counting: Execute = (request) => {
      computed++;
      return drawn(request);
    };
    const { done } = await runBatch(of, { execute: counting, store: new MemoryStore(), lanes: 4 });
    expect([computed, done]).toEqual([2, 6]);
  });

  it("keeps a failing run with seed and cause, ends the others, and tries it again the next time", async () => {
    const of = await expanded(tinyPlan(...grid));
    const store = new MemoryStore();
    const failing: Execute = async (request) => {
      if (request.scenario.seed === "1/1" && request.scenario.rigidity === 0.5) throw new Error("no such bridge");
      return drawn(request);
    };
    const report = await runBatch(of, { execute: failing, store, lanes: 3 });
    expect([report.done, report.failed]).toEqual([12, 2]);
    expect(report.failures.map(({ run, arm, seed, cause }) => [run, arm, seed, cause]).sort()).toEqual([
      [6, "off", "1/1", "no such bridge"],
      [7, "on", "1/1", "no such bridge"],
    ]);
    const again = await runBatch(of, { execute: drawn, store, lanes: 1 });
    expect([again.found, again.failed]).toEqual([10, 0]);
  });

  it("stops at once when results cannot be kept, and says why", async () => {
    const of = await expanded(tinyPlan(...grid));
    const store = new MemoryStore();
    let computed = 0;
    store.put = async () => Promise.reject(new Error("no space left"));
    const counting: Execute = (request) => {
      computed++;
      return drawn(request);
    };
    await expect(runBatch(of, { execute: counting, store, lanes: 2 })).rejects.toThrow("no space left");
    expect(computed).toBeLessThanOrEqual(3);
  });

  it("begins no further run after it was told to stop, and goes on from there", async () => {
    const of = await expanded(tinyPlan(...grid));
    const store = new MemoryStore();
    const controller = new AbortController();
    const stopping: Execute = (request) => {
      if (store.results.size === 5) controller.abort();
      return drawn(request);
    };
    const report = await runBatch(of, { execute: stopping, store, lanes: 1, signal: controller.signal });
    expect([report.interrupted, report.done]).toEqual([true, 6]);
    const rest = await runBatch(of, { execute: drawn, store, lanes: 2 });
    expect([rest.interrupted, rest.found, rest.done]).toEqual([false, 6, 12]);
  });

  it("has the same results in shards as in one piece, and counts what a merge lacks", async () => {
    const of = await expanded(tinyPlan(...grid));
    const [whole, parts] = [new MemoryStore(), new MemoryStore()];
    await runBatch(of, { execute: drawn, store: whole, lanes: 2 });
    const totals: number[] = [];
    for (const part of [1, 2, 3, 4, 5]) {
      if (part === 5) expect((await runBatch(of, { store: parts, lanes: 1 })).missing).toBe(2);
      totals.push((await runBatch(of, { execute: drawn, store: parts, lanes: 2, shard: { part, of: 5 } })).total);
    }
    expect(totals).toEqual([3, 3, 2, 2, 2]);
    expect((await runBatch(of, { store: parts, lanes: 1 })).missing).toBe(0);
    expect(new Map([...parts.results].sort())).toEqual(new Map([...whole.results].sort()));
  });
});

describe("replicates until precise enough", () => {
  const until = (...lines: string[]) => [
    "factors: { rigidity: [0, 1] }",
    "until: { targets: [{ outcome: participation_rate, halfWidth: 0.12 }], minimum: 6, round: 4, maximum: 90 }",
    ...lines,
  ];
  const used = async (lanes: number, lines: string[], execute = drawn): Promise<BatchReport> =>
    runBatch(await expanded(tinyPlan(...lines)), { execute, store: new MemoryStore(), lanes });
  /** Outcomes that are all the same. */
  const constant =
    (value: number): Execute =>
    async () => ({
      ok: true,
      digest: { state: "", measures: "" },
      outcomes: Float64Array.of(value),
      series: new Float64Array(0),
      means: new Float64Array(0),
      snapshots: [],
    });
  const one = (target: string, ...lines: string[]) => [
    `until: { targets: [{ outcome: ${target} }], minimum: 6, round: 4, maximum: 90 }`,
    ...lines,
  ];

  it("takes more where outcomes spread more, ends at the maximum, and says which points were met", async () => {
    const { replicates, precise, total, done } = await used(2, until());
    expect(replicates[0]).toBeGreaterThan(6);
    expect(replicates[1]).toBeGreaterThan(replicates[0]);
    expect([...precise]).toEqual([1, replicates[1] < 90 ? 1 : 0]);
    expect([done, total]).toEqual([replicates[0] + replicates[1], replicates[0] + replicates[1]]);
    const hard = await used(
      2,
      until().map((line) => line.replace("0.12", "0.005")),
    );
    expect([...hard.replicates, ...hard.precise]).toEqual([90, 90, 0, 0]);
  });

  it("takes the same replicates whatever the number of runs at once", async () => {
    const [single, two, seven] = [await used(1, until()), await used(2, until()), await used(7, until())];
    expect(two.replicates).toEqual(single.replicates);
    expect(seven.replicates).toEqual(single.replicates);
  });

  it("looks at the difference of two arms on common random numbers", async () => {
    const lines = until("arms: { a: {}, b: { set: { partyBuilding: off } } }").map((line) =>
      line.replace("halfWidth: 0.12", "halfWidth: 0.1, difference: [a, b]"),
    );
    const { replicates, precise } = await used(3, lines); // outcomes are drawn from the seed alone: no difference
    expect([...precise]).toEqual([1, 1]);
    expect(replicates[0]).toBeGreaterThan(40); // equal differences are no proof: of values in -1 to 1, 2.3 * 2 / 0.1
    expect(replicates[0]).toBeLessThan(60);
    const known = await used(
      3,
      lines.map((line) => line.replace("halfWidth: 0.1,", "range: [-0.2, 0.2], halfWidth: 0.1,")),
    );
    expect([...known.replicates, ...known.precise]).toEqual([10, 10, 1, 1]);
  });

  it("does not take equal values for certain: a share that is 0 in all runs is looked at until it is at most 0.1", async () => {
    const { replicates, precise } = await used(2, one("participation_rate, halfWidth: 0.05"), constant(0));
    expect([...precise]).toEqual([1]);
    expect(replicates[0]).toBeGreaterThan(50);
  });

  it("never stops on equal values of a measure without an upper end, nor on values outside the range that was stated", async () => {
    const matters = (await expanded(
      tinyPlan(...one("matters_raised, halfWidth: 5")).replaceAll("participation_rate", "matters_raised"),
    )) as Expansion;
    const report = await runBatch(matters, { execute: constant(3), store: new MemoryStore(), lanes: 1 });
    expect([...report.replicates, ...report.precise]).toEqual([90, 0]);
    const outside = await used(2, one("participation_rate, halfWidth: 0.2, range: [0, 0.4]"), constant(0.5));
    expect([...outside.replicates, ...outside.precise]).toEqual([90, 0]);
  });

  it("stops at the wrong mean in at most one sequence of twenty", async () => {
    const all = 60;
    let missed = 0;
    for (let s = 0; s < all; s++) {
      const of = await expanded(tinyPlan(...one("participation_rate, halfWidth: 0.1"), `seed: coverage ${s}`));
      const rare: Execute = async (request) => {
        const result = await constant(setupStream(request.scenario.seed, "rare").next() < 0.1 ? 1 : 0)(request);
        return result;
      };
      const store = new MemoryStore();
      const { replicates } = await runBatch(of, { execute: rare, store, lanes: 1 });
      const summary = new Summary(of);
      for (let r = 0; r < replicates[0]; r++) {
        const run = of.run(0, r, "base");
        summary.add(run, (await store.get(run.request.key)) as RunResult);
      }
      summary.close();
      const { low, high } = summary.rows[0].outcomes.participation_rate;
      if (low > 0.1 || high < 0.1) missed++;
    }
    expect(missed / all).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / all));
  });
});

it("a result survives being written as bytes, to the bit", () => {
  const result = {
    ok: true as const,
    digest: { state: "a".repeat(64), measures: "" },
    outcomes: Float64Array.of(0.1, Number.NaN),
    series: Float64Array.of(1 / 3, -0, Number.POSITIVE_INFINITY),
    means: Float64Array.of(0.2, Number.NaN),
    snapshots: [{ week: 4, name: "ties.parquet", bytes: Uint8Array.of(1, 2, 3) }],
  };
  const shifted = new Uint8Array(1000).subarray(3);
  const bytes = encodeResult(result);
  shifted.set(bytes);
  expect(decodeResult(shifted.subarray(0, bytes.length))).toEqual(result);
  expect(decodeResult(encodeResult({ ok: false, cause: "why" }))).toEqual({ ok: false, cause: "why" });
});
