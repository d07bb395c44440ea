import { describe, expect, it } from "vitest";
import { MONEY, ORGANIZATION, OUTSIDE } from "../../../src/engine/index.ts";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";
import { sum } from "../../support/sum.ts";

it("founds organizations at its rate when none close, and closes about one in twenty-five a year when none are founded", async () => {
  const of = (...set: string[]) => scenario("zhonglou-tenth", "organizations.count=2000", ...set);
  const grown = runWeeks(
    await of(
      "mechanisms.densityDependence.exit=0",
      "mechanisms.densityDependence.legitimation=0",
      "mechanisms.densityDependence.competition=0",
    ),
    52,
    only("densityDependence"),
  );
  expect(Math.abs(grown.recorder.value("orgs_founded") - 80)).toBeLessThan(4 * Math.sqrt(80));
  const shrunk = runWeeks(
    await of(
      "mechanisms.densityDependence.founding=0",
      "mechanisms.densityDependence.newness=0",
      "mechanisms.densityDependence.withoutMoney=1",
    ),
    52,
    only("densityDependence"),
  );
  expect(shrunk.recorder.value("orgs_closed") / 2000).toBeGreaterThan(0.03);
  expect(shrunk.recorder.value("orgs_closed") / 2000).toBeLessThan(0.09);
});

describe("the mortality of organizations", () => {
  const few = ["mechanisms.densityDependence.founding=0", "mechanisms.densityDependence.exit=0.5"];
  const closed = (run: Awaited<ReturnType<typeof start>>) => {
    for (let week = 0; week < 13; week++) run.step();
    return 2000 - sum(run.world.organizations.columns.alive);
  };
  const start = async (...set: string[]) =>
    runWeeks(await scenario("zhonglou-tenth", "organizations.count=2000", ...few, ...set), 0, only("densityDependence"));
  it("rises with their number beyond what made them known, and is lower while they are few", async () => {
    const at = async (n: number) => {
      const run = await start("mechanisms.densityDependence.withoutMoney=1");
      run.world.scenario.organizations.count = 2000 / n; // as many as there are, n times those of the start
      return closed(run);
    };
    expect((await at(1.5)) / (await at(1))).toBeGreaterThan(1.2);
    // v(n) = exp(n − 1 − 3/4 (n² − 1)) is largest at two thirds.
    expect((await at(2 / 3)) / (await at(1))).toBeLessThan(1);
  });
  it("is higher of those who run dry", async () => {
    const dry = closed(await start("mechanisms.densityDependence.withoutMoney=10"));
    const run = await start("mechanisms.densityDependence.withoutMoney=10");
    for (let g = 0; g < 2000; g++) run.world.ledger.move(MONEY, OUTSIDE, 0, ORGANIZATION, g, 10_000_000);
    expect(dry).toBeGreaterThan(1.5 * closed(run));
  });
});
