import { describe, expect, it } from "vitest";
import { batch, compare, type RunRequest, runRequest, ScenarioError, simulate } from "../../src/library/index.ts";

const few = { "population.residents": 200, "organizations.count": 3 };
const plan = {
  title: "Tiny",
  scenario: "community",
  set: few,
  factors: { rigidity: [0, 1] },
  arms: { off: { set: { partyBuilding: "off" } }, on: {} },
  replicates: 2,
  weeks: 4,
  outcomes: [{ measure: "participation_rate", span: [1, 4] }],
  keep: { every: 2, measures: ["participation_rate"] },
};

describe("batch", () => {
  it("gives the runs of a plan in its order, each as simulate gives it, and their summary", async () => {
    const seen: number[] = [];
    const { runs, weeks, summary, total, failed } = await batch(plan, { onProgress: ({ done }) => seen.push(done) });
    expect([runs.length, weeks, total, failed, seen]).toEqual([8, [2, 4], 8, 0, [1, 2, 3, 4, 5, 6, 7, 8]]);
    expect(runs.map(({ arm, factors }) => [arm, factors.rigidity])).toEqual(
      [0, 0, 0, 0, 1, 1, 1, 1].map((rigidity, k) => [k % 2 === 0 ? "off" : "on", rigidity]),
    );
    const { digest, measures } = await simulate("community", { seed: runs[5].seed, weeks: 4, set: { ...few, rigidity: 1 } });
    expect(runs[5].digest).toEqual(digest);
    expect([...runs[5].measures.participation_rate]).toEqual([measures.participation_rate[1], measures.participation_rate[3]]);
    expect(summary.map(({ point, arm, replicates }) => [point, arm, replicates])).toEqual([
      [0, "off", 2],
      [0, "on", 2],
      [1, "off", 2],
      [1, "on", 2],
    ]);
    expect(summary[3].outcomes.participation_rate.mean).toBeCloseTo(
      (runs[5].outcomes.participation_rate + runs[7].outcomes.participation_rate) / 2,
      12,
    );
  });

  it("hands runs to whoever computes them, so many at a time, and keeps the cause of one that fails", async () => {
    let [open, most] = [0, 0];
    const execute = async (request: RunRequest) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve));
      open--;
      if (request.scenario.partyBuilding === "off" && request.scenario.seed.endsWith("/1")) throw new Error("its machine is gone");
      return runRequest(request);
    };
    const { runs, failures } = await batch(plan, { execute, lanes: 3 });
    expect(most).toBe(3);
    expect(failures.map(({ run, cause }) => [run, cause])).toEqual([
      [2, "its machine is gone"],
      [6, "its machine is gone"],
    ]);
    const alone = await batch(plan);
    for (const k of [0, 1, 3, 4, 5, 7]) expect(runs[k]).toEqual(alone.runs[k]);
    expect(runs[2].outcomes).toEqual({});
  });

  it("says how much each factor moves each outcome, where the design does, and nothing elsewhere", async () => {
    const factors = { rigidity: { from: 0, to: 1 }, "mechanisms.awareness.messages": { from: 0, to: 4 } };
    const outcomes = [{ measure: "awareness_knows", span: [1, 6] }];
    const of = async (design: object) =>
      (await batch({ title: "T", scenario: "community", set: few, weeks: 6, factors, design, outcomes })).indices;
    const morris = await of({ kind: "morris", size: 2 });
    expect(morris.map(({ outcome, arm, factor, count }) => [outcome, arm, factor, count])).toEqual([
      ["awareness_knows", "base", "mechanisms.awareness.messages", 2],
      ["awareness_knows", "base", "rigidity", 2],
    ]);
    expect(Object.keys(morris[0].indices)).toEqual(["mu", "muStar", "sigma"]);
    expect(Object.keys((await of({ kind: "saltelli", size: 2 }))[0].indices)).toEqual(["first", "total"]);
    expect(await of({ kind: "latinHypercube", size: 2 })).toEqual([]);
  });

  it("throws the problems of a plan with their places", async () => {
    const error = await batch(
      "title: x\nscenario: community\nfactors: { rigidty: [1] }\noutcomes: [{ measure: participation_rate }]\n",
    ).catch((e) => e);
    expect(error).toBeInstanceOf(ScenarioError);
    expect(error.message).toContain("plan:3:12: factors.rigidty is not a parameter. Did you mean rigidity?");
  });
});

describe("compare", () => {
  const options = { weeks: 6, set: few, with: { partyBuilding: "off" }, pairs: 3 };

  it("pairs runs on the same draws: the effects are the mean differences of the pairs", async () => {
    const keys = new Set<string>();
    const { rows } = await compare("community", {
      ...options,
      execute: async (request) => {
        keys.add(request.key);
        return runRequest(request);
      },
    });
    expect(keys.size).toBe(6);
    for (const { baseline, changed, effect } of rows) if (effect.count === 3) expect(effect.mean).toBeCloseTo(changed - baseline, 9);
    expect(Math.abs(rows[0].standardized)).toBeGreaterThan(0);
  });

  it("refuses to compare a scenario with itself", async () => {
    const { with: _, ...without } = options;
    for (const same of [{ with: {} }, { with: { rigidity: 0.5, seed: "other" } }, {}])
      await expect(compare("community", { ...without, ...same } as typeof options)).rejects.toThrow("with changes nothing in the runs");
  });

  it("says what is wrong with pairs, span and what is changed", async () => {
    await expect(compare("community", { ...options, pairs: 1 })).rejects.toThrow("pairs is 1. Write a whole number from 2");
    await expect(compare("community", { ...options, span: [2, 9] })).rejects.toThrow(
      "span is 2 to 9. Write first and last week, from 1 to 6",
    );
    await expect(compare("community", { ...options, with: { partyBuilding: "maybe" } })).rejects.toThrow("partyBuilding is");
  });
});
