import { expect, it } from "vitest";
import { runWeeks, small } from "../../support/scenarios.ts";

/** Share of covered organizations in what government has paid in two years, where reports are embellished so far a month. */
async function wonByCovered(embellishment: number): Promise<number> {
  const { world } = runWeeks(
    await small(
      "organizations.count=20",
      "organizations.registered=1",
      "organizations.members=0.35",
      "branches.initialCoverage=0.5",
      "mechanisms.administrativeDrive.initiative=0",
      "mechanisms.branchReports.inspections=0",
      `mechanisms.branchReports.embellishment=${embellishment}`,
      "mechanisms.legitimacy.memory=26",
      "mechanisms.legitimacy.reports=2",
      "mechanisms.governmentPurchase.budget=200",
      "mechanisms.governmentPurchase.lot=10000",
      "mechanisms.governmentPurchase.legitimacyWeight=3",
    ),
    106,
  );
  const { alive, branch, incomeYear, incomeLast } = world.organizations.columns;
  let [covered, all] = [0, 0];
  for (let g = 0; g < world.organizations.rows; g++) {
    if (!alive[g]) continue;
    const won = incomeYear[g * 5] + incomeLast[g * 5];
    all += won;
    if (branch[g] >= 0) covered += won;
  }
  expect(all).toBeGreaterThan(0);
  return covered / all;
}

it("what branches report, done or not, decides who wins contracts", async () => {
  expect(await wonByCovered(1)).toBeGreaterThan((await wonByCovered(0)) + 0.05);
});
