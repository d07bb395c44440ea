import { expect, it } from "vitest";
import { drift, type Means, type RunOrder, stationarity, stationaryMeasures } from "../../src/experiment/index.ts";
import { measures, placeOfMeasure } from "../../src/observation/index.ts";
import { small } from "../support/scenarios.ts";

it("holds a mean to a tenth of its earlier level, in either direction, and to 0.01 where that is below 0.1", () => {
  expect(drift(2, 2.19)).toMatchObject({ relative: true, pass: true });
  expect(drift(2, 2.21)).toMatchObject({ relative: true, pass: false });
  expect(drift(2, 1.79).pass).toBe(false);
  expect(drift(0.04, 0.049)).toMatchObject({ relative: false, pass: true }); // more than a fifth of it, yet less than 0.01
  expect(drift(0.04, 0.0501).pass).toBe(false);
  expect(drift(0.04, 0.029).pass).toBe(false);
});

it("fails what was not measured", () => {
  expect(drift(Number.NaN, Number.NaN).pass).toBe(false);
  expect(drift(0.5, Number.NaN).pass).toBe(false);
});

it("runs every seed for 40 years without the programme, and compares years 2-12 with 10-40 over all seeds", async () => {
  const asked: RunOrder[] = [];
  const rows = await stationarity(await small(), ["a", "b"], async (orders) => {
    asked.push(...orders);
    return orders.map(({ scenario: { seed } }): Means => {
      const [early, late] = [0, 1].map(() => new Float64Array(measures.length).fill(0.5));
      // One seed gains what the other loses; quality is lost in both.
      late[placeOfMeasure("participation_rate")] += seed === "a" ? 0.2 : -0.2;
      late[placeOfMeasure("org_quality_mean")] = 0.3;
      return [early, late];
    });
  });
  expect(asked.map(({ scenario, keep }) => [scenario.seed, scenario.partyBuilding, keep.spans])).toEqual(
    ["a", "b"].map((seed) => [
      seed,
      "off",
      [
        [105, 624],
        [521, 2080],
      ],
    ]),
  );
  expect(rows.map(({ measure }) => measure)).toEqual(stationaryMeasures);
  expect(rows.filter(({ pass }) => !pass).map(({ measure, drift }) => [measure, Math.round(100 * drift)])).toEqual([
    ["org_quality_mean", -40],
  ]);
  expect(rows.find(({ measure }) => measure === "participation_rate")?.seeds).toEqual([
    { early: 0.5, late: 0.7 },
    { early: 0.5, late: 0.3 },
  ]);
});
