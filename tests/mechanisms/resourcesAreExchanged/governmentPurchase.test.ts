import { describe, expect, it } from "vitest";
import { wholeLots } from "../../../src/mechanisms/resourcesAreExchanged/tender.ts";
import { only, runWeeks, small } from "../../support/scenarios.ts";
import { sum } from "../../support/sum.ts";

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
