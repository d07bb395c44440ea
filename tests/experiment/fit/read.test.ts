import { describe, expect, it } from "vitest";
import { holdingOut, readObservations } from "../../../src/experiment/index.ts";
import { formatProblem } from "../../../src/words/index.ts";

const read = (...lines: string[]) => readObservations({ path: "series.csv", text: lines.join("\n") }, 3);
const answers = (...lines: string[]) => {
  const reading = read(...lines);
  return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
};

describe("readObservations", () => {
  it("reads weeks and years, errors and intervals, shares and percent", () => {
    const reading = read(
      "measure,week,year,value,error,low,high",
      "participation_rate,12,,0.31,0.02,,",
      "participation_rate,,2,33%,,29%,37%",
      "",
    );
    expect(reading.ok && reading.observations).toEqual([
      { name: "participation_rate week 12", measure: "participation_rate", span: [12, 12], value: 0.31, error: 0.02, heldOut: false },
      {
        name: "participation_rate year 2",
        measure: "participation_rate",
        span: [53, 104],
        value: 0.33,
        error: expect.closeTo(0.08 / 3.92, 6),
        interval: [0.29, 0.37],
        heldOut: false,
      },
    ]);
  });

  it("reads headings and names of measures in Chinese, and semicolons", () => {
    const reading = read("\uFEFF指标;周;值;误差", "成年人参与率;8;0.2;0.01");
    const english = read("measure,week,value,error", "participation_rate,8,0.2,0.01");
    expect(reading).toEqual(english);
  });

  it("says all that is wrong with line, column, value and what to write instead", () => {
    expect(
      answers(
        "measure,week,value,error,low,high,community",
        "participation_rat,8,0.2,,,,",
        "participation_rate,8.5,0.2,,,,",
        "participation_rate,8,20,,,,",
        "participation_rate,8,0.2,-1,,,",
        "participation_rate,9,0.2,,0.1,,",
        "participation_rate,10,0.2,,0.3,0.4,",
        "participation_rate,11,0.2,0.1,0.1,0.3,",
        "participation_rate,12,,,,,",
        "participation_rate,13,0.2,,,,3",
        "participation_rate,14,0.2,,,,",
        "participation_rate,14,0.3,,,,",
        "participation_rate,14,0.3,,,,2",
        "hub_share,14,0.3,,,,2",
      ),
    ).toEqual([
      "series.csv:2:1: measure names participation_rat, which is not a measure. Did you mean participation_rate?",
      "series.csv:3:20: week is 8.5. Write a whole number from 1 to 3650.",
      "series.csv:4:22: value is 20. Write a number from 0 to 1, in the unit of the measure.",
      "series.csv:5:26: error is -1. Write the standard error of the value, a number from 0.",
      "series.csv:6:31: high is missing. Write both ends of the 95% interval, around the value.",
      "series.csv:7:23: value is 0.2, outside of 0.3 to 0.4. Write both ends of the 95% interval, around the value.",
      "series.csv:8:27: error stands beside the ends of an interval. Write the error, or low and high.",
      "series.csv:9:23: value is missing. Write a number; a share as a fraction, or with %.",
      "series.csv:10:30: community is 3. Name numbers from 0 to 2.",
      "series.csv:12:1: measure stands in line 11 already. Take one of them out.",
      expect.stringMatching(
        /^series\.csv:14:\d+: community is given, but hub_share is known of the whole district alone\. Leave it empty, or take one of participation_rate, /,
      ),
    ]);
    expect(answers("mesure,week,value", "a,1,2")).toEqual([
      "series.csv:1:1: mesure is not a heading that is known. Did you mean measure?",
      "series.csv:1:1: measure is missing. Write a first line of headings: measure, week (or year), value, and error (or low, high), in English or in Chinese.",
    ]);
    expect(answers("measure,week,value")).toEqual([
      "series.csv:1:1: holds no observation. Write a line such as “participation_rate,52,0.31,0.02”.",
    ]);
  });
});

describe("holdingOut", () => {
  it("marks the last share of the weeks, or a measure", () => {
    const reading = read(
      "measure,week,value",
      ...[1, 2, 3, 4].map((week) => `participation_rate,${week},0.2`),
      ...[1, 2, 3, 4].map((week) => `fatigue_mean,${week},0.2`),
    );
    if (!reading.ok) throw new Error("wrong");
    const held = (hold: Parameters<typeof holdingOut>[1]) =>
      holdingOut(reading.observations, hold).flatMap(({ name, heldOut }) => (heldOut ? [name] : []));
    expect(held({ share: 0.25 })).toEqual(["participation_rate week 4", "fatigue_mean week 4"]);
    expect(held({ share: 0.5 }).length).toBe(4);
    expect(held({ share: 0.1 })).toEqual([]);
    expect(held({ measure: "fatigue_mean" }).length).toBe(4);
  });
});
