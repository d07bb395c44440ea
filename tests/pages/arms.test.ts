import { expect, it } from "vitest";
import { armsOf } from "../../src/pages/laboratory/real/arms.ts";

const none = { changed: {}, interventions: [] };
const later = [{ week: 80, path: "partyBuilding", value: "placebo" as const }];

it("sets what the laboratory has changed against the scenario; without a change, the programme against none", () => {
  expect(armsOf(none, none)).toEqual({ baseline: { set: { partyBuilding: "off" } }, changed: { set: {} } });
  expect(armsOf({ changed: { rigidity: 0.9 }, interventions: later }, none)).toEqual({
    baseline: { set: {} },
    changed: { set: { rigidity: 0.9 }, interventions: later },
  });
});

it("sets it against a baseline that has changes of its own, also where nothing is changed", () => {
  const own = { changed: { rigidity: 0.9 }, interventions: later };
  expect(armsOf(none, own)).toEqual({ baseline: { set: { rigidity: 0.9 }, interventions: later }, changed: { set: {} } });
});
