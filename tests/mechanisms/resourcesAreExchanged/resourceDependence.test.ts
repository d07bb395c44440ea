import { describe, expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";
import { supply } from "../../support/supply.ts";

describe("autonomy", () => {
  const autonomyAfter = async (give: Parameters<typeof supply>[1]) => {
    const set = ["mechanisms.resourceDependence.governmentDemand=0.6", "mechanisms.resourceDependence.otherDemand=0.2"];
    const { world } = runWeeks(await small(...set), 2, [supply("mattersArise", give), ...only("resourceDependence")]);
    const { autonomy, dependence } = world.organizations.columns;
    return [autonomy[0], dependence[0]];
  };

  it("is 1 less the square of each share of income by what its source demands (eq. 4.9)", async () => {
    const income = (...yuan: number[]) =>
      autonomyAfter(({ organizations: { columns: o } }, g) => {
        o.incomeLast.fill(0, g * 5, g * 5 + 5);
        o.incomeYear.set(yuan, g * 5);
      });
    const [one, all] = await income(100, 0, 0, 0, 0);
    expect([one, all]).toEqual([expect.closeTo(0.4, 6), 1]);
    const [mixed, half] = await income(100, 0, 50, 50, 0);
    expect([mixed, half]).toEqual([expect.closeTo(1 - 0.25 * 0.6 - 2 * 0.0625 * 0.2, 6), 0.5]);
    expect(await income(0, 0, 0, 0, 0)).toEqual([1, 0]);
  });

  it("falls by the hours that a branch takes, as far as it sets what they are for", async () => {
    const asked = (demand: number) =>
      autonomyAfter(({ organizations: { columns: o }, weekTotals }, g) => {
        o.incomeLast.fill(0, g * 5, g * 5 + 5);
        o.adminShare[g] = 0.3;
        weekTotals.organizations.columns.branchDemand[g] = demand;
      });
    expect((await asked(1))[0]).toBeCloseTo(0.7, 6);
    expect((await asked(0))[0]).toBe(1);
  });
});
