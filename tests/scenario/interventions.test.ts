import { expect, it } from "vitest";
import { Schedule } from "../../src/scenario/index.ts";
import { small } from "../support/scenarios.ts";

it("applies interventions from their week on, to all or to named communities", async () => {
  const scenario = await small();
  const schedule = new Schedule(
    {
      ...scenario,
      interventions: [
        { week: 10, path: "rigidity", value: 0.9 },
        { week: 5, path: "rigidity", value: 0.2, communities: [1] },
        { week: 20, path: "rigidity", value: 0.1, communities: "treated" },
      ],
    },
    3,
    Uint8Array.of(1, 0, 0),
  );
  const rigidity = (week: number) => {
    schedule.at(week);
    return schedule.byCommunity.map((p) => p.rigidity);
  };
  expect(rigidity(4)).toEqual([0.5, 0.5, 0.5]);
  expect(rigidity(5)).toEqual([0.5, 0.2, 0.5]);
  expect(rigidity(10)).toEqual([0.9, 0.9, 0.9]);
  expect(rigidity(20)).toEqual([0.1, 0.9, 0.9]);
  expect(schedule.byCommunity[1]).not.toBe(schedule.byCommunity[0]);
});
