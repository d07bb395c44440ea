import { expect, it } from "vitest";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";
import { sum } from "../../support/sum.ts";

it("seven tenths of memberships are kept a year when nobody joins", async () => {
  const of = await scenario(
    "zhonglou-tenth",
    "mechanisms.groupTurnover.joining=0",
    "mechanisms.groupTurnover.exit=0.3",
    "mechanisms.groupTurnover.glue=0",
  );
  const members = (weeks: number) => sum(runWeeks(of, weeks, only("groupTurnover")).world.groups.columns.members);
  expect(members(52) / members(0)).toBeCloseTo(0.7, 1);
});
