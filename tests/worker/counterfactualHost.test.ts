import { expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import type { Story } from "../../src/observation/index.ts";
import { scenarioText } from "../../src/scenario/index.ts";
import { createCounterfactualHost } from "../../src/worker/counterfactualHost.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const agent = { kind: "resident", index: 7 } as const;

function tell(host: ReturnType<typeof createCounterfactualHost>, request: Omit<Parameters<typeof host.tell>[0], "agent">) {
  const weeks: number[] = [];
  const story = host.tell({ ...request, agent }, (week) => weeks.push(week)) as Story;
  return { story, first: weeks[0] };
}

it("a story of the last weeks begins at the checkpoint kept on the way of one before, and is the same; a changed past is run again", async () => {
  const scenario = await small();
  const host = createCounterfactualHost();
  expect(tell(host, { start: scenario, from: 0, to: 70 }).first).toBe(1);
  const again = tell(host, { start: scenario, from: 40, to: 70 });
  expect(again.first).toBe(19);
  expect(again.story).toEqual(tell(createCounterfactualHost(), { start: scenario, from: 40, to: 70 }).story);
  // An intervention after the checkpoint holds in what is run from it; one before makes it another past.
  const off = (week: number) => ({ ...scenario, interventions: [{ week, path: "partyBuilding", value: "off" as const }] });
  const later = tell(host, { start: off(50), from: 40, to: 70 });
  expect(later.first).toBe(19);
  expect(later.story).toEqual(tell(createCounterfactualHost(), { start: off(50), from: 40, to: 70 }).story);
  expect(tell(host, { start: off(5), from: 40, to: 70 }).first).toBe(1);
});

const off = { week: 11, path: "partyBuilding", value: "off" as const };
const files = { "small.yaml": scenarioText(await small(), scenarioSchema) };
const request = { file: "small.yaml", files, seed: "1", changed: {}, interventions: [] };

it("the baseline is the run without what was changed, whether it begins at week 0 or at a checkpoint of the run that was", async () => {
  const there = runWeeks(await small(), 20).stateDigest();
  const host = createCounterfactualHost();
  await host.begin({ run: request, checkpoint: undefined, to: 12 }, () => {});
  host.step(8);
  expect(host.digest()).toBe(there);
  // The checkpoint has the change in its schedule, and a week in which it has not come yet.
  const changed = runWeeks({ ...(await small()), interventions: [off] }, 10).checkpoint("test");
  await host.begin({ run: request, checkpoint: changed, to: 20 }, () => {});
  expect(host.digest()).toBe(there);
});

it("a baseline has changes of its own", async () => {
  const host = createCounterfactualHost();
  await host.begin(
    { run: { ...request, changed: { "population.residents": 300 }, interventions: [off] }, checkpoint: undefined, to: 14 },
    () => {},
  );
  expect(host.digest()).toBe(runWeeks({ ...(await small("population.residents=300")), interventions: [off] }, 14).stateDigest());
});

it("says which change cannot be", async () => {
  const host = createCounterfactualHost();
  expect(await host.begin({ run: { ...request, changed: { rigidity: 7 } }, checkpoint: undefined, to: 3 }, () => {})).toMatchObject({
    ok: false,
  });
});
