import { describe, expect, it } from "vitest";
import {
  type Fitting,
  fitModel,
  holdingOut,
  leaveOneOut,
  type Means,
  type Observation,
  planted,
  priorParameters,
  type RunMeans,
} from "../../../src/experiment/index.ts";
import { scenarioSchema } from "../../../src/mechanisms/index.ts";
import { setupStream } from "../../../src/random/index.ts";

const rigidity = priorParameters().filter(({ path }) => path === "rigidity");
const weeks = [10, 20, 30, 40, 50, 60, 70, 80];
const at = (week: number, value: number, measure: Observation["measure"] = "participation_rate"): Observation => ({
  name: `${measure} week ${week}`,
  measure,
  span: [week, week],
  value,
  error: 0.02,
  heldOut: false,
});

/** A model of which a value is rigidity * week / 100, with chance of its own in each run, and 0.2 more where the world is another. */
const runMeans: RunMeans = async (orders) =>
  orders.map(({ scenario, keep }): Means => {
    const stream = setupStream(scenario.seed, "model");
    const shift = scenario.partyBuilding === "off" ? 0.2 : 0;
    return [
      Float64Array.from(
        keep.outcomes,
        ({ span: [week] }) => (scenario.rigidity * week) / 100 + 0.03 * stream.normal() + (week > 40 ? shift : 0),
      ),
    ];
  });

const fitting = (observations: readonly Observation[], more: Partial<Fitting> = {}): Fitting => ({
  base: scenarioSchema.parse({ title: "T" }),
  observations,
  factors: rigidity,
  particles: 100,
  generations: 6,
  sets: 2000,
  replicates: 2,
  predictive: 100,
  seed: "1",
  ...more,
});
const series = (slope: number) => weeks.map((week) => at(week, (slope * week) / 100));

describe("fitModel", () => {
  it("finds the parameter, foretells what was held out, and says that the model reaches the data", async () => {
    const found = await fitModel(fitting(holdingOut(series(0.6), { share: 0.25 })), runMeans);
    const [{ low, median, high, contraction }] = found.factors;
    expect([low < 0.6, high > 0.6, Math.abs(median - 0.6) < 0.05, contraction > 0.8]).toEqual([true, true, true, true]);
    expect(found.predictions.filter(({ heldOut }) => heldOut).map(({ span, inside }) => [span[0], inside])).toEqual([
      [70, true],
      [80, true],
    ]);
    expect([found.reach.reached, found.reach.beyond, found.heldOut?.reached]).toEqual([true, [], true]);
    expect(found.sets.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("does not look at what is held out", async () => {
    const held = holdingOut(series(0.6), { share: 0.25 });
    const other = held.map((one) => (one.heldOut ? { ...one, value: one.value - 0.4 } : one));
    const [found, misled] = [await fitModel(fitting(held), runMeans), await fitModel(fitting(other), runMeans)];
    expect(misled.sets).toEqual(found.sets);
    expect(misled.reach.reached).toBe(true);
    expect(misled.heldOut?.reached).toBe(false);
  });

  it("says that no set reaches what the model cannot make, and which observations lie beyond", async () => {
    const found = await fitModel(fitting([...series(0.5), at(90, 0.95)].map((one, k) => (k < 2 ? { ...one, value: 0.9 } : one))), runMeans);
    expect(found.reach.reached).toBe(false);
    expect(found.reach.p).toBeLessThan(0.02);
    expect(found.reach.beyond).toContain("participation_rate week 10");
  });

  it("foretells each measure from the others, and finds the one that does not go with them", async () => {
    const odd = [20, 60].map((week) => at(week, 0.9 * (week / 100), "fatigue_mean"));
    const left = await leaveOneOut(fitting([...series(0.3), ...odd]), runMeans);
    expect(left.map(({ measure, reach }) => [measure, reach.reached])).toEqual([
      ["participation_rate", false],
      ["fatigue_mean", false],
    ]);
    expect(left[1]).toMatchObject({ count: 2, inside: 0 });
  });
});

describe("planted truths", () => {
  it("lie in their 90% intervals in 80 to 97% of fits, and what was held out in its bands", async () => {
    const template = holdingOut(series(0), { share: 0.25 });
    const { rows, reached, heldOut } = await planted(fitting(template, { generations: 5, particles: 60, sets: 900 }), 80, runMeans);
    const share = rows.filter(({ covered }) => covered).length / rows.length;
    expect(share).toBeGreaterThanOrEqual(0.8);
    expect(share).toBeLessThanOrEqual(0.97);
    expect(heldOut.count).toBe(160);
    expect(heldOut.inside / heldOut.count).toBeGreaterThan(0.8);
    expect(reached.filter(Boolean).length).toBeGreaterThan(72);
  });

  it("of a world that is another are named: the model does not reach them", async () => {
    const world = scenarioSchema.parse({ title: "T", partyBuilding: "off" });
    const { reached } = await planted(fitting(series(0), { generations: 5, particles: 60, sets: 900 }), 20, runMeans, world);
    expect(reached.filter((one) => !one).length).toBeGreaterThanOrEqual(18);
  });
});
