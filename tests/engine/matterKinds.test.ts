import { describe, expect, it } from "vitest";
import { concernedBy, kindOfType, MOST_CONCERNED, matterTypes } from "../../src/engine/index.ts";
import { Draws, drawKey } from "../../src/random/index.ts";
import { only, runWeeks, scenario } from "../support/scenarios.ts";

const elevator = matterTypes.indexOf("elevatorInstallation");
const parking = matterTypes.indexOf("parkingNegotiation");

describe("the sixteen types", () => {
  it("differ, each from each, in whom they concern, what they take or what becomes of them", () => {
    const told = kindOfType.map(({ source: _, row: __, ...kind }) => JSON.stringify(kind));
    expect(new Set(told).size).toBe(16);
  });
  it("concern whom they name: a staircase, drivers of an estate, two flats, a household", async () => {
    const { world } = runWeeks(await scenario("zhonglou-tenth"), 12, only("arrivals"));
    const m = world.matters.columns;
    const { household, building, estate } = world.residents.columns;
    const out = new Int32Array(MOST_CONCERNED);
    const draws = new Draws(drawKey("concerned"), "seats");
    const seen = new Set<number>();
    for (let q = 0; q < world.matters.rows; q++) {
      const count = concernedBy(world, q, draws, out);
      const i = m.resident[q];
      seen.add(m.type[q]);
      expect(new Set(out.subarray(0, count)).size).toBe(count);
      if (m.type[q] === elevator) expect(count).toBeLessThanOrEqual(12);
      for (let k = 0; k < count; k++) {
        const j = out[k];
        if (m.type[q] === elevator) expect(building[j]).toBe(building[i]);
        if (m.type[q] === parking) {
          expect(world.households.columns.car[household[j]]).toBe(1);
          expect(estate[j]).toBe(estate[i]);
        }
      }
      const { against } = kindOfType[m.type[q]];
      if (against === "household") expect(household[m.other[q]]).toBe(household[i]);
      if (against === "neighbour" && m.other[q] >= 0) {
        expect(household[m.other[q]]).not.toBe(household[i]);
        expect(building[m.other[q]]).toBe(building[i]);
      }
      if (against === "propertyFirm") expect(world.workplaces.columns.kind[m.firm[q]]).toBe(4);
    }
    expect(seen.size).toBe(15);
  });
  it("cost what they cost: an elevator half a million, and an engineer's week", async () => {
    const { world } = runWeeks(await scenario("zhonglou-tenth"), 30, only("arrivals"));
    const m = world.matters.columns;
    let [count, hours] = [0, 0];
    for (let q = 0; q < world.matters.rows; q++) {
      if (m.type[q] !== elevator) continue;
      count++;
      hours += m.needExpert[q] / 60;
      expect(m.needMoney[q]).toBeGreaterThan(400_000);
      expect(m.needMoney[q]).toBeLessThan(700_000);
    }
    expect(count).toBeGreaterThan(5);
    expect(hours / count).toBeGreaterThan(15);
  });
});
