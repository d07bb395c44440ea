import { describe, expect, it } from "vitest";
import { classOutcome, type Ensemble, lessonSchema, type Prediction } from "../../../src/teaching/index.ts";
import { tellPredictionsOfMany } from "../../../src/words/index.ts";

const predictOf = (predict: object): Prediction => {
  const scenes = [{ title: "t", text: "t", predict: { ask: "?", measure: "participation_rate", ...predict } }];
  return lessonSchema.parse({ title: "t", scenario: "community", scenes }).scenes[0].predict as Prediction;
};
const runs = (...ofArms: number[][]): Ensemble => ({
  weeks: 52,
  outcomes: ofArms,
  courses: ofArms.map((arm) => arm.map((value) => new Array<number>(52).fill(value))),
});
const share = { share: true, difference: false };

describe("what a class predicted", () => {
  it("is counted below, within and above the band; of curves where they end", () => {
    const ensemble = runs([0.4, 0.42, 0.44, 0.46]);
    const value = classOutcome(predictOf({ kind: "value" }), [[0.2], [0.41], [0.9], [0.95]], ensemble);
    expect(value).toMatchObject({ below: 1, within: 1, above: 2, of: 4 });
    const line = (end: number) => [...new Array<number>(8).fill(0), end];
    expect(classOutcome(predictOf({ kind: "curve" }), [line(0.43), line(0.1)], ensemble)).toMatchObject({ below: 1, within: 1, week: 52 });
    expect(tellPredictionsOfMany("en", value, share, [])).toBe(
      "Nine tenths of the runs lie from 40.3% to 45.7%: 1 of 4 predictions are among them, 1 are lower, 2 higher.",
    );
  });

  it("is set beside the choice of most runs, and the order of their means", () => {
    const options = [
      { text: "Low.", to: 0.4 },
      { text: "High.", from: 0.4 },
    ];
    const chosen = classOutcome(predictOf({ kind: "choose", options }), [[0], [1], [1]], runs([0.3, 0.5, 0.6]));
    expect(chosen).toEqual({ kind: "choose", option: 1, count: 2, runs: 3, same: 2, of: 3 });
    const ordered = classOutcome(
      predictOf({ kind: "order", arms: { a: {}, b: {} } }),
      [
        [0, 1],
        [1, 0],
        [1, 0],
      ],
      runs([0.1, 0.2], [0.3, 0.4]),
    );
    expect(ordered).toEqual({ kind: "order", order: [1, 0], same: 2, of: 3 });
    expect(tellPredictionsOfMany("zh", ordered, share, ["甲", "乙"])).toBe("最常见的排序：乙 > 甲；3 份预测中有 2 份如此。");
  });
});
