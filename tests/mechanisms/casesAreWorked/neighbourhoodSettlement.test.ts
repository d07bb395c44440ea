import { describe, expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";

describe("neighbours", () => {
  it("settle nothing without ability, and learn from what they settle", async () => {
    const run = runWeeks(
      await small("population.residents=3000"),
      0,
      only("arrivals", "routing", "neighbourhoodSettlement", "learningByDoing"),
    );
    const { ability } = run.world.residents.columns;
    ability.fill(0);
    for (let week = 0; week < 12; week++) run.step();
    expect(run.recorder.value("self_settled_share")).toBeNaN();
    ability.fill(0.2);
    for (let week = 0; week < 24; week++) run.step();
    expect(run.recorder.value("self_settled_share")).toBe(1);
    // All abilities fade alike; only what was settled among neighbours raises any.
    expect(Math.max(...ability)).toBeGreaterThan(0.2);
  });
});
