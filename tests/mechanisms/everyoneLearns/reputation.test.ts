import { describe, expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";
import { supply } from "../../support/supply.ts";

describe("reputation", () => {
  it("is forgotten by its memory, four weeks a month", async () => {
    const before = runWeeks(await small(), 0, []).world.organizations.columns.reputation[0];
    const { reputation } = runWeeks(await small("mechanisms.reputation.memory=0.9"), 8, only("reputation")).world.organizations.columns;
    expect(reputation[0]).toBeCloseTo(before * 0.81, 5);
  });

  it("comes to rest at the matters of a month over what a month forgets", async () => {
    const cases = supply("casesAreWorked", ({ weekTotals }, g) => {
      weekTotals.organizations.columns.settled[g] = 3;
      weekTotals.organizations.columns.unsettled[g] = 1;
    });
    const { world } = runWeeks(await small("mechanisms.reputation.memory=0.9"), 400, [cases, ...only("reputation")]);
    const { reputation } = world.organizations.columns;
    const forgotten = 1 - 0.9 ** 0.25;
    expect(reputation[0]).toBeCloseTo(3 / forgotten, 2);
    expect(reputation[1]).toBeCloseTo(1 / forgotten, 2);
  });

  it("is that of the matters that organizations truly served: all settled, none ends badly, and the other way round", async () => {
    const counts = async (success: number) => {
      const set = ["mechanisms.reputation.memory=1", `mechanisms.caseQueue.success=${success}`, "mechanisms.caseQueue.hardship=0"];
      const { organizations } = runWeeks(await small(...set), 80).world;
      const first = runWeeks(await small(...set), 0, []).world.organizations;
      let [good, bad] = [0, 0];
      for (let g = 0; g < first.rows; g++) {
        good += organizations.columns.reputation[g * 2] - first.columns.reputation[g * 2];
        bad += organizations.columns.reputation[g * 2 + 1] - first.columns.reputation[g * 2 + 1];
      }
      return { good, bad };
    };
    const never = await counts(0);
    expect(never.good).toBe(0);
    expect(never.bad).toBeGreaterThan(0);
  });
});
