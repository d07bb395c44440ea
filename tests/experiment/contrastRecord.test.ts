import { describe, expect, it } from "vitest";
import {
  type Contrast,
  contrastDigest,
  contrastRecord,
  contrastRow,
  inFamily,
  modelDigest,
  recordedRows,
} from "../../src/experiment/index.ts";
import { small } from "../support/scenarios.ts";

const contrast: Contrast = {
  title: "T",
  titleZh: "题",
  question: "Is it?",
  claim: "More is more.",
  mechanism: "By itself.",
  rows: ["F03"],
  against: "Less.",
  rival: "Chance.",
  set: {},
  from: 1,
  arms: { on: { set: {}, interventions: [] }, off: { set: { partyBuilding: "off" }, interventions: [] } },
  span: [1, 4],
  estimands: [
    { name: "a", measure: "participation_rate", weights: { on: 1, off: -1 }, claimed: "positive", least: 0.01 },
    { name: "b", measure: "branch_activity_true", weights: { on: 1, off: -1 }, claimed: "negative", least: 0.01 },
  ],
};

describe("the record of a contrast", () => {
  it("gives the rows back to the last digit, through JSON, with what is no number", () => {
    const rows = contrast.estimands.map((estimand, e) => contrastRow(estimand, [0.1 + 0.2, Number.NaN, 1 / 3], [e, -1e-17]));
    const read = JSON.parse(JSON.stringify(contrastRecord("x", contrast, rows)));
    const found = recordedRows({ contrasts: [read] }, new Map([["x", contrast]])).get("x");
    expect(found).toEqual(inFamily(rows));
  });

  it("tells a contrast that asks something else from one that is only worded anew", () => {
    const digest = contrastDigest(contrast);
    expect(contrastDigest({ ...contrast, claim: "Other words.", question: "Is it?", against: "x" })).toBe(digest);
    expect(contrastDigest({ ...contrast, span: [1, 5] })).not.toBe(digest);
    expect(contrastDigest({ ...contrast, set: { rigidity: 1 } })).not.toBe(digest);
    expect(contrastDigest({ ...contrast, estimands: [contrast.estimands[0]] })).not.toBe(digest);
    const later = { week: 3, path: "partyBuilding", value: "off" as const };
    expect(contrastDigest({ ...contrast, arms: { ...contrast.arms, on: { set: {}, interventions: [later] } } })).not.toBe(digest);
    // As a file has it, where what is left out is not there at all.
    const { interventions: _, ...bare } = contrast.arms.on;
    expect(contrastDigest({ ...contrast, arms: { ...contrast.arms, on: { ...bare, interventions: [] } } })).toBe(digest);
  });

  it("knows a model by the state in which it leaves a district", async () => {
    const base = { ...(await small()), weeks: 6 };
    expect(modelDigest(base, "1")).toBe(modelDigest(base, "1"));
    expect(modelDigest(base, "2")).not.toBe(modelDigest(base, "1"));
    expect(modelDigest({ ...base, rigidity: 0.9 }, "1")).not.toBe(modelDigest(base, "1"));
  });
});
