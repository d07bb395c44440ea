import { describe, expect, it } from "vitest";
import { CREDITS, OUTSIDE, RESIDENT } from "../../../src/engine/index.ts";
import { only, runWeeks, small } from "../../support/scenarios.ts";
import { sum } from "../../support/sum.ts";

describe("the time bank", () => {
  it("keeps credits in the world at zero, and every balance between floor and cap", async () => {
    const bank = ["requests=1", "floor=-120", "cap=180"].map((entry) => `mechanisms.timeBank.${entry}`);
    const { world } = runWeeks(await small("population.timeBankMembers=0.4", ...bank), 30, only("timeBank"));
    let total = 0;
    for (let i = 0; i < world.residents.rows; i++) {
      const balance = world.ledger.balance(CREDITS, RESIDENT, i);
      expect(balance).toBeGreaterThanOrEqual(-120);
      expect(balance).toBeLessThanOrEqual(180);
      total += balance;
    }
    // Starter credits were issued by the outside world, which owes them.
    expect(total + world.ledger.balance(CREDITS, OUTSIDE, 0)).toBe(0);
    expect(sum(world.ledger.balances[RESIDENT].map(Math.abs))).toBeGreaterThan(0);
  });
  it("freezes at a floor of zero without starting credits", async () => {
    const { world } = runWeeks(
      await small("population.timeBankMembers=0.4", ...["floor=0", "starter=0", "requests=1"].map((set) => `mechanisms.timeBank.${set}`)),
      5,
      only("timeBank"),
    );
    expect(sum(world.ledger.balances[RESIDENT].map(Math.abs))).toBe(0);
  });
});
