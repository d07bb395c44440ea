import { describe, expect, it } from "vitest";
import { World } from "../../src/engine/index.ts";
import { shiftedStates, states } from "../../src/experiment/index.ts";
import { shift } from "../../src/experiment/shiftedStates.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { scenario } from "../support/scenarios.ts";

const town = ["population.residents=1500", "population.communities=1", "organizations.count=8"];
const state = (name: string) => {
  const found = states.find(({ table, column }) => `${table}.${column}` === name);
  if (!found) throw new Error(`${name} is no state`);
  return found;
};

describe("a state held at one end of its distribution", () => {
  it("is the same for all, at the tenth or the ninetieth percentile", async () => {
    const world = World.build(await scenario("community", ...town));
    const sorted = Array.from(world.residents.columns.motivation).sort((a, b) => a - b);
    shift(world, state("residents.motivation"), "high");
    expect(new Set(world.residents.columns.motivation)).toEqual(new Set([sorted[Math.floor(0.9 * sorted.length)]]));
  });
  it("trades bad for good experience where it is trust, and makes none", async () => {
    const world = World.build(await scenario("community", ...town));
    const { trustCommunity } = world.residents.columns;
    const before = trustCommunity[0] + trustCommunity[1];
    shift(world, state("residents.trustCommunity"), "high");
    expect(trustCommunity[0] + trustCommunity[1]).toBeCloseTo(before, 4);
  });
});

it("moves outcomes beyond paired noise: motivation, fatigue and free time reach participation or settlement", async () => {
  const of = ["residents.motivation", "residents.fatigue", "residents.freeMinutes"].map(state);
  const results = [
    ...shiftedStates(await scenario("community", ...town), mechanisms, { seeds: ["1", "2", "3", "4", "5"], burnIn: 4, weeks: 26, of }),
  ];
  expect(results.map(({ state: name, moved }) => [name, moved.length > 0])).toEqual(
    of.map(({ table, column }) => [`${table}.${column}`, true]),
  );
});
