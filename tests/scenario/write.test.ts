import { expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { scenarioText, withChanges } from "../../src/scenario/index.ts";
import { readText } from "../support/scenarios.ts";

const text = `# What this is for.
extends: community.yaml
title: Mine
rigidity: 0.2 # as they do it
interventions:
  - { week: 30, path: rigidity, value: 0.4 } # the turn
`;

it("changes a file where it is changed and leaves its comments", async () => {
  const changed = withChanges(text, {
    set: { rigidity: 0.9, "mechanisms.timeBank.floor": -3, seed: "7" },
    inherited: [],
    interventions: [{ week: 5, path: "partyBuilding", value: "off" }],
  });
  expect(changed).toBe(`# What this is for.
extends: community.yaml
title: Mine
rigidity: 0.9 # as they do it
interventions:
  - { week: 5, path: partyBuilding, value: off }
  - { week: 30, path: rigidity, value: 0.4 } # the turn
mechanisms:
  timeBank:
    floor: -3
seed: "7"
`);
  const reading = await readText(changed);
  expect(reading.ok && reading.scenario.mechanisms["timeBank"]["floor"]).toBe(-3);
});

it("writes the interventions of extended files too, whose list it replaces", async () => {
  const inherited = [{ week: 9, path: "rigidity", value: 0.1 }];
  const changed = withChanges("extends: community.yaml\ntitle: A\n", {
    set: {},
    inherited,
    interventions: [{ week: 2, path: "rigidity", value: 1, communities: [0] }],
  });
  const reading = await readText(changed);
  expect(reading.ok && reading.scenario.interventions).toEqual([{ week: 2, path: "rigidity", value: 1, communities: [0] }, ...inherited]);
});

it("writes a scenario as a file that reads as the same, without its interventions", async () => {
  const reading = await readText(text, ["seed=x"]);
  if (!reading.ok) throw new Error("the scenario cannot be read");
  const again = await readText(scenarioText(reading.scenario, scenarioSchema));
  expect(again.ok && again.scenario).toEqual({ ...reading.scenario, interventions: [] });
});
