import { expect, it } from "vitest";
import { calibrate, calibrationPatterns, type Means, priorParameters, rangeDistance } from "../../../src/experiment/index.ts";
import { scenarioSchema } from "../../../src/mechanisms/index.ts";
import { measureIndex, measures } from "../../../src/observation/index.ts";
import { type ParameterEntry, parameterCatalog } from "../../../src/scenario/index.ts";
import { small } from "../../support/scenarios.ts";

it("the distance to a range is zero inside, counts in widths of the range outside, and is unknown where nothing was measured", () => {
  expect([0.3, 0.2, 0.4, 0.1, 0.6].map((value) => rangeDistance(value, [0.2, 0.4]))).toEqual([0, 0, 0, 0.5, expect.closeTo(1, 12)]);
  expect(rangeDistance(Number.NaN, [0, 1])).toBeNaN();
  expect(rangeDistance(Number.POSITIVE_INFINITY, [0, 1])).toBe(Number.POSITIVE_INFINITY);
});

it("finds the parameter that brings a pattern into its target range, and says which patterns no set can meet", async () => {
  const rigidity = priorParameters().filter(({ path }) => path === "rigidity");
  // A model of which the paperwork is the rigidity and everything else stands still.
  const paperwork = measureIndex.get("worker_paperwork_share") as number;
  const found = await calibrate(
    { base: await small(), method: "smc", factors: rigidity, particles: 60, generations: 8, runs: 5000, seed: "s" },
    async (jobs) =>
      jobs.map(({ scenario: of }): Means => {
        const means = new Float64Array(measures.length).fill(0.5);
        means[paperwork] = of.rigidity;
        return [means, means];
      }),
  );
  const pattern = (what: string) => found.patterns.find((of) => of.what.includes(what));
  expect(pattern("paperwork")).toMatchObject({ inside: 1, holds: true });
  expect(pattern("heavy load")).toMatchObject({ inside: 0, holds: false, median: 0.5 });
  for (const { parameters } of found.sets) {
    expect(parameters.rigidity).toBeGreaterThanOrEqual(0.3);
    expect(parameters.rigidity).toBeLessThanOrEqual(0.6);
  }
  expect(found.factors[0].contraction).toBeGreaterThan(0.8);
  expect(found.meetingAll).toBe(0);
  expect(found.ended).toBe("stuck");
  expect(found.sets[0].patterns.length).toBe(calibrationPatterns.length);
});

it("has learnt all of a switch and of a whole number that are known, and nothing where they are as before", async () => {
  const catalog = parameterCatalog(scenarioSchema);
  const factors = ["mechanisms.timeBank.careFirst", "mechanisms.mobilizationTree.depth", "mechanisms.awareness.sources"].map(
    (path) => catalog.find((of) => of.path === path) as ParameterEntry,
  );
  const found = await calibrate(
    { base: await small(), method: "rejection", factors, particles: 200, generations: 1, runs: 2000, seed: "s" },
    async (jobs) =>
      jobs.map(({ scenario: { mechanisms } }): Means => {
        const right = mechanisms.timeBank.careFirst && mechanisms.mobilizationTree.depth === 3;
        return [0, 1].map(() => new Float64Array(measures.length).fill(right ? 0.5 : 1000));
      }),
  );
  const contraction = new Map(found.factors.map((of) => [of.path, of.contraction]));
  expect(contraction.get("mechanisms.timeBank.careFirst")).toBe(1);
  expect(contraction.get("mechanisms.mobilizationTree.depth")).toBe(1);
  expect(Math.abs(contraction.get("mechanisms.awareness.sources") as number)).toBeLessThan(0.1);
});
