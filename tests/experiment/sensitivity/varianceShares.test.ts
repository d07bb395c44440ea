import { describe, expect, it } from "vitest";
import { modeUnder } from "../../../src/engine/index.ts";
import { decompose, rivalStructures, rungStructures, runMeansHere, spreadSources, varianceShares } from "../../../src/experiment/index.ts";
import { mechanisms } from "../../../src/mechanisms/index.ts";
import { normalQuantile } from "../../../src/numeric/index.ts";
import { setupStream } from "../../../src/random/index.ts";
import { type BaseScenario, withValue } from "../../../src/scenario/index.ts";
import { readText, small } from "../../support/scenarios.ts";

const [SETS, STRUCTURES, SEEDS] = [60, 40, 3];
/** Values of which the parts have these standard deviations. */
function planted(parts: Readonly<Record<(typeof spreadSources)[number], number>>, name: string, sets = SETS, structures = STRUCTURES) {
  const stream = setupStream(name, "planted");
  const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, stream.next())));
  const structure = Array.from({ length: structures }, () => parts.structure * normal());
  return Array.from({ length: sets }, () => {
    const parameters = parts.parameters * normal();
    return structure.map((one) => {
      const both = parts.both * normal();
      return Array.from({ length: SEEDS }, () => 5 + one + parameters + both + parts.seed * normal());
    });
  });
}

describe("shares of a spread", () => {
  it("are those that were planted", () => {
    const parts = { seed: 2, parameters: 1, structure: 1.5, both: 0.5 };
    const total = spreadSources.reduce((sum, source) => sum + parts[source] ** 2, 0);
    const { shares, deviation } = varianceShares(planted(parts, "a"));
    for (const source of spreadSources) expect(Math.abs(shares[source].value - parts[source] ** 2 / total), source).toBeLessThan(0.08);
    expect(Math.abs(deviation / Math.sqrt(total) - 1)).toBeLessThan(0.1);
    expect(spreadSources.reduce((sum, source) => sum + shares[source].value, 0)).toBeCloseTo(1, 12);
  });

  it.each(spreadSources)("are all of %s where nothing else varies", (source) => {
    const parts = { seed: 0, parameters: 0, structure: 0, both: 0, [source]: 1 };
    const { shares } = varianceShares(planted(parts, source));
    expect(shares[source].value).toBeGreaterThan(0.97);
  });

  it("do not take the luck of few seeds for parameters, as shares of the variance of means do", () => {
    const values = planted({ seed: 3, parameters: 0, structure: 0, both: 0 }, "luck", 30, 3);
    const means = values.map((cells) => cells.flat().reduce((sum, value) => sum + value, 0) / (3 * SEEDS));
    const spread = means.reduce((sum, value) => sum + (value - 5) ** 2, 0) / 30;
    expect(spread).toBeGreaterThan(0.3); // of 9: so much would be said to be of the parameters
    expect(varianceShares(values).shares.parameters.value).toBeLessThan(0.05);
  });

  it("have intervals that hold what was planted, in most of many studies of few sets", () => {
    const parts = { seed: 1, parameters: 1, structure: 0, both: 0 };
    const held = Array.from({ length: 60 }, (_, k) => varianceShares(planted(parts, `i${k}`, 25, 2)).shares.parameters).filter(
      ({ low, high }) => low <= 0.5 && high >= 0.5,
    );
    expect(held.length).toBeGreaterThanOrEqual(52);
  });

  it("are solved by hand: two structures a unit apart, no chance at all", () => {
    // S = 2 and values 0 and 1 in every set: MS_s = R N S (1/2)^2 / (S - 1), so that S = 1/2.
    const { shares, deviation } = varianceShares(
      [0, 0, 0].map(() => [
        [0, 0],
        [1, 1],
      ]),
    );
    expect(shares.structure.value).toBe(1);
    expect(deviation).toBeCloseTo(Math.sqrt(0.5), 12);
  });

  it("leave out sets without a value, and say nothing of fewer than three", () => {
    const values = planted({ seed: 1, parameters: 1, structure: 1, both: 0 }, "n", 5, 2);
    values[0][0][0] = Number.NaN;
    expect(varianceShares(values).count).toBe(4);
    expect(varianceShares(values.slice(0, 3)).shares.seed.value).toBeNaN();
  });
});

it("the spread of the model's outcomes: rival rules by the sheets, shares that sum to one, seeds apart in every cell", async () => {
  const base = await small();
  const structures = rivalStructures(base);
  expect(structures.map(({ name }) => name)).toContain("participation.rule=logit");
  expect(structures.map(({ name }) => name)).not.toContain("participation.rule=threshold"); // what it goes by
  expect(structures.some(({ name }) => name.startsWith("mobilizationTree.depth"))).toBe(false); // drawn
  const seeds = new Set<string>();
  const rows = await decompose(base, structures.slice(0, 3), { sets: 3, replicates: 2, seed: "d", weeks: 8 }, (orders) => {
    for (const { scenario } of orders) seeds.add(scenario.seed);
    return runMeansHere(orders);
  });
  expect(seeds.size).toBe(18);
  for (const { outcome, shares, count } of rows)
    if (count === 3 && Number.isFinite(shares.seed.value))
      expect(
        spreadSources.reduce((sum, source) => sum + shares[source].value, 0),
        outcome,
      ).toBeCloseTo(1, 9);
  expect(rows.find(({ outcome }) => outcome === "motivation_mean")?.count).toBe(3);
});

it("rungs of the ladder are structures: each leaves out what its scenario does, keeps the size of the district, and is measured where it can be", async () => {
  const names = ["1-neighbours", "2-matters", "3-organizations", "4-circles", "5-programme"];
  const rungs: Record<string, BaseScenario> = {};
  for (const name of names) {
    const reading = await readText(`extends: ladder/${name}.yaml`);
    if (!reading.ok) throw new Error(name);
    rungs[name] = reading.scenario;
  }
  const base = await small();
  const structures = rungStructures(rungs, rungs["5-programme"], base);
  expect(structures.map(({ name }) => name)).toEqual(names.slice(0, 4)); // the last is the model as it is
  expect(structures[3].set).toEqual({ partyBuilding: "off" });
  expect(Object.keys(structures[0].set).filter((path) => /residents$|communities$|weeks|seed/.test(path))).toEqual([]);
  const off = (k: number) => {
    const scenario = Object.entries(structures[k].set).reduce((of, [path, value]) => withValue(of, path, value), base);
    return mechanisms.filter((mechanism) => modeUnder(mechanism, scenario) === "off").length;
  };
  for (const k of [1, 2, 3]) expect(off(k)).toBeLessThan(off(k - 1));

  const rows = await decompose(
    base,
    [{ name: "as it is", set: {} }, ...structures],
    { sets: 3, replicates: 2, seed: "d", weeks: 8 },
    runMeansHere,
  );
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome);
  expect(of("participation_rate")).toMatchObject({ structures: 5, count: 3 });
  expect(of("org_quality_mean")).toMatchObject({ structures: 3, count: 3 }); // the lower rungs have no organizations
});
