import { describe, expect, it } from "vitest";
import { MONEY, ORGANIZATION, OUTSIDE } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { wholeLots } from "../../src/mechanisms/resourcesAreExchanged/tender.ts";
import { runWeeks, scenario, small } from "../support/scenarios.ts";

const only = (...ids: string[]) => mechanisms.filter(({ id }) => ids.includes(id));
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

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
  it.each(["a", "b", "c"])("are stationary per member of staff over forty years without a programme: seed %s", async (seed) => {
    const of = await scenario("zhonglou-tenth", "partyBuilding=off", `seed=${seed}`);
    const lives = ["divideHours", "ownIncome", "governmentPurchase", "venturePhilanthropy", "growth", "densityDependence"];
    const { recorder } = runWeeks(of, 2080, only(...lives));
    const mean = (from: number, to: number) => {
      let total = 0;
      for (let week = from + 1; week <= to; week++) total += recorder.value("org_money_per_staff", week);
      return total / (to - from);
    };
    expect(Math.abs(mean(520, 2080) / mean(104, 624) - 1)).toBeLessThan(0.1);
  });
});

describe("the mortality of organizations", () => {
  const few = ["mechanisms.densityDependence.founding=0", "mechanisms.densityDependence.exit=0.5"];
  const closed = (run: Awaited<ReturnType<typeof start>>) => {
    for (let week = 0; week < 13; week++) run.step();
    return 2000 - sum(run.world.organizations.columns.alive);
  };
  const start = async (...set: string[]) =>
    runWeeks(await scenario("zhonglou-tenth", "organizations.count=2000", ...few, ...set), 0, only("densityDependence"));
  it("rises with their number beyond what made them known, and is lower while they are few", async () => {
    const at = async (n: number) => {
      const run = await start("mechanisms.densityDependence.withoutMoney=1");
      run.world.scenario.organizations.count = 2000 / n; // as many as there are, n times those of the start
      return closed(run);
    };
    expect((await at(1.5)) / (await at(1))).toBeGreaterThan(1.2);
    // v(n) = exp(n − 1 − 3/4 (n² − 1)) is largest at two thirds.
    expect((await at(2 / 3)) / (await at(1))).toBeLessThan(1);
  });
  it("is higher of those who run dry", async () => {
    const dry = closed(await start("mechanisms.densityDependence.withoutMoney=10"));
    const run = await start("mechanisms.densityDependence.withoutMoney=10");
    for (let g = 0; g < 2000; g++) run.world.ledger.move(MONEY, OUTSIDE, 0, ORGANIZATION, g, 10_000_000);
    expect(dry).toBeGreaterThan(1.5 * closed(run));
  });
});

describe("a tender of the district", () => {
  /** Contracts of each organization after one round: lots of 1000 yuan, as many as there are residents over 100. */
  const contracts = async (...set: string[]) => {
    const purchase = ["lot=1000", "budget=10", "staffing=2", ...set].map((entry) => `mechanisms.governmentPurchase.${entry}`);
    const run = runWeeks(await small("organizations.count=60", "organizations.registered=1", ...purchase), 0, only("governmentPurchase"));
    const o = run.world.organizations.columns;
    const rows = Array.from({ length: 60 }, (_, g) => g);
    for (const g of rows) {
      o.staff[g] = 6;
      o.founded[g] = -520;
      o.quality[g] = 0.5;
      o.legitimacy[g] = 0.5;
    }
    const held = () => {
      run.step();
      return rows.map((g) => o.incomeYear[g * 5] / 1000);
    };
    return { o, held };
  };
  it("awards whole lots only, and all of them", async () => {
    const held = (await contracts()).held();
    expect(held.every(Number.isInteger)).toBe(true);
    expect(sum(held)).toBe(6);
  });
  it("concentrates by merit up to what staff can carry, and spreads by lot", async () => {
    const merit = await contracts("rule=merit");
    merit.o.quality[7] = 0.9;
    merit.o.quality[9] = 0.8;
    const held = merit.held();
    expect([held[7], held[9]]).toEqual([3, 3]);
    expect(Math.max(...(await contracts("rule=lottery")).held())).toBe(1);
  });
  it("looks at standing by the weight of legitimacy", async () => {
    const winner = async (weight: number) => {
      const { o, held } = await contracts("rule=legitimacy", `legitimacyWeight=${weight}`);
      o.quality[7] = 0.9; // good, and little known to the government
      o.legitimacy[7] = 0.1;
      o.legitimacy[9] = 0.9;
      return held()[7];
    };
    expect(await winner(0)).toBe(3);
    expect(await winner(1)).toBe(0);
  });
  it("shuts out who is not registered, young, or without the staff", async () => {
    const { o, held } = await contracts("rule=merit");
    o.quality[7] = o.quality[8] = o.quality[9] = 0.9;
    o.registered[7] = 0;
    o.founded[8] = -20;
    o.staff[9] = 1;
    expect(held().slice(7, 10)).toEqual([0, 0, 0]);
  });
  it("spends a budget below one lot in the mean", async () => {
    let lots = 0;
    for (let uniform = 0.005; uniform < 1; uniform += 0.01) lots += wholeLots(2.3, uniform);
    expect(lots).toBe(230);
  });
});
