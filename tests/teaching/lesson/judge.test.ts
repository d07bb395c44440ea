import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  crps,
  drawnCurve,
  type Ensemble,
  isPredicted,
  judge,
  knotWeeks,
  lessonSchema,
  type Prediction,
  predictionRows,
  readPredicted,
  scaleOf,
  stretchesOf,
  writePredicted,
} from "../../../src/teaching/index.ts";

const predictionOf = (predict: object): Prediction =>
  lessonSchema.parse({
    title: "t",
    scenario: "community",
    scenes: [{ title: "s", text: "t", predict: { ask: "?", measure: "participation_rate", ...predict } }],
  }).scenes[0].predict as Prediction;
const ensemble = (outcomes: number[][], weeks = 20): Ensemble => ({
  weeks,
  outcomes,
  courses: outcomes.map((of) => of.map((value) => new Array<number>(weeks).fill(value))),
});
const runs = Array.from({ length: 21 }, (_, k) => k / 20); // 0, 0.05 … 1: nine tenths lie from 0.05 to 0.95

it("a scale that no lesson names ends where the measure does", () => {
  expect(scaleOf(predictionOf({ kind: "curve", measure: "org_autonomy_mean" }))).toEqual([0, 1]);
  expect(scaleOf(predictionOf({ kind: "value", measure: "orgs_alive" }))).toEqual([0, 100]);
  expect(scaleOf(predictionOf({ kind: "value", arms: { a: {}, b: {} } }))).toEqual([-1, 1]);
});

describe("judge", () => {
  it("of a value says on which side of nine tenths of the runs it lies", () => {
    const predict = predictionOf({ kind: "value" });
    expect(judge(predict, [0.5], ensemble([runs]))).toMatchObject({ side: "within", band: { low: 0.05, middle: 0.5, high: 0.95 } });
    expect(judge(predict, [0.04], ensemble([runs]))).toMatchObject({ side: "below" });
    expect(judge(predict, [0.96], ensemble([runs]))).toMatchObject({ side: "above" });
  });

  it("of two arms predicts the first minus the second, run by run", () => {
    const predict = predictionOf({ kind: "value", arms: { a: {}, b: {} } });
    const apart = ensemble([runs.map((one) => one + 0.2), runs]);
    const judged = judge(predict, [0.2], apart);
    expect(judged.kind === "value" && [judged.band.low, judged.band.high].map((one) => Number(one.toFixed(9)))).toEqual([0.2, 0.2]);
  });

  it("of a choice counts the runs in which each option was right", () => {
    const options = [
      { text: "low", to: 0.5 },
      { text: "high", from: 0.5 },
    ];
    expect(judge(predictionOf({ kind: "choose", options }), [1], ensemble([runs]))).toMatchObject({
      counts: [10, 11],
      chosen: 1,
      runs: 21,
    });
  });

  it("of an order says in how many runs it came about, the usual one and one's own", () => {
    const predict = predictionOf({ kind: "order", arms: { a: {}, b: {} } });
    const judged = judge(
      predict,
      [0, 1],
      ensemble([
        [1, 1, 5],
        [2, 2, 2],
      ]),
    );
    // The one that came about most often, though the first arm has the higher mean.
    expect(judged).toMatchObject({ order: [1, 0], same: 2, mine: 1, runs: 3 });
  });

  it("of a curve says in which weeks it parted from the band, and by how much", () => {
    const bands = Array.from({ length: 40 }, () => ({ low: 0.2, middle: 0.3, high: 0.4 }));
    const drawn = [...new Array<number>(20).fill(0.3), ...new Array<number>(20).fill(0.5)];
    expect(stretchesOf(drawn, bands, 1)).toEqual([
      { side: "within", from: 1, to: 20, by: 0 },
      { side: "above", from: 21, to: 40, by: expect.closeTo(0.1) },
    ]);
    drawn[30] = 0.3; // one week of a ragged edge is no stretch of its own
    expect(stretchesOf(drawn, bands, 1)).toHaveLength(2);
  });
});

describe("crps", () => {
  it("is the distance from a run that is alone, and least within runs", () => {
    expect(crps(3, [1])).toBe(2);
    expect(crps(0.5, runs)).toBeLessThan(crps(0.1, runs));
    expect(crps(0, [0, 2])).toBe(0.5); // 1 - 1/2 * 1
  });
});

describe("a prediction as a word of an address", () => {
  it("comes back as it was, to the digits that a hand draws", () => {
    const predict = predictionOf({ kind: "curve" });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 9, maxLength: 9 }), (permille) => {
        const values = permille.map((one) => one / 1000);
        expect(readPredicted(predict, writePredicted(values))).toEqual(values);
      }),
    );
  });

  it("is none if it does not fit what is asked", () => {
    const order = predictionOf({ kind: "order", arms: { a: {}, b: {} } });
    expect(isPredicted(order, [1, 0])).toBe(true);
    for (const wrong of [[0, 0], [0], [0, 2], ["0", "1"], "01", undefined]) expect(isPredicted(order, wrong)).toBe(false);
    expect(readPredicted(predictionOf({ kind: "value" }), "1.2")).toBeUndefined();
    expect(readPredicted(predictionOf({ kind: "value" }), "NaN")).toBeUndefined();
  });
});

it("a curve goes through its knots, week by week", () => {
  const knots = knotWeeks({ known: 26 }, 104);
  expect([knots[0], knots.at(-1)]).toEqual([26, 104]);
  const curve = drawnCurve([0, 1, 2, 3, 4, 5, 6, 7, 8], knots);
  expect(curve).toHaveLength(104 - 26 + 1);
  for (const [k, week] of knots.entries()) expect(curve[week - 26]).toBe(k);
});

it("what is exported has a row a knot, with the score", () => {
  const rows = predictionRows(predictionOf({ kind: "curve" }), new Array(9).fill(0.5), ensemble([runs]));
  expect(rows.map(({ at }) => Number(at))).toEqual(knotWeeks({ known: 0 }, 20));
  expect(rows[0]).toMatchObject({ predicted: 0.5, low: 0.05, high: 0.95 });
  expect(rows[0].crps).toBeGreaterThan(0);
});
