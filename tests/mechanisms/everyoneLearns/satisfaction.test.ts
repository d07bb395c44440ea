import { expect, it } from "vitest";
import { ENDING, experience, OF_COMMUNITY } from "../../../src/engine/index.ts";
import { only, runWeeks, small } from "../../support/scenarios.ts";

it("satisfaction comes to rest where endings and expectation meet: p (1 − γ) + γ / 2", async () => {
  const run = runWeeks(await small("mechanisms.satisfaction.heard=0", "mechanisms.satisfaction.surprise=0.5"), 0, only("satisfaction"));
  const { satisfaction, expectation } = run.world.residents.columns;
  for (let week = 0; week < 400; week++) {
    experience(run.world, 5, OF_COMMUNITY, ENDING, 1);
    run.step();
  }
  expect(expectation[5]).toBeCloseTo(1, 2);
  expect(satisfaction[5]).toBeCloseTo(0.75, 2);
  const before = satisfaction[6];
  expect(before).toBeCloseTo(0.62, 6); // nobody told resident 6
});
