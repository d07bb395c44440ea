import { expect, it } from "vitest";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";

it("0.8 of weak and 0.97 of core ties are kept a year when nobody seeks new ones", async () => {
  const of = await scenario(
    "zhonglou-tenth",
    "mechanisms.acquaintanceTurnover.seeking=0",
    "mechanisms.acquaintanceTurnover.weakSurvival=0.8",
  );
  const count = (weeks: number) => {
    const { degree, core, offsets } = runWeeks(of, weeks, only("acquaintanceTurnover")).world.ties;
    let [all, cores] = [0, 0];
    for (let i = 0; i < degree.length; i++) {
      all += degree[i];
      for (let h = offsets[i]; h < offsets[i] + degree[i]; h++) cores += core[h];
    }
    return { weak: all - cores, core: cores };
  };
  const [before, after] = [count(0), count(52)];
  expect(after.weak / before.weak).toBeCloseTo(0.8, 2);
  expect(after.core / before.core).toBeCloseTo(0.97, 2);
});
