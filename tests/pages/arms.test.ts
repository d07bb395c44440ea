import { expect, it } from "vitest";
import { armsOf } from "../../src/pages/laboratory/real/arms.ts";

const later = [{ week: 80, path: "partyBuilding", value: "placebo" as const }];

it("sets what the laboratory has changed against the scenario; without a change, the programme against none", () => {
  expect(armsOf({}, [])).toEqual({ baseline: { set: { partyBuilding: "off" } }, changed: { set: {} } });
  expect(armsOf({ rigidity: 0.9 }, later)).toEqual({ baseline: { set: {} }, changed: { set: { rigidity: 0.9 }, interventions: later } });
});

it("asks of a counterfactual run: both arms have the laboratory's changes, one has its own too, from its week on", () => {
  const second = { at: 90, changes: { partyBuilding: "off" }, seed: "7" };
  expect(armsOf({ rigidity: 0.9 }, later, second)).toEqual({
    baseline: { set: { rigidity: 0.9 }, interventions: later },
    changed: { set: { rigidity: 0.9 }, interventions: [...later, { week: 90, path: "partyBuilding", value: "off" }] },
  });
});

it("sets from the start what no week can bring", () => {
  const second = { at: 1, changes: { "population.residents": 2000, partyBuilding: "off" }, seed: "" };
  expect(armsOf({}, [], second).changed).toEqual({ set: { "population.residents": 2000, partyBuilding: "off" } });
});
