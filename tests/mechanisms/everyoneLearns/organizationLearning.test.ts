import { describe, expect, it } from "vitest";
import { learned } from "../../../src/mechanisms/everyoneLearns/organizationLearning.ts";
import { mechanisms } from "../../../src/mechanisms/index.ts";
import { only, runWeeks, scenario, small } from "../../support/scenarios.ts";
import { supply } from "../../support/supply.ts";

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("quality of service", () => {
  const law = (...set: string[]) => small("mechanisms.organizationLearning.half=4", "mechanisms.organizationLearning.halfLife=26", ...set);
  const oddsOf = (q: number) => q / (1 - q);

  it("halves its practice in its half-life when no hour is used, and no other way", async () => {
    const before = runWeeks(await law(), 0, []).world.organizations.columns.quality[0];
    const { quality } = runWeeks(await law(), 26, only("organizationLearning")).world.organizations.columns;
    expect(oddsOf(quality[0])).toBeCloseTo(oddsOf(before) / 2, 4);
  });

  it("comes to rest where a week teaches what it forgets", async () => {
    // Nine tenths of the week are held open, and nobody asks for them.
    const work = supply("casesAreWorked", ({ organizations: { columns: o }, weekTotals }, g) => {
      o.hoursService[g] = 1000;
      weekTotals.organizations.columns.idle[g] = 900;
    });
    const { quality } = runWeeks(await law(), 600, [work, ...only("organizationLearning")]).world.organizations.columns;
    expect(oddsOf(quality[0])).toBeCloseTo(0.1 / 4 / (1 - 0.5 ** (1 / 26)), 2);
  });

  it("stands still from the start where nobody does anything about it: those long in the field keep their mean", async () => {
    // At the density of the district: where organizations are ten times as many, each has less to do and forgets.
    const run = runWeeks(await scenario("zhonglou-tenth", "partyBuilding=off"), 0, mechanisms);
    const { alive, founded, quality } = run.world.organizations.columns;
    const old = [...founded.subarray(0, 110).keys()].filter((g) => founded[g] < -8 * 52);
    const before = old.map((g) => quality[g]);
    for (let week = 0; week < 260; week++) run.step();
    const still = old.map((_, k) => k).filter((k) => alive[old[k]]);
    const change = mean(still.map((k) => quality[old[k]])) / mean(still.map((k) => before[k]));
    expect(change).toBeGreaterThan(0.9);
    expect(change).toBeLessThan(1.1);
  });

  it("grows by less, the more is known, and never beyond one", () => {
    let q = 0.1;
    let gain = Number.POSITIVE_INFINITY;
    for (let week = 0; week < 400; week++) {
      const next = learned(q, 0.05, 1);
      expect(next - q).toBeLessThan(gain);
      gain = next - q;
      q = next;
    }
    expect(q).toBeGreaterThan(0.9);
    expect(q).toBeLessThan(1);
  });

  it("is diluted by who is new: with half of the posts new, half of the practice is left", async () => {
    const of = await law("mechanisms.organizationLearning.halfLife=1040");
    const start = runWeeks(of, 0, []).world.organizations.columns;
    const newcomers = supply("casesAreWorked", ({ organizations }, g) => {
      organizations.columns.staff[g] = 4;
      organizations.columns.volunteers[g] = 0;
      organizations.columns.newcomers[g] = 2;
    });
    const { quality } = runWeeks(of, 1, [newcomers, ...only("organizationLearning")]).world.organizations.columns;
    expect(oddsOf(quality[0])).toBeCloseTo((oddsOf(start.quality[0]) / 2) * 0.5 ** (1 / 1040), 4);
  });

  it("carries over into another field as far as other courses do", async () => {
    const of = await law("mechanisms.organizationLearning.transfer=0.25", "mechanisms.organizationLearning.halfLife=1040");
    const start = runWeeks(of, 0, []).world.organizations.columns;
    const moves = supply("mattersArise", ({ organizations: { columns: o } }, g) => {
      o.type[g] = (o.field[g] + 1) % 11;
    });
    const { quality } = runWeeks(of, 1, [moves, ...only("organizationLearning")]).world.organizations.columns;
    expect(oddsOf(quality[0])).toBeCloseTo((oddsOf(start.quality[0]) / 4) * 0.5 ** (1 / 1040), 4);
  });
});
