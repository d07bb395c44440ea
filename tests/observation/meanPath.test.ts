import { expect, it } from "vitest";
import { meanPath } from "../../src/observation/meanPath.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";

it("is the mean of the steps along ties from a few residents to all whom they reach", async () => {
  const { world } = runWeeks(await scenario("zhonglou-tenth", "population.residents=3000", "population.communities=4"), 1);
  const n = world.residents.rows;
  const { offsets, degree, neighbors } = world.ties;
  let sum = 0;
  let pairs = 0;
  let farthest = 0;
  for (let s = 0; s < 8; s++) {
    const source = Math.floor((s * n) / 8);
    const steps = new Map([[source, 0]]);
    for (const [i, far] of steps)
      for (const j of neighbors.subarray(offsets[i], offsets[i] + degree[i])) if (!steps.has(j)) steps.set(j, far + 1);
    for (const far of steps.values()) {
      sum += far;
      farthest = Math.max(farthest, far);
    }
    pairs += steps.size - 1;
  }
  expect(farthest).toBeGreaterThan(3); // so that both ways of looking are taken
  expect(meanPath(world)).toBe(sum / pairs);
});
