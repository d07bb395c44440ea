import { describe, expect, it } from "vitest";
import { rewards, Simulation, World } from "../../../src/engine/index.ts";
import { mechanisms } from "../../../src/mechanisms/index.ts";
import { adult } from "../../support/alone.ts";
import { scenario } from "../../support/scenarios.ts";

describe("the extrinsic motive", () => {
  const set = ["gain=0.2", "base=0.3", "recovery=0.1", "crowding=1"].map((one) => `mechanisms.extrinsicMotive.${one}`);

  it("rises while rewards come, to a level of its own, and falls back when they stop, which is felt as control", async () => {
    const of = await scenario("community", "population.residents=400", "organizations.count=4", ...set);
    const world = World.build(of);
    const simulation = Simulation.start(
      of,
      mechanisms.filter(({ id }) => id === "extrinsicMotive"),
      { world },
    );
    const i = adult(world);
    for (let month = 0; month < 120; month++) {
      rewards(world, i, 0.5);
      for (let week = 0; week < 4; week++) simulation.step();
    }
    // e = f − b (f − e0) with f = e + a r (1 − e)
    const { extrinsic, controlMet } = world.residents.columns;
    const level = (0.9 * 0.2 * 0.5 + 0.1 * 0.3) / (1 - 0.9 * (1 - 0.2 * 0.5));
    expect(extrinsic[i]).toBeCloseTo(level, 3);
    expect(controlMet[i]).toBe(0);
    for (let week = 0; week < 4; week++) simulation.step();
    expect(extrinsic[i]).toBeCloseTo(level - 0.1 * (level - 0.3), 3);
    expect([3, 4]).toContain(controlMet[i]); // 3.3 hundredths
  });
});
