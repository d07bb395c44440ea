import { describe, expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";
import { supply } from "../../support/supply.ts";

describe("legitimacy", () => {
  it("of an organization that nobody reports of is what its registration counts", async () => {
    const { world } = runWeeks(await small(), 1, only("legitimacy"));
    const { registered, legitimacy } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) expect(legitimacy[g]).toBeCloseTo(registered[g] ? 0.5 : 0.2, 6);
  });

  it("rises with reports, true or not, and falls back by half of them in their half-life", async () => {
    const set = ["mechanisms.legitimacy.reports=2", "mechanisms.legitimacy.memory=10"];
    const reports = supply("casesAreWorked", (world, g) => {
      if (world.week < 400) world.weekTotals.organizations.columns.reported[g] = 0.5;
    });
    const at = async (week: number) =>
      runWeeks(await small(...set), week, [reports, ...only("legitimacy")]).world.organizations.columns.standing[0];
    expect(await at(400)).toBeCloseTo(0.5, 5);
    expect(await at(410)).toBeCloseTo(0.25, 5);
    // Closed without being settled is a record as well.
    const closed = supply("casesAreWorked", ({ weekTotals }, g) => {
      weekTotals.organizations.columns.unsettled[g] = 3;
    });
    expect(runWeeks(await small(...set), 400, [closed, ...only("legitimacy")]).world.organizations.columns.standing[0]).toBeCloseTo(1, 5);
  });

  it("loses by what inspections find, and never falls below zero", async () => {
    const found = supply("branchesLive", ({ weekTotals }, g) => {
      weekTotals.organizations.columns.findings[g] = -9;
    });
    const { world } = runWeeks(await small(), 30, [found, ...only("legitimacy")]);
    for (let g = 0; g < world.organizations.rows; g++) expect(world.organizations.columns.legitimacy[g]).toBe(0);
  });
});
