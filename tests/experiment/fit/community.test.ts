import { describe, expect, it } from "vitest";
import { fitModel, meansOrder, type Observation, runMeansHere } from "../../../src/experiment/index.ts";
import type { BaseScenario } from "../../../src/scenario/index.ts";
import { small } from "../../support/scenarios.ts";

const base = await small("population.communities=2", "population.residents=1200", "mechanisms.participation.invitations=0.2");
const at = (week: number, community?: number): Observation => ({
  name: `participation_rate week ${week}${community === undefined ? "" : ` community ${community}`}`,
  measure: "participation_rate",
  span: [week, week],
  ...(community === undefined ? {} : { community }),
  value: 0,
  error: 0.02,
  heldOut: false,
});
const threshold = (prior: [number, number]) => ({ path: "mechanisms.participation.mean", type: "number" as const, prior });

/** What a run of a world shows of observations. */
async function shown(world: BaseScenario, observations: readonly Observation[]): Promise<Observation[]> {
  const [[values]] = await runMeansHere([meansOrder({ ...world, seed: "world" }, [], undefined, observations)]);
  return observations.map((one, o) => ({ ...one, value: values[o] }));
}
const fitted = async (observations: readonly Observation[], prior: [number, number] = [0, 0.6]) =>
  fitModel(
    { base, observations, factors: [threshold(prior)], particles: 20, generations: 3, sets: 60, replicates: 2, predictive: 40, seed: "f" },
    runMeansHere,
  );

describe("observations of communities", () => {
  const both = [at(6, 0), at(6, 1), at(12, 0), at(12, 1)];

  it("are of the community, whether or not runs have their first weeks in common", async () => {
    const order = meansOrder({ ...base, seed: "s" }, [], undefined, [...both, at(12)]);
    const [[alone], [forked]] = await runMeansHere([order, { ...order, shared: 8 }]);
    expect(forked).toEqual(alone);
    const [, , first, second, whole] = alone;
    expect(first).not.toBe(second);
    expect(whole).toBeGreaterThan(Math.min(first, second));
    expect(whole).toBeLessThan(Math.max(first, second));
  });

  it("give the truth that was planted back", async () => {
    const world = { ...base, mechanisms: { ...base.mechanisms, participation: { ...base.mechanisms.participation, mean: 0.2 } } };
    const { factors, reach, predictions } = await fitted(await shown(world as BaseScenario, both));
    expect(factors[0].low).toBeLessThan(0.2);
    expect(factors[0].high).toBeGreaterThan(0.2);
    expect(reach.reached).toBe(true);
    expect(predictions.map(({ community }) => community)).toEqual([0, 1, 0, 1]);
  }, 120_000);

  it("name a world in which communities differ, where the model has none that would tell them apart", async () => {
    const path = "mechanisms.participation.mean";
    const world = { ...base, interventions: [{ week: 1, path, value: 0.9, communities: [1] }] };
    const { reach } = await fitted(await shown(world, both), [0.25, 0.45]);
    expect(reach.reached).toBe(false);
    expect(reach.beyond).toEqual(["participation_rate week 6 community 1", "participation_rate week 12 community 1"]);
  }, 120_000);
});
