import { expect, it } from "vitest";
import { kindOfType } from "../../../src/engine/index.ts";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";

it("as many matters of each type arise as their rates say, where it can concern someone", async () => {
  const rates = [8, 0.6, 3, 14, 16, 12, 5, 9, 2, 4, 7, 19, 4, 4, 5];
  const run = runWeeks(await scenario("zhonglou-tenth", "mechanisms.arrivals.inducedDemand=0"), 52, only("arrivals"));
  const counts = new Array(15).fill(0);
  const { type } = run.world.matters.columns;
  for (let q = 0; q < run.world.matters.rows; q++) counts[type[q]]++;
  const { estate } = run.world.residents.columns;
  rates.forEach((rate, k) => {
    const expected = rate * 65.854;
    if (kindOfType[k].estates === 0b1111) expect(Math.abs(counts[k] - expected), `type ${k}`).toBeLessThan(4.5 * Math.sqrt(expected));
    else expect(counts[k], `type ${k}`).toBeLessThan(expected);
  });
  const { resident } = run.world.matters.columns;
  for (let q = 0; q < run.world.matters.rows; q++) expect(kindOfType[type[q]].estates & (1 << estate[resident[q]])).toBeGreaterThan(0);
});

it("the satisfied bring more: demand at full satisfaction is e^η of that at none", async () => {
  const raised = async (s: number) => {
    const run = runWeeks(await scenario("zhonglou-tenth", "mechanisms.arrivals.inducedDemand=1"), 0, only("arrivals"));
    run.world.residents.columns.satisfaction.fill(s);
    for (let week = 0; week < 12; week++) run.step();
    return run.recorder.value("matters_raised");
  };
  expect((await raised(1)) / (await raised(0))).toBeGreaterThan(2.4);
  expect((await raised(1)) / (await raised(0))).toBeLessThan(3.1);
});
