import { describe, expect, it } from "vitest";
import { activity, districtOfBranches, social, supplyBranches } from "../../support/branches.ts";
import { only, runWeeks } from "../../support/scenarios.ts";

describe("activity of a branch", () => {
  it("comes to one, two thirds of the gap left each month, where hours are ample and a meeting takes no time", async () => {
    const of = await districtOfBranches();
    const { activity: start, held: before } = runWeeks(of, 0, []).world.branches.columns;
    const { world } = runWeeks(of, 12, only("divideHours", "branchWork"));
    const { held } = world.branches.columns;
    const branches = social(world);
    expect(branches.length).toBeGreaterThan(10);
    for (const k of branches) {
      expect(world.branches.columns.activity[k]).toBeCloseTo(1 - (2 / 3) ** 3 * (1 - start[k]), 5);
      expect(held[k]).toBe(before[k] + 3);
    }
  });

  it.each([
    ["the secretary has no hours", ["mechanisms.branchWork.secretaryHours=0"]],
    ["organizations give no hours to party work", ["mechanisms.divideHours.partyShare=0"]],
    ["members have no free time", ["mechanisms.branchWork.meeting=600", "population.freeMinutes=0"]],
    ["paperwork takes all", ["mechanisms.branchWork.paperwork=40", "mechanisms.branchWork.secretaryHours=20", "rigidity=1"]],
  ])("is lost where %s", async (_, set) => {
    const { world } = runWeeks(await districtOfBranches(...set), 105, only("divideHours", "branchWork"));
    expect(activity(world)).toBeLessThan(1e-3);
    expect(Math.max(...social(world).map((k) => world.branches.columns.held[k]))).toBe(0);
  });

  it("takes the minutes of those who come out of their week, and of nobody else", async () => {
    const of = await districtOfBranches("mechanisms.branchWork.meeting=40", "population.freeMinutes=600");
    const { world } = runWeeks(of, 8, only("divideHours", "branchWork"));
    const { minutesWeek, minutesYear, member, freeMinutes } = world.residents.columns;
    let spent = 0;
    for (let i = 0; i < world.residents.rows; i++) {
      if (!member[i]) expect(minutesWeek[i]).toBe(0);
      expect(minutesYear[i]).toBe(0); // a meeting is not volunteering
      expect(minutesWeek[i]).toBeLessThanOrEqual(freeMinutes[i]);
      spent += minutesWeek[i];
    }
    expect(spent).toBeGreaterThan(0);
  });

  it("stays hollow under requirements under which a working branch goes on, until instructors relieve it", async () => {
    // Of some eleven hours seven go into paper, so that the members can be called; after a missed month all do.
    const bind = [
      "mechanisms.branchWork.secretaryHours=12",
      "mechanisms.branchWork.paperwork=7",
      "mechanisms.branchWork.makeUp=1",
      "mechanisms.branchWork.preparation=0.5",
      "rigidity=0.5",
      "mechanisms.divideHours.partyShare=0.2",
      "mechanisms.divideHours.reportingHours=0",
      "mechanisms.divideHours.baseReporting=0",
    ];
    const chair = supplyBranches(({ branches }, k) => {
      branches.columns.secretary[k] = 1;
    });
    const hollow = supplyBranches(({ branches }, k) => {
      branches.columns.secretary[k] = 1;
      if (branches.columns.founded[k] > -5000) {
        branches.columns.held[k] = 0;
        branches.columns.founded[k] = -9999;
      }
    });
    const working = supplyBranches(({ branches }, k) => {
      branches.columns.secretary[k] = 1;
      if (branches.columns.founded[k] > -5000) {
        branches.columns.held[k] = 3;
        branches.columns.founded[k] = -9999;
      }
    });
    const run = async (first: typeof chair, visits: number) => {
      const of = await districtOfBranches(...bind);
      const relieved = supplyBranches((world, k) => {
        first.step(world, undefined as never, k);
        if (world.week > 60 && world.week < 80) world.weekTotals.branches.columns.visits[k] = visits;
      });
      return activity(runWeeks(of, 200, [relieved, ...only("divideHours", "branchWork")]).world);
    };
    const [goesOn, stays, comesBack] = [await run(working, 0), await run(hollow, 0), await run(hollow, 6000)];
    expect(stays).toBeLessThan(0.01);
    expect(goesOn).toBeGreaterThan(0.99);
    expect(comesBack).toBeGreaterThan(0.99);
  });
});
