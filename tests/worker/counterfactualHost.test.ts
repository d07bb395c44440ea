import { expect, it } from "vitest";
import type { Story } from "../../src/observation/index.ts";
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

it("a counterfactual run is the run that has its changes from its week on, whether it begins at week 0 or at a checkpoint", async () => {
  const scenario = await small();
  const interventions = [{ week: 11, path: "partyBuilding", value: "off" as const }];
  const there = runWeeks({ ...scenario, interventions }, 20).stateDigest();
  const host = createCounterfactualHost();
  host.branch({ start: scenario, interventions, set: {}, to: 20 }, () => {});
  expect(host.digest()).toBe(there);
  host.branch({ start: runWeeks(scenario, 10).checkpoint("test"), interventions, set: {}, to: 20 }, () => {});
  expect(host.digest()).toBe(there);
  host.branch({ start: scenario, interventions: [], set: { seed: "2", "population.residents": 300 }, to: 5 }, () => {});
  expect(host.digest()).toBe(runWeeks(await small('seed="2"', "population.residents=300"), 5).stateDigest());
});

it("a counterfactual run takes over what is changed later on in the first, and keeps its own changes", async () => {
  const scenario = await small();
  const own = { week: 6, path: "partyBuilding", value: "off" as const };
  const later = { week: 13, path: "mechanisms.arrivals.mode", value: "off" as const };
  const host = createCounterfactualHost();
  host.branch({ start: scenario, interventions: [own], set: {}, to: 12 }, () => {});
  host.adopt([later]);
  host.step(8);
  expect(host.digest()).toBe(runWeeks({ ...scenario, interventions: [own, later] }, 20).stateDigest());
});

it("says which change cannot be", async () => {
  const start = await small();
  const host = createCounterfactualHost();
  const branch = (path: string, value: number) =>
    host.branch({ start, interventions: [{ week: 2, path, value }], set: {}, to: 3 }, () => {});
  expect(branch("rigidity", 7)).toMatchObject({
    ok: false,
    message: { code: "ofPath", values: { path: "rigidity", message: { code: "isOf" } } },
  });
  expect(branch("population.residents", 700)).toMatchObject({ ok: false, message: { code: "fixedFromStart" } });
});
