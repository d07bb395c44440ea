import { expect, it } from "vitest";
import { handWritten, keepOrganizations } from "../../support/handWritten.ts";

it("matching: of ten needs eight could be served, six were, three of them from elsewhere", async () => {
  const { world, measured } = await handWritten();
  const { columns } = world.weekTotals.communities;
  const counts = { needs: 10, feasibleNeeds: 8, matchedNeeds: 6, matchedAway: 3, offeredMinutes: 100, idleMinutes: 25 };
  for (const [name, count] of Object.entries(counts)) columns[name as keyof typeof counts][0] = count;
  world.weekTotals.durations.columns.matched.set([0, 3, 1]);
  world.communities.columns.platform.fill(0.25);
  const value = measured(1);
  expect(value("fragmentation")).toBe(0.25);
  expect(value("matched_share")).toBe(0.6);
  expect(value("weeks_to_match_median")).toBe(1);
  expect(value("platform_mean")).toBe(0.25);
  expect(value("idle_share")).toBe(0.25);
  expect(value("cross_community_share")).toBe(0.5);
});

it("income: 100 and 400 yuan from government, 200 from donations, 300 from fees", async () => {
  const { world, measured } = await handWritten();
  keepOrganizations(world, 4);
  const o = world.organizations.columns;
  o.dependence.set([0.5, 0.25, 0.25, 0]);
  o.incomeLast.fill(0).fill(9999, 4 * 5); // what is closed has no part
  o.incomeLast[0] = 100;
  o.incomeLast[5 + 2] = 200;
  o.incomeLast[10 + 3] = 300;
  o.incomeLast[15] = 400;
  const value = measured(1);
  expect(value("org_income_gini")).toBeCloseTo(0.25, 14);
  expect(value("org_income_top_tenth_share")).toBeCloseTo(0.4 * 0.4, 12); // four tenths of the one with most
  expect(value("income_government")).toBe(0.5);
  expect(value("income_donation")).toBe(0.2);
  expect(value("income_commercial")).toBe(0.3);
  expect(value("dependence_mean")).toBe(0.25);
});
