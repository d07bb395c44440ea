import { expect, it } from "vitest";
import {
  calibrate,
  type Means,
  outcomeValue,
  patterns,
  priorParameters,
  rangeDistance,
  readTargets,
} from "../../../src/experiment/index.ts";
import { scenarioSchema } from "../../../src/mechanisms/index.ts";
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
  const found = await calibrate(
    { base: await small(), method: "smc", factors: rigidity, particles: 60, generations: 8, runs: 5000, seed: "s" },
    async (jobs) =>
      jobs.map(({ scenario: of, keep }): Means => {
        const constant = (id: string) => new Float64Array(364).fill(id === "worker_paperwork_share" ? of.rigidity : 0.5);
        return [Float64Array.from(keep.outcomes, (outcome) => outcomeValue(outcome, constant))];
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
  expect(found.sets[0].patterns.length).toBe(patterns().filter(({ use }) => use === "C").length);
});

it("has learnt all of a switch and of a whole number that are known, and nothing where they are as before", async () => {
  const catalog = parameterCatalog(scenarioSchema);
  const factors = ["mechanisms.timeBank.careFirst", "mechanisms.mobilizationTree.depth", "mechanisms.awareness.sources"].map(
    (path) => catalog.find((of) => of.path === path) as ParameterEntry,
  );
  const found = await calibrate(
    { base: await small(), method: "rejection", factors, particles: 200, generations: 1, runs: 2000, seed: "s" },
    async (jobs) =>
      jobs.map(({ scenario: { mechanisms }, keep }): Means => {
        const right = mechanisms.timeBank.careFirst && mechanisms.mobilizationTree.depth === 3;
        return [new Float64Array(keep.outcomes.length).fill(right ? 0.5 : Number.NaN)];
      }),
  );
  const contraction = new Map(found.factors.map((of) => [of.path, of.contraction]));
  expect(contraction.get("mechanisms.timeBank.careFirst")).toBe(1);
  expect(contraction.get("mechanisms.mobilizationTree.depth")).toBe(1);
  expect(Math.abs(contraction.get("mechanisms.awareness.sources") as number)).toBeLessThan(0.1);
});

it("meets own targets, with several runs of each set", async () => {
  const targets = readTargets({
    path: "own.yaml",
    text: "weeks: 20\ntargets: [{ what: peak, measure: participation_rate, take: maximum, range: [0.2, 0.3] }]",
  });
  if (!targets.ok) throw new Error("wrong");
  const rigidity = priorParameters().filter(({ path }) => path === "rigidity");
  const found = await calibrate(
    {
      base: await small(),
      method: "smc",
      factors: rigidity,
      particles: 400,
      generations: 8,
      runs: 20000,
      replicates: 3,
      seed: "s",
      targets,
    },
    async (jobs) =>
      jobs.map(({ scenario: of, keep: { outcomes } }): Means => {
        expect([of.weeks, outcomes[0].span, outcomes[0].take]).toEqual([20, [1, 20], "maximum"]);
        return [Float64Array.of(of.rigidity + (of.seed.endsWith("/2") ? 0.05 : 0))];
      }),
  );
  expect(found.patterns.map(({ what, targetRange }) => [what, targetRange])).toEqual([["peak", [0.2, 0.3]]]);
  // Two of three runs are as rigid as the set, the third is 0.05 above: of sets from 0.15 to 0.2 one run lies in the range, of
  // those to 0.25 all three, of those to 0.3 two. So their weights are as 1 to 3 to 2.
  const between = (low: number, high: number) =>
    found.sets
      .filter(({ parameters }) => Number(parameters.rigidity) >= low && Number(parameters.rigidity) < high)
      .reduce((sum, { weight }) => sum + weight, 0);
  expect(Math.abs(between(0.15, 0.2) - 1 / 6)).toBeLessThan(0.08);
  expect(Math.abs(between(0.2, 0.25) - 1 / 2)).toBeLessThan(0.12);
  expect(Math.abs(between(0.25, 0.3) - 1 / 3)).toBeLessThan(0.1);
  expect(found.meetingAll).toBe(400);
});
