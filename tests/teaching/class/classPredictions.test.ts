import { describe, expect, it } from "vitest";
import { classPredictions, crps, type Ensemble, lessonSchema, type SeatPrediction } from "../../../src/teaching/index.ts";

const arms = { a: { title: "A" }, b: { title: "B" } };
const lesson = lessonSchema.parse({
  title: "t, with a comma",
  scenario: "community",
  scenes: [
    { title: "1", text: "t", predict: { kind: "value", ask: "?", measure: "participation_rate" } },
    { title: "2", text: "t", predict: { kind: "curve", ask: "?", measure: "participation_rate" } },
    { title: "3", text: "t", predict: { kind: "order", ask: "?", measure: "participation_rate", arms } },
    {
      title: "4",
      text: "t",
      predict: {
        kind: "choose",
        ask: "?",
        measure: "participation_rate",
        options: [
          { text: "=low", to: 0.3 },
          { text: "high", from: 0.3 },
        ],
      },
    },
    { title: "5", text: "t" },
  ],
});
const knots = Array.from({ length: 9 }, () => 0.3);
const predictions: SeatPrediction[] = [
  { scene: 0, seat: 1, name: "=cmd|' /C calc'!A0", values: [0.5] },
  { scene: 0, seat: 2, name: 'Li, "Plum"', values: [0.2] },
  { scene: 1, seat: 1, name: "Wu", values: knots },
  { scene: 2, seat: 1, name: "Wu", values: [1, 0] },
  { scene: 3, seat: 1, name: "Wu", values: [0] },
  { scene: 4, seat: 1, name: "Wu", values: [0] }, // predicts nothing: a lesson that was changed since
];
const first = [0.2, 0.3, 0.4, 0.1];
const second = [0.1, 0.5, 0.6, 0.7];
const courseOf = (value: number) => Array.from({ length: 104 }, () => value);
const ensemble = (outcomes: number[][]): Ensemble => ({ weeks: 104, outcomes, courses: outcomes.map((arm) => arm.map(courseOf)) });

describe("what a class predicted as a table", () => {
  it("has a row a seat and scene, and no cell that a sheet would take for a formula", () => {
    expect(classPredictions(lesson, predictions).split("\n")).toEqual([
      "lesson,scene,seat,name,kind,measure,predicted",
      `"t, with a comma",1,1,'=cmd|' /C calc'!A0,value,participation_rate,0.5`,
      `"t, with a comma",1,2,"Li, ""Plum""",value,participation_rate,0.2`,
      `"t, with a comma",2,1,Wu,curve,participation_rate,${knots.join(" ")}`,
      `"t, with a comma",3,1,Wu,order,participation_rate,b > a`,
      `"t, with a comma",4,1,Wu,choose,participation_rate,'=low`,
      "",
    ]);
  });

  it("holds each against the runs of its scene, and leaves empty what has no meaning or no runs", () => {
    const text = classPredictions(lesson, predictions, (scene) =>
      scene === 1 ? undefined : ensemble(scene === 2 ? [first, second] : [first]),
    );
    const judged = text.split("\n").map((line) => line.split(",").slice(-3));
    expect(judged.slice(0, -1)).toEqual([
      ["crps", "came_about", "runs"],
      [String(crps(0.5, first)), "", "4"],
      [String(crps(0.2, first)), "", "4"],
      ["", "", "0"],
      ["", "0.75", "4"], // b above a in three of four
      ["", "0.5", "4"], // 0.2 and 0.1 lie below 0.3
    ]);
    // mean |x - y| = 0.25, and half of the mean distance between runs is 0.0625
    expect(crps(0.5, first)).toBeCloseTo(0.1875, 12);
  });

  it("takes the mean over the knots of a curve", () => {
    const [, row] = classPredictions(lesson, [predictions[2]], () => ensemble([first])).split("\n");
    expect(Number(row.split(",").at(-3))).toBeCloseTo(crps(0.3, first), 12);
  });
});
