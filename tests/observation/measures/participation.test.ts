import { expect, it } from "vitest";
import { handWritten, keepAdults } from "../../support/handWritten.ts";

it("participation: of five adults three took part within 52 weeks, one a week too early", async () => {
  const { world, measured } = await handWritten();
  const r = world.residents.columns;
  keepAdults(world, [18, 29, 30, 60, 80]);
  for (const column of [r.lastGovernance, r.lastVolunteering, r.lastMobilized]) column.fill(-32768);
  r.lastGovernance.set([9, 8, -32768, 60, -32768]);
  r.lastVolunteering.set([-32768, 8, 60, 60, -32768]);
  r.lastMobilized[0] = 9;
  r.lastGovernance[5] = 60; // a child
  r.member.fill(0);
  r.registered.fill(0);
  r.member[0] = r.member[4] = 1;
  r.registered[2] = r.registered[4] = 1;
  const value = measured(60);
  expect(value("participation_rate")).toBe(3 / 5);
  expect(value("participation_governance")).toBe(2 / 5);
  expect(value("participation_volunteering")).toBe(2 / 5);
  expect(value("participation_mobilized")).toBe(1 / 5);
  expect(value("participation_age_18_29")).toBe(1 / 2);
  expect(value("participation_age_30_49")).toBe(1);
  expect(value("participation_age_50_59")).toBeNaN();
  expect(value("participation_age_60_69")).toBe(1);
  expect(value("participation_age_70_79")).toBeNaN();
  expect(value("participation_members")).toBe(1 / 2);
  expect(value("participation_others")).toBe(2 / 3);
  expect(value("volunteers_registered_share")).toBe(2 / 5);
  expect(value("volunteers_active_share")).toBe(1 / 2);
});

it("time given: one, two, three and four hours among five adults, taken every fourth week", async () => {
  const { world, measured } = await handWritten();
  keepAdults(world, [20, 30, 40, 50, 60]);
  world.residents.columns.minutesYear.fill(0).set([240, 60, 0, 180, 120]);
  const value = measured(4);
  expect(value("volunteer_hours_per_adult")).toBe(2);
  expect(value("volunteer_hours_gini")).toBeCloseTo(0.25, 14);
  expect(value("volunteer_hours_top_tenth_share")).toBeCloseTo(0.4 * 0.4, 12); // four tenths of the one who gave most
  expect(value("volunteer_hours_top_third_share")).toBeCloseTo(0.4 + 0.3 / 3, 12);
  world.residents.columns.minutesYear.fill(0);
  for (const week of [5, 6, 7]) expect(measured(week)("volunteer_hours_per_adult")).toBe(2);
  expect(measured(8)("volunteer_hours_per_adult")).toBe(0);
  expect(value("volunteer_hours_gini")).toBeNaN();
});
