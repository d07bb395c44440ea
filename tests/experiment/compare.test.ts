import { expect, it } from "vitest";
import { compare, runJobsHere } from "../../src/experiment/index.ts";
import { withValue } from "../../src/scenario/index.ts";
import { small } from "../support/scenarios.ts";

const study = { pairs: 3, seed: "s", span: [5, 8] as [number, number], weekly: true };

it("of a scenario with itself finds nothing: every difference is zero", async () => {
  const without = await small();
  const { rows } = await compare({ ...study, without, changed: without, weekly: false }, runJobsHere);
  for (const { measure, effect, strength } of rows) {
    if (effect.count < 2) continue;
    expect([effect.mean, effect.low, effect.high], measure).toEqual([0, 0, 0]);
    expect(Number.isNaN(strength) ? 0 : strength, measure).toBe(0);
  }
});

it("puts first what was changed, and shows when it came", async () => {
  const without = await small();
  const changed = { ...without, interventions: [{ week: 6, path: "mechanisms.awareness.messages", value: 0 }] };
  const { rows, series } = await compare({ ...study, without, changed }, runJobsHere);
  const messages = rows.findIndex(({ measure }) => measure === "messages_per_resident");
  expect(messages).toBeLessThan(5);
  const { effect, bootstrap, without: before, with: after } = rows[messages];
  expect(effect.mean).toBeCloseTo(after - before, 12);
  expect(effect.high).toBeLessThan(0);
  expect(bootstrap.high).toBeLessThan(0);
  const weeks = series.filter(({ measure }) => measure === "messages_per_resident");
  expect(weeks.map(({ effect: { mean } }) => mean < 0)).toEqual([5, 5, 5, 5, 5, 6, 7, 8].map((week) => week > 5));
});

it("gives the arms of a pair the same draws, and pairs different ones", async () => {
  const without = await small();
  const seeds: string[] = [];
  const changed = withValue(without, "rigidity", 1);
  await compare({ ...study, without, changed }, (jobs) => {
    seeds.push(...jobs.map(({ scenario }) => scenario.seed));
    return runJobsHere(jobs.map((job) => ({ ...job, spans: job.spans.slice(0, 1).map(() => [1, 1] as const) }))).then((all) =>
      all.map(([means]) => Array.from({ length: 9 }, () => means)),
    );
  });
  expect(seeds).toEqual(["s/0", "s/0", "s/1", "s/1", "s/2", "s/2"]);
});
