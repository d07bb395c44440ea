import { expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";

it("there are two stable norms when the response is steep: high stays high, low stays low", async () => {
  const norm = async (start: number) => {
    const run = runWeeks(
      await small("mechanisms.normDiffusion.steepness=12", "mechanisms.normDiffusion.readiness=0"),
      0,
      only("normDiffusion"),
    );
    run.world.residents.columns.compliance.fill(start);
    for (let week = 0; week < 200; week++) run.step();
    return run.recorder.value("norm_compliance");
  };
  expect(await norm(0.6)).toBeGreaterThan(0.9);
  expect(await norm(0.3)).toBeLessThan(0.1);
});
