import { expect, it, vi } from "vitest";
import { inForce, setParameter } from "../../src/pages/laboratory/session/interventions.ts";
import { week } from "../../src/pages/laboratory/session/runControls.ts";
import { built, changed, description, interventions, loaded } from "../../src/pages/laboratory/session/scenario.ts";
import { parametersAt } from "../../src/scenario/index.ts";
import { createHost } from "../../src/worker/host.ts";

let host = createHost();
vi.mock("../../src/worker/client.ts", () => ({ start: () => ({ ...host, ended: new Promise(() => {}) }) }));

/** A small community in the page, with interventions in its file and some of the reader's. */
async function opened(file: string, own: typeof interventions.value = []) {
  host = createHost();
  const text = `title: A\nweeks: 60\npopulation: { residents: 300, communities: 3 }\norganizations: { count: 4 }\n${file}`;
  description.value = host.describe();
  const outcome = await host.load({ file: "a.yaml", files: { "a.yaml": text }, seed: "1", changed: changed.value, interventions: own });
  loaded.value = outcome.ok ? outcome : undefined;
  built.value = changed.value;
  interventions.value = own;
}

it("shows what is in force for the district in the week, whatever the order of the list", async () => {
  await opened(
    "interventions:\n  - { week: 20, path: rigidity, value: 0.2 }\n  - { week: 10, path: rigidity, value: 0.1 }\n" +
      "  - { week: 5, path: rigidity, value: 0.9, communities: [1] }\n  - { week: 30, path: rigidity, value: 0.8, communities: treated }\n",
    [{ week: 20, path: "rigidity", value: 0.3 }],
  );
  const shown = [1, 5, 8, 9, 18, 19, 40].map((at) => {
    week.value = at;
    return inForce("rigidity");
  });
  expect(shown).toEqual([0.5, 0.5, 0.5, 0.1, 0.1, 0.3, 0.3]);
});

it("shows the programme as withdrawn when it is, and what the run was begun with before", async () => {
  changed.value = { withdrawal: 12, rigidity: 0.7 };
  await opened("interventions: [{ week: 15, path: partyBuilding, value: placebo }]\n");
  const shown = [2, 11, 20].map((at) => {
    week.value = at;
    return [inForce("partyBuilding"), inForce("rigidity")];
  });
  expect(shown).toEqual([
    ["on", 0.7],
    ["off", 0.7],
    ["off", 0.7],
  ]);
});

it("says what the world itself has in force, week by week", async () => {
  changed.value = { rigidity: 0.4 };
  const list = [
    { week: 9, path: "rigidity", value: 0.6 },
    { week: 3, path: "rigidity", value: 0.2 },
    { week: 3, path: "rigidity", value: 0.9, communities: [0] },
  ];
  await opened("", list);
  const scenario = host.present();
  for (const at of [1, 2, 3, 8, 9]) {
    week.value = at;
    expect(inForce("rigidity"), `week ${at}`).toBe(parametersAt(scenario, at + 1).rigidity);
  }
});

it("sets what is not in force yet, and nothing that is", async () => {
  changed.value = {};
  await opened(
    "interventions:\n  - { week: 4, path: rigidity, value: 0.2 }\n  - { week: 2, path: rigidity, value: 0.1 }\n" +
      "  - { week: 3, path: rigidity, value: 0.9, communities: [1] }\n",
  );
  host.step(6);
  week.value = 6;
  await setParameter("rigidity", 0.2);
  expect(interventions.value).toEqual([]);
  await setParameter("rigidity", 0.9);
  expect([interventions.value, inForce("rigidity")]).toEqual([[{ week: 7, path: "rigidity", value: 0.9 }], 0.9]);
});
