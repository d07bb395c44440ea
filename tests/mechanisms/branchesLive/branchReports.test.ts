import { describe, expect, it } from "vitest";
import { activity, districtOfBranches, social, supplyBranches } from "../../support/branches.ts";
import { only, runWeeks } from "../../support/scenarios.ts";

describe("reports", () => {
  it("answer to what is asked, not to work: a hollow branch reports full activity if nobody inspects", async () => {
    const of = await districtOfBranches(
      "mechanisms.branchWork.secretaryHours=0",
      "mechanisms.branchReports.inspections=0",
      "mechanisms.branchReports.embellishment=0.3",
      "rigidity=1",
    );
    const { world } = runWeeks(of, 105, only("divideHours", "branchWork", "branchReports"));
    for (const k of social(world)) expect(world.branches.columns.reported[k]).toBeGreaterThan(0.99);
    expect(activity(world)).toBeLessThan(1e-3);
  });

  it("are set right by an inspection, which tells the gap", async () => {
    const of = await districtOfBranches(
      "mechanisms.branchReports.inspections=12",
      "mechanisms.branchReports.embellishment=0.3",
      "mechanisms.branchWork.secretaryHours=0",
      "rigidity=1",
    );
    let found = 0;
    const audit = supplyBranches(({ weekTotals }, k) => {
      found += weekTotals.branches.columns.gapFound[k];
    }, "mattersArise");
    const { world } = runWeeks(of, 53, [
      ...only("divideHours", "branchWork", "branchReports"),
      { ...audit, phase: "organizationsDivideHours" },
    ]);
    expect(found).toBeGreaterThan(0);
    expect(world.branches.rows).toBeGreaterThan(0);
  });
});
