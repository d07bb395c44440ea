import { expect, it } from "vitest";
import { type Observation, planted, runMeansHere } from "../../../src/experiment/index.ts";
import { scenarioSchema } from "../../../src/mechanisms/index.ts";
import { parameterCatalog } from "../../../src/scenario/index.ts";
import { scenario } from "../../support/scenarios.ts";

const catalog = parameterCatalog(scenarioSchema);
const factor = (path: string, prior: readonly [number, number]) => ({
  ...(catalog.find((one) => one.path === path) as (typeof catalog)[number]),
  prior,
});

it("truths planted in a small district lie in their 90% intervals in 80 to 97% of fits", { timeout: 600_000 }, async () => {
  const base = await scenario("community", "population.residents=100", "organizations.count=3");
  const observations = (["participation_rate", "awareness_knows"] as const).flatMap((measure) =>
    [3, 6].map((week): Observation => ({ name: `${measure} ${week}`, measure, span: [week, week], value: 0, error: 0.02, heldOut: false })),
  );
  const factors = [factor("mechanisms.participation.mean", [0.05, 0.7]), factor("mechanisms.awareness.reach", [0.001, 0.2])];
  const size = { particles: 20, generations: 2, sets: 100, replicates: 1, predictive: 20 };
  const { rows, reached } = await planted({ base, observations, factors, ...size, seed: "1" }, 10, runMeansHere);
  expect(rows.length).toBe(20);
  const share = rows.filter(({ covered }) => covered).length / rows.length;
  expect(share).toBeGreaterThanOrEqual(0.8);
  expect(share).toBeLessThanOrEqual(0.97);
  expect(reached.filter(Boolean).length).toBeGreaterThanOrEqual(8);
});
