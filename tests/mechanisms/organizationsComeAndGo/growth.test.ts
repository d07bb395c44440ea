import { expect, it } from "vitest";
import { Run } from "../../../src/experiment/index.ts";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";

/** A district of groups without staff: all that changes are their volunteers. */
const groups = (...set: string[]) =>
  scenario(
    "zhonglou-tenth",
    "population.residents=3000",
    "population.communities=4",
    "organizations.count=400",
    "organizations.registered=0",
    ...set,
  );
const volunteers = async (weeks: number, ...set: string[]) => {
  const { columns } = runWeeks(await groups(...set), weeks, only("growth")).world.organizations;
  return columns.volunteers.reduce((sum, count) => sum + count, 0) / 400;
};

it("the standing volunteers of an organization stay as many in the mean as the scenario has them", async () => {
  expect(await volunteers(0)).toBeGreaterThan(10.5);
  const late = await Promise.all([520, 1040, 2080].map((weeks) => volunteers(weeks)));
  for (const mean of late) expect(Math.abs(mean - 12)).toBeLessThan(1);
});

it("where nobody joins, volunteers leave at their rate, the less the better the reputation", async () => {
  const left = async (good: number) => {
    const run = Run.start(await groups("organizations.volunteers=0"), only("growth"));
    const { volunteers, reputation } = run.world.organizations.columns;
    for (let g = 0; g < 400; g++) {
      volunteers[g] = 100;
      reputation[g * 2] = good;
      reputation[g * 2 + 1] = 0;
    }
    for (let week = 0; week < 52; week++) run.step();
    return volunteers.reduce((sum, count) => sum + count, 0) / 40_000;
  };
  // Nothing is known: a reputation of one half. Eight that ended well and none badly: nine tenths.
  expect(await left(0)).toBeCloseTo((1 - 0.5 / 13) ** 13, 2);
  expect(await left(8)).toBeCloseTo((1 - 0.1 / 13) ** 13, 2);
});
