import { expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { CommunitySeries, measuresByCommunity } from "../../src/observation/index.ts";
import { small } from "../support/scenarios.ts";

it("a measure of the only community is that of the district, in every week in which it is measured", async () => {
  const run = Run.start(await small("weeks=12", "organizations.members=0.5"), mechanisms);
  const communities = new CommunitySeries(run.world);
  for (let week = 1; week <= 12; week++) {
    run.step();
    communities.observe(run.world);
  }
  for (const id of measuresByCommunity)
    for (const week of [4, 8, 12])
      expect(communities.series(id, 0)[week - 1], `${id}, week ${week}`).toBeCloseTo(run.recorder.value(id, week), 5);
  expect(communities.series("participation_rate", 0)[11]).toBeGreaterThan(0.02);
  expect(() => communities.series("hub_share", 0)).toThrow("whole district alone");
});

it("communities of a district lie around what the district has", async () => {
  const run = Run.start(await small("weeks=8", "population.communities=2", "population.residents=1200"), mechanisms);
  const communities = new CommunitySeries(run.world);
  for (let week = 1; week <= 8; week++) {
    run.step();
    communities.observe(run.world);
  }
  const [a, b] = [0, 1].map((c) => communities.series("participation_rate", c)[7]);
  expect(a).not.toBe(b);
  const whole = run.recorder.value("participation_rate", 8);
  expect(whole).toBeGreaterThan(Math.min(a, b));
  expect(whole).toBeLessThan(Math.max(a, b));
});
