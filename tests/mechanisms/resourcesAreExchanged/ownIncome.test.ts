import { describe, expect, it } from "vitest";
import { MONEY, ORGANIZATION, OUTSIDE } from "../../../src/engine/index.ts";
import { only, runWeeks, scenario, small } from "../../support/scenarios.ts";
import { sum } from "../../support/sum.ts";

/** Income of the year by source, summed over organizations. */
const income = (run: ReturnType<typeof runWeeks>, source: number) =>
  sum(run.world.organizations.columns.incomeYear.filter((_, k) => k % 5 === source));

describe("the purse of residents", () => {
  const serve = only("divideHours", "ownIncome");
  it.each([20, 200])("pays %s organizations together what residents set aside, no more", async (count) => {
    const run = runWeeks(await small(`organizations.count=${count}`, "mechanisms.ownIncome.fees=130"), 51, serve);
    const months = 12; // the first of them comes before anybody has served
    expect(income(run, 3)).toBeLessThanOrEqual((130 * run.world.residents.rows * 13) / 13);
    expect(income(run, 3)).toBeGreaterThan((130 * run.world.residents.rows * months) / 13 - 200 * 13);
  });
  it("keeps what nobody serves for", async () => {
    expect(income(runWeeks(await small("organizations.count=20"), 51, only("ownIncome")), 3)).toBe(0);
  });
  it("gives as residents trust organizations", async () => {
    const donated = async (good: number, bad: number) => {
      const run = runWeeks(await small("organizations.count=20", "mechanisms.ownIncome.donations=100"), 0, serve);
      const { trustOrganizations } = run.world.residents.columns;
      for (let k = 0; k < trustOrganizations.length; k++) trustOrganizations[k] = k % 2 ? bad : good;
      for (let week = 0; week < 51; week++) run.step();
      return income(run, 2) / run.world.residents.rows;
    };
    expect(await donated(9, 9)).toBeCloseTo(100, -1);
    expect((await donated(0, 98)) / (await donated(9, 9))).toBeCloseTo(0.02, 2);
  });
});

describe("the reserves of organizations", () => {
  it("never exceed the pay of a year, for the staff and one more: the rest goes back", async () => {
    const rich = ["organizations.count=4", "mechanisms.ownIncome.fees=2000", "mechanisms.ownIncome.pay=5000"];
    const { world } = runWeeks(await small(...rich), 105, only("divideHours", "ownIncome"));
    const { staff, alive } = world.organizations.columns;
    let most = 0;
    for (let g = 0; g < world.organizations.rows; g++) {
      const held = world.ledger.balance(MONEY, ORGANIZATION, g) / (5000 * (staff[g] + 1));
      if (alive[g]) most = Math.max(most, held);
    }
    expect(most).toBeCloseTo(1, 5);
    expect(world.ledger.flow(MONEY, ORGANIZATION, OUTSIDE)).toBeGreaterThan(0);
  });
  // Over three seeds. One seed alone may drift by more: which organizations are there is drawn.
  it("are stationary per member of staff over forty years without a programme, over three seeds", async () => {
    const lives = ["divideHours", "ownIncome", "governmentPurchase", "venturePhilanthropy", "growth", "densityDependence"];
    const drifts: number[] = [];
    for (const seed of ["a", "b", "c"]) {
      const { recorder } = runWeeks(await scenario("zhonglou-tenth", "partyBuilding=off", `seed=${seed}`), 2080, only(...lives));
      const mean = (from: number, to: number) => {
        let total = 0;
        for (let week = from + 1; week <= to; week++) total += recorder.value("org_money_per_staff", week);
        return total / (to - from);
      };
      drifts.push(mean(520, 2080) / mean(104, 624) - 1);
    }
    expect(Math.abs(drifts.reduce((sum, one) => sum + one, 0) / drifts.length)).toBeLessThan(0.1);
  });
});
