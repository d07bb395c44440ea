import { describe, expect, it } from "vitest";
import { World } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

describe("the books of a year", () => {
  it("begin with the income that set-up gave for the last one, so that its measures have a value from week 1 on", async () => {
    const of = await small();
    const { incomeLast } = World.build(of).organizations.columns;
    expect(sum(incomeLast)).toBeGreaterThan(0);
    const { world, recorder } = runWeeks(of, 1);
    expect(world.organizations.columns.incomeLast).toEqual(incomeLast);
    const bySource = [0, 1, 2, 3, 4].map((source) => sum(incomeLast.filter((_, k) => k % 5 === source)));
    expect(recorder.value("income_government")).toBe(bySource[0] / sum(bySource));
    expect(recorder.value("income_donation")).toBe(bySource[2] / sum(bySource));
    expect(recorder.value("income_commercial")).toBe(bySource[3] / sum(bySource));
    expect(recorder.value("org_income_gini")).toBeGreaterThan(0);
  });

  it("are turned in week 53, whichever mechanisms are off", async () => {
    const off = ["governmentPurchase", "timeBank", "activityForms"];
    const run = Run.start(
      await small("population.timeBankMembers=0.5", "organizations.registered=0.8", "organizations.members=0.8"),
      mechanisms,
    );
    for (const id of off) run.world.schedule.add({ week: 50, path: `mechanisms.${id}.mode`, value: "off" });
    while (run.world.week < 52) run.step();
    const { organizations, branches, residents } = run.world;
    const income = organizations.columns.incomeYear.slice(0, organizations.rows * 5);
    for (const values of [income, branches.columns.forms, residents.columns.tradesYear]) expect(sum(values)).toBeGreaterThan(0);
    run.step();
    expect(organizations.columns.incomeLast.slice(0, income.length)).toEqual(income);
    expect(sum(branches.columns.forms)).toBe(0);
    expect(sum(residents.columns.tradesYear)).toBe(0);
    // Donations and fees of the first month are all that the new year has.
    expect(sum(organizations.columns.incomeYear)).toBeLessThan(sum(income) / 4);
  });
});
