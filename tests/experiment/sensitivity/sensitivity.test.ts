import { describe, expect, it } from "vitest";
import {
  type DesignFactor,
  expandPlan,
  planIndices,
  plannedRuns,
  ranked,
  Summary,
  sensitivityPlan,
} from "../../../src/experiment/index.ts";
import { scenarioSchema } from "../../../src/mechanisms/index.ts";
import { type BaseScenario, parameterCatalog } from "../../../src/scenario/index.ts";
import { small } from "../../support/scenarios.ts";

const catalog = parameterCatalog(scenarioSchema);
const factor = (path: string, own: Partial<DesignFactor> = {}): DesignFactor => {
  const entry = catalog.find((of) => of.path === path);
  if (!entry) throw new Error(path);
  return { ...entry, ...own };
};

/** A study of a model that is a function of the scenario. */
async function study(
  factors: readonly DesignFactor[],
  model: (scenario: BaseScenario) => number,
  own: Partial<Parameters<typeof sensitivityPlan>[0]> = {},
) {
  const seen: BaseScenario[] = [];
  const plan = sensitivityPlan({
    ...{ title: "Study", scenario: "community", set: {}, method: "morris", factors, measures: ["participation_rate"] },
    ...{ size: 20, candidates: 20, seed: "s", span: [1, 1], ...own },
  });
  const expansion = await expandPlan(plan, { ...(await small()), weeks: 1 }, "test");
  const summary = new Summary(expansion);
  for (const run of plannedRuns(expansion, new Uint32Array(expansion.points).fill(1))) {
    const { scenario, keep } = run.request;
    seen.push(scenario);
    const outcomes = keep.outcomes.map(({ measure }) => (measure === "participation_rate" ? model(scenario) : Number.NaN));
    summary.add(run, { ok: true, outcomes });
  }
  summary.close();
  const rows = ranked(plan, planIndices(expansion, summary.rows));
  return { seen, of: (path: string) => rows.filter((row) => row.factor === path).map(({ indices }) => indices), rows };
}

const sources = "mechanisms.awareness.sources";
const candidates = "mechanisms.acquaintanceTurnover.candidates";

describe("elementary effects of factors that are no ranges", () => {
  it("of a switch are the difference that it makes", async () => {
    const { of } = await study([factor("mechanisms.timeBank.careFirst"), factor("rigidity")], ({ mechanisms }) =>
      mechanisms.timeBank.careFirst ? 3 : 1,
    );
    const [{ mu, muStar, sigma }] = of("mechanisms.timeBank.careFirst");
    expect([mu.value, muStar.value, sigma.value]).toEqual([2, 2, 0]);
  });

  it.each([
    [1, 2],
    [1, 3],
    [1, 4],
    [1, 5],
    [1, 10],
    [1, 12],
  ])("of whole numbers from %i to %i are the slope times the range, and all of few values are run", async (low, high) => {
    const value = ({ mechanisms }: BaseScenario) => mechanisms.acquaintanceTurnover.candidates as number;
    const { of, seen } = await study([factor(candidates, { prior: [low, high] }), factor("rigidity")], (scenario) => 5 * value(scenario));
    const [{ mu, muStar, sigma }] = of(candidates);
    expect(mu.value).toBeCloseTo(5 * (high - low), 10);
    expect(muStar.value).toBeCloseTo(5 * (high - low), 10);
    expect(sigma.value).toBeCloseTo(0, 10);
    if (high > 10) return;
    expect(new Set(seen.map(value))).toEqual(new Set(Array.from({ length: high - low + 1 }, (_, k) => low + k)));
  });

  it("of options compare any with any other, and have no sign", async () => {
    const height = { off: 0, on: 1, placebo: 10 };
    const { of, seen } = await study([factor("partyBuilding"), factor("rigidity")], ({ partyBuilding }) => height[partyBuilding], {
      size: 300,
      candidates: 300,
    });
    const [{ mu, muStar, sigma }] = of("partyBuilding");
    expect(Math.abs(muStar.value - (1 + 9 + 10) / 3)).toBeLessThan(0.5);
    expect([mu.value, sigma.value]).toEqual([Number.NaN, Number.NaN]);
    const pairs = new Set<string>();
    for (let run = 1; run < seen.length; run++) {
      const [a, b] = [seen[run - 1], seen[run]];
      if (a.seed === b.seed && a.partyBuilding !== b.partyBuilding) pairs.add([a.partyBuilding, b.partyBuilding].sort().join());
    }
    expect([...pairs].sort()).toEqual(["off,on", "off,placebo", "on,placebo"]);
  });

  it("of ranges are as before: the same design for the same seed", async () => {
    const { seen } = await study([factor("rigidity"), factor("circles.overlap")], () => 0, { size: 2, candidates: 2 });
    expect(seen.map(({ rigidity, circles }) => [rigidity, circles.overlap].map((value) => Number((value as number).toFixed(4))))).toEqual([
      [0.3333, 0],
      [1, 0],
      [1, 0.6667],
      [0.6667, 0],
      [0, 0],
      [0, 0.6667],
    ]);
  });
});

it("a measure that no run has leaves the others as they are, and has no number", async () => {
  const measuresOf = ["self_settled_share", "participation_rate"] as const;
  for (const method of ["morris", "sobol"] as const) {
    const { rows } = await study([factor("rigidity"), factor(sources)], ({ rigidity }) => rigidity as number, {
      method,
      measures: measuresOf,
      size: 4,
      candidates: 4,
    });
    expect(rows.map(({ outcome, count }) => [outcome, count])).toEqual([
      ["self_settled_share", 0],
      ["self_settled_share", 0],
      ["participation_rate", 4],
      ["participation_rate", 4],
    ]);
    for (const { outcome, indices } of rows)
      for (const { value, low, high } of Object.values(indices))
        if (outcome === "self_settled_share") expect([value, low, high]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
        else expect(value).not.toBeNaN();
  }
});

it("Sobol' indices of a switch and of whole numbers are shares of the variance of values met equally often", async () => {
  // careFirst adds 0 or 2 (variance 1), sources 1 to 4 (variance 15 / 12).
  const { of } = await study(
    [factor("mechanisms.timeBank.careFirst"), factor(sources, { prior: [1, 4] })],
    ({ mechanisms }) => 2 * Number(mechanisms.timeBank.careFirst) + (mechanisms.awareness.sources as number),
    { method: "sobol", size: 1024 },
  );
  const all = 1 + 15 / 12;
  expect(of("mechanisms.timeBank.careFirst")[0].total.value).toBeCloseTo(1 / all, 2);
  expect(of(sources)[0].total.value).toBeCloseTo(15 / 12 / all, 2);
});
