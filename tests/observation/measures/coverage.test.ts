import { expect, it } from "vitest";
import { handWritten, keepOrganizations } from "../../support/handWritten.ts";

it("coverage: of five organizations one stands alone, one has its own branch, two share one, one has an instructor", async () => {
  const { world, measured } = await handWritten();
  const o = world.organizations.columns;
  const b = world.branches.columns;
  keepOrganizations(world, 5);
  o.coverage.set([0, 1, 2, 2, 3]);
  o.members.set([5, 3, 1, 4, 3]);
  o.branch.set([-1, 0, 1, 1, -1]);
  b.alive.fill(0).fill(1, 0, 3);
  b.form.set([0, 1, 2]); // the third is a community's
  b.activity.set([0.5, 0.25, 1]);
  b.held.set([2, 3, 9]); // the joint branch held its activity in three months, the own one in two
  b.upkeep.fill(1);
  b.reported.set([0.75, 0.5, 1]);
  b.forms.fill(0);
  b.forms[0] = 3; // of the first branch
  b.forms[8 + 1] = 3; // another form, of the second
  const value = measured(1);
  expect(value("branches_per_100_orgs")).toBe(40);
  expect(value("coverage_own")).toBe(1 / 5);
  expect(value("coverage_joint")).toBe(2 / 5);
  expect(value("coverage_dispatched")).toBe(1 / 5);
  expect(value("coverage_formal")).toBe(4 / 5);
  expect(value("coverage_eligible")).toBe(3 / 4);
  expect(value("coverage_functional")).toBe(2 / 5);
  expect(value("branch_activity_true")).toBe(0.375);
  expect(value("branch_activity_reported")).toBe(0.625);
  expect(value("activity_form_entropy")).toBeCloseTo(1 / 3, 14); // two of eight: log 2 over log 8
});

it("nothing functions, and half is at work, where half of the hours are left since support ended", async () => {
  const { world, measured } = await handWritten();
  const b = world.branches.columns;
  keepOrganizations(world, 1);
  world.organizations.columns.branch.set([0]);
  b.alive.fill(0).fill(1, 0, 1);
  b.form.set([0]);
  b.activity.set([0.5]);
  b.reported.set([1]);
  b.held.set([12]);
  b.upkeep.set([0.5]);
  const value = measured(1);
  expect(value("coverage_functional")).toBe(0);
  expect(value("branch_activity_true")).toBe(0.25);
  expect(value("branch_activity_reported")).toBe(0.5);
});

it("coverage has no value where there is no organization", async () => {
  const { world, measured } = await handWritten();
  keepOrganizations(world, 0);
  world.branches.columns.alive.fill(0);
  const value = measured(1);
  expect(value("coverage_formal")).toBeNaN();
  expect(value("branch_activity_true")).toBeNaN();
});
