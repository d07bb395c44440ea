import { expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";

const MONTHS = 13;

/** Forces of the first branch after some months in which its hours at hand never change (the law alone, fed by hand). */
async function forcesAfter(months: number, minutes: number, ...set: string[]) {
  const run = runWeeks(await small("partyBuilding=on", ...set), 0, only("fourForces"));
  const { branches, weekTotals } = run.world;
  branches.columns.founded.fill(1); // founded in the run, so that nothing stands at the start
  branches.columns.forces.fill(0);
  for (let week = 0; week < 4 * months; week++) {
    const clear = weekTotals.clear.bind(weekTotals);
    weekTotals.clear = () => {
      clear();
      weekTotals.branches.columns.atHand.fill(minutes);
    };
    run.step();
    weekTotals.clear = clear;
  }
  return [...branches.columns.forces.subarray(0, 4)];
}

it("each force comes to rest at its share of the hours, and closes 1/13 of the gap a month", async () => {
  const set = "mechanisms.fourForces.shares=[0.4,0.3,0.2,0]";
  const first = await forcesAfter(1, 600, set);
  [240, 180, 120, 0].forEach((full, a) => {
    expect(first[a]).toBeCloseTo(full / MONTHS, 3);
  });
  const rest = await forcesAfter(140, 600, set);
  [240, 180, 120, 0].forEach((full, a) => {
    expect(rest[a]).toBeCloseTo(full, 1);
  });
});

it("four forces share one budget: whatever the shares, they never add up to more than the hours", async () => {
  const forces = await forcesAfter(140, 600, "mechanisms.fourForces.shares=[1,1,1,1]");
  expect(forces.reduce((sum, force) => sum + force, 0)).toBeCloseTo(600, 1);
  expect(forces[0]).toBeCloseTo(150, 1);
});

it("a branch without hours has no force, and neither has a placebo", async () => {
  expect(await forcesAfter(13, 0)).toEqual([0, 0, 0, 0]);
  expect(await forcesAfter(13, 600, "mechanisms.fourForces.mode=placebo")).toEqual([0, 0, 0, 0]);
});
