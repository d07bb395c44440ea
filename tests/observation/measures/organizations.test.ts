import { expect, it } from "vitest";
import { handWritten, keepOrganizations } from "../../support/handWritten.ts";

it("organizations: four operate, one founded within 52 weeks; two are closed, one within 52 weeks", async () => {
  const { world, measured } = await handWritten();
  const o = world.organizations.columns;
  keepOrganizations(world, 4);
  o.founded.fill(-500).set([9, 8, -44, -148]);
  o.closed.fill(-1).set([9, 8], 4);
  o.hoursUsed.fill(0)[3] = 60;
  o.type.set([0, 0, 7, 7]);
  o.role.set([1, 0, 0, 0, 0, 1, 0, 0, 0.5, 0, 0.5, 0, 0, 0, 0, 1]);
  o.adminShare.set([0.5, 0.25, 0.25, 0]);
  o.autonomy.set([1, 1, 0.5, 0.5]);
  o.quality.set([0.5, 0.5, 0.5, 1]);
  o.management.set([0, 0, 0, 0.5]);
  o.pilot.fill(0)[2] = 1;
  const value = measured(60);
  expect(value("orgs_alive")).toBe(4);
  expect(value("orgs_founded")).toBe(1);
  expect(value("orgs_closed")).toBe(1);
  expect(value("orgs_active_share")).toBe(0.25);
  expect(value("org_type_entropy")).toBeCloseTo(Math.log(2) / Math.log(11), 14);
  expect(value("role_service_provider")).toBe(0.375);
  expect(value("role_model_builder")).toBe(0.25);
  expect(value("role_support_guide")).toBe(0.125);
  expect(value("role_resource_link")).toBe(0.25);
  expect(value("admin_hours_share")).toBe(0.25);
  expect(value("org_autonomy_mean")).toBe(0.75);
  expect(value("org_quality_mean")).toBe(0.625);
  expect(value("org_management_mean")).toBe(0.125);
  expect(value("pilot_share")).toBe(0.25);
  expect(value("org_age_median")).toBe(1.5); // between 1 and 2 years
});

it("community workers: paperwork by heads, heavy loads by those looked at", async () => {
  const { world, measured } = await handWritten();
  world.communities.columns.staff.fill(6);
  world.communities.columns.paperwork.fill(0.75);
  world.weekTotals.communities.columns.workers[0] = 12;
  world.weekTotals.communities.columns.workersHeavy[0] = 3;
  const value = measured(1);
  expect(value("worker_paperwork_share")).toBe(0.75);
  expect(value("workers_heavy_share")).toBe(0.25);
});
