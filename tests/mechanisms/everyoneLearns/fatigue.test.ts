import { expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";

it("a resident rests who gives nothing", async () => {
  const run = runWeeks(await small(), 0, only("fatigue"));
  const r = run.world.residents.columns;
  r.fatigue[0] = 0.5;
  for (let week = 0; week < 10; week++) run.step();
  expect(r.fatigue[0]).toBeCloseTo(0.5 * 0.92 ** 10, 5);
});
