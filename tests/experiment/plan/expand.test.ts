import { expect, it } from "vitest";
import { plannedRuns } from "../../../src/experiment/index.ts";
import { expanded, tinyPlan } from "../../support/plans.ts";

it("crosses the levels of a grid, the last factor turning fastest, and meets both ends exactly", async () => {
  const { points, values } = await expanded(
    tinyPlan("factors:", "  partyBuilding: [on, off]", "  rigidity: { from: 0.1, to: 0.7, steps: 3 }"),
  );
  expect(Array.from({ length: points }, (_, p) => Object.values(values(p)))).toEqual([
    ["on", 0.1],
    ["on", expect.closeTo(0.4, 15)],
    ["on", 0.7],
    ["off", 0.1],
    ["off", expect.closeTo(0.4, 15)],
    ["off", 0.7],
  ]);
});

it("numbers runs by point, replicate and arm, and gives a replicate the same seed everywhere", async () => {
  const of = await expanded(
    tinyPlan("factors: { rigidity: [0, 1] }", "arms: { off: { set: { partyBuilding: off } }, on: {} }", "replicates: 3", "seed: s"),
  );
  const run = of.run(1, 2, "on");
  expect([run.index, run.request.scenario.seed, run.request.scenario.rigidity, run.request.scenario.partyBuilding]).toEqual([
    11,
    "s/2",
    1,
    "on",
  ]);
  expect(of.run(0, 2, "off").request.scenario.seed).toBe("s/2");
  expect(of.run(0, 0, "off").index).toBe(0);
});

it("gives trajectories and base points draws of their own where the plan says so, the same within each", async () => {
  const seeds = async (kind: string, ...lines: string[]) => {
    const design = `design: { kind: ${kind}, size: 2, draws: own }`;
    const of = await expanded(tinyPlan("factors: { rigidity: { from: 0, to: 1 } }", design, "seed: s", ...lines));
    return Array.from(plannedRuns(of, new Uint32Array(of.points).fill(of.replicates)), ({ request }) => request.scenario.seed);
  };
  expect(await seeds("morris")).toEqual(["s/0", "s/0", "s/1", "s/1"]);
  expect(await seeds("saltelli")).toEqual(["s/0", "s/0", "s/0", "s/1", "s/1", "s/1"]);
  expect(await seeds("morris", "replicates: 2")).toEqual(["s/0", "s/1", "s/0", "s/1", "s/2", "s/3", "s/2", "s/3"]);
});

it("lets a row that leaves a factor out keep the value of the scenario", async () => {
  const { values } = await expanded(tinyPlan("design: { kind: rows, rows: [{ rigidity: 0.2 }, { partyBuilding: off }] }"));
  expect([values(0), values(1)]).toEqual([
    { rigidity: 0.2, partyBuilding: "on" },
    { rigidity: 0.5, partyBuilding: "off" },
  ]);
});

it("gives equal keys to equal runs, and others to another seed, level, week, measure kept or version", async () => {
  const key = async (lines: string[], program?: string) => (await expanded(tinyPlan(...lines), program)).run(0, 0, "base").request.key;
  const base = await key([]);
  expect(await key(["question: Another question?"])).toBe(base);
  expect(await key(["factors: { rigidity: [0.5] }"])).toBe(base);
  const others = [
    await key(["seed: 2"]),
    await key(["factors: { rigidity: [0.4] }"]),
    await key(["keep: { every: 2 }"]),
    await key(["keep: { measures: all }"]),
    await key(["arms: { base: { interventions: [{ week: 2, path: rigidity, value: 0.5 }] } }"]),
    await key([], "another"),
    (await expanded(tinyPlan().replace("weeks: 6", "weeks: 7"))).run(0, 0, "base").request.key,
  ];
  expect(new Set([base, ...others]).size).toBe(others.length + 1);
});

it("places sampled designs in the ranges of the factors, and takes lists and switches in equal parts", async () => {
  const sampled = async (kind: string, size: number) => {
    const of = await expanded(
      tinyPlan(
        "factors: { rigidity: { from: 0.2, to: 0.4 }, withdrawal: { from: 0, to: 9 }, partyBuilding: [on, off] }",
        `design: { kind: ${kind}, size: ${size} }`,
      ),
    );
    return Array.from({ length: of.points }, (_, p) => of.values(p) as { rigidity: number; withdrawal: number; partyBuilding: string });
  };
  for (const [kind, points] of [
    ["latinHypercube", 64],
    ["sobol", 64],
    ["saltelli", 320],
    ["morris", 256],
  ] as const) {
    const values = await sampled(kind, 64);
    expect([kind, values.length]).toEqual([kind, points]);
    for (const { rigidity, withdrawal } of values) {
      expect(rigidity).toBeGreaterThanOrEqual(0.2);
      expect(rigidity).toBeLessThanOrEqual(0.4);
      expect(Number.isInteger(withdrawal)).toBe(true);
    }
  }
  const hypercube = await sampled("latinHypercube", 64);
  expect(new Set(hypercube.map(({ rigidity }) => Math.floor(((rigidity - 0.2) / 0.2) * 64))).size).toBe(64); // each part is met once
  expect(hypercube.filter(({ partyBuilding }) => partyBuilding === "off").length).toBe(32);
});

it("gives rows random numbers of their own where the plan says so, the same to both arms", async () => {
  const plan = await expanded(
    tinyPlan("design: { kind: rows, draws: own, rows: [{ rigidity: 0.1 }, { rigidity: 0.2 }] }", "replicates: 2", "arms: { a: {}, b: {} }"),
  );
  const seeds = [0, 1].map((point) => [0, 1].map((replicate) => plan.run(point, replicate, "a").request.scenario.seed.split("/").at(-1)));
  expect(seeds).toEqual([
    ["0", "1"],
    ["2", "3"],
  ]);
  expect(plan.run(1, 0, "b").request.scenario.seed).toBe(plan.run(1, 0, "a").request.scenario.seed);
});
