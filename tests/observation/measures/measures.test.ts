import { expect, it } from "vitest";
import type { Mechanism } from "../../../src/engine/index.ts";
import { drawPriors } from "../../../src/experiment/index.ts";
import { isMeasure, type MeasureId, measureGroups, measures, placeOfMeasure } from "../../../src/observation/index.ts";
import { runWeeks, small } from "../../support/scenarios.ts";

it("every measure stays in the range that it declares, at the defaults and over the priors", async () => {
  const base = { ...(await small()), weeks: 106 };
  const [withProgramme, ...others] = [base, ...drawPriors(base, 6, "ranges")];
  for (const scenario of [
    withProgramme,
    { ...base, partyBuilding: "off" as const },
    { ...base, partyBuilding: "placebo" as const },
    ...others,
  ]) {
    const { recorder } = runWeeks(scenario, 106);
    for (const { id, range } of measures) {
      const [least, most] = range;
      for (const value of recorder.series(id))
        if (value < least || value > most) expect.fail(`${id} is ${value}, outside ${least} to ${most}`);
    }
  }
});

it("shares end at 1, counts nowhere", () => {
  const range = (id: string) => measures.find((measure) => measure.id === id)?.range;
  expect(range("participation_rate")).toEqual([0, 1]);
  expect(range("trust_neighbours")).toEqual([0, 1]);
  expect(range("modularity")).toEqual([-0.5, 1]);
  expect(range("matters_raised")).toEqual([0, Number.POSITIVE_INFINITY]);
  expect(range("acquaintance_degree_var_ratio")).toEqual([0, Number.POSITIVE_INFINITY]);
});

it("an id that does not exist is a type error, in a mechanism too, and is told from one that does in what people write", () => {
  const known: MeasureId = "participation_age_18_29";
  // @ts-expect-error There is no such band of ages.
  const unknown: MeasureId = "participation_age_18_30";
  const moved: Mechanism["measures"] = [
    known,
    // @ts-expect-error
    unknown.replace("_30", "_31"),
  ];
  expect([...moved, "toString"].map(isMeasure)).toEqual([true, false, false]);
});

it("stand in the order of their groups, each where its id says", () => {
  const groups = measures.map(({ group }) => group);
  expect([...new Set(groups)]).toEqual([...measureGroups]);
  expect(groups.filter((group, k) => group !== groups[k - 1])).toEqual([...measureGroups]);
  for (const [k, { id }] of measures.entries()) expect(placeOfMeasure(id)).toBe(k);
});

it("are plain data, which can be sent to a worker", () => {
  expect(structuredClone(measures)).toEqual(measures);
});
