import { expect, it } from "vitest";
import { planIndices, type SummaryRow } from "../../../src/experiment/index.ts";
import { expanded, tinyPlan } from "../../support/plans.ts";

it("effects of a plan count over the values that were run: a switch, whole numbers, a list and a range", async () => {
  const of = await expanded(
    tinyPlan(
      "factors:",
      "  mechanisms.timeBank.careFirst: [false, true]",
      "  mechanisms.awareness.sources: { from: 1, to: 3 }",
      "  mechanisms.awareness.reach: [0, 0.1, 0.4]",
      "  rigidity: { from: 0.5, to: 1 }",
      "  partyBuilding: [off, on, placebo]",
      "design: { kind: morris, size: 30 }",
    ),
  );
  const slopes: Record<string, number> = {
    "mechanisms.timeBank.careFirst": 1,
    "mechanisms.awareness.sources": 2,
    "mechanisms.awareness.reach": 10,
    rigidity: 4,
    partyBuilding: 0,
  };
  const rows = Array.from({ length: of.points }, (_, point): SummaryRow => {
    const factors = of.values(point);
    const mean = Object.entries(slopes).reduce((sum, [path, slope]) => (slope === 0 ? sum : sum + slope * Number(factors[path])), 0);
    return { point, factors, arm: "base", replicates: 1, outcomes: { participation_rate: { mean, low: mean, high: mean, count: 1 } } };
  });
  expect(
    planIndices(of, rows).map(({ factor, indices: { mu, muStar } }) => [factor, mu.value, muStar.value].map((value) => round(value))),
  ).toEqual([
    ["mechanisms.timeBank.careFirst", 1, 1],
    ["mechanisms.awareness.sources", 4, 4],
    ["mechanisms.awareness.reach", 4, 4],
    ["rigidity", 2, 2],
    ["partyBuilding", Number.NaN, 0],
  ]);
});

const round = (value: string | number) => (typeof value === "number" ? Number(value.toFixed(9)) : value);
