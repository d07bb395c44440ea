import { expect, it } from "vitest";
import { branchIsFeasible, branchOfYear, canHaveBranch, firstYear } from "../../src/experiment/firstBranch.ts";
import { runMeansHere } from "../../src/experiment/means.ts";
import { scenario } from "../support/scenarios.ts";

it("a branch is feasible where one organization has three members, or five have them together", () => {
  expect(branchIsFeasible([])).toBe(false);
  expect(branchIsFeasible([0, 3])).toBe(true);
  expect(branchIsFeasible([1, 0, 1, 0, 1])).toBe(true);
  expect(branchIsFeasible([2, 0, 0])).toBe(false);
});

it("in a community an organization is in a branch within a year wherever that is feasible; in these seeds nowhere else", async () => {
  const communities = await Promise.all([..."12345678"].map(async (seed) => ({ ...(await scenario("community")), seed })));
  const years = (await runMeansHere(communities.map(firstYear))).map(branchOfYear);
  const feasible = communities.map(canHaveBranch);
  expect(feasible.filter((is) => is).length).toBeGreaterThanOrEqual(4);
  for (const [s, { within }] of years.entries()) expect([communities[s].seed, within]).toEqual([communities[s].seed, feasible[s]]);
});
