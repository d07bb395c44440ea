import { describe, expect, it } from "vitest";
import { peopleFrame } from "../../src/worker/frames.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";

const BETWEEN = 60; // metres from a building to the next

describe("the residents of a community on the ground", () => {
  it("stand in their own building, apart from each other, however crowded it is", async () => {
    const run = runWeeks(await scenario("community"), 0);
    const { x, y, room, buildings, side } = peopleFrame(run.world, 0);
    const { building } = run.world.residents.columns;
    const { firstBuilding } = run.world.communities.columns;
    expect(side).toBeLessThan(BETWEEN);
    const places = new Set<string>();
    let crowded = 0;
    for (let k = 0; k < x.length; k++) {
      const home = buildings[building[k] - firstBuilding[0]];
      expect(Math.abs(x[k] - home.x) + room[k] / 2).toBeLessThanOrEqual(side / 2 + 0.001);
      expect(Math.abs(y[k] - home.y) + room[k] / 2).toBeLessThanOrEqual(side / 2 + 0.001);
      places.add(`${x[k].toFixed(2)} ${y[k].toFixed(2)}`);
      crowded = Math.max(crowded, side / room[k]);
    }
    expect(places.size).toBe(x.length);
    expect(crowded).toBeGreaterThan(12); // some building holds more than a hundred and forty-four
  });
});
