import { expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";

it("abilities fade without any occasion, by the same share every four weeks", async () => {
  const of = await small("mechanisms.learningByDoing.fading=0.02");
  const start = runWeeks(of, 1, []).world.residents.columns.ability[0];
  const end = runWeeks(of, 12, only("learningByDoing")).world.residents.columns.ability[0];
  expect(end).toBeCloseTo(start * 0.98 ** 3, 6);
});
