import { describe, expect, it } from "vitest";
import { patterns, readTargets } from "../../../src/experiment/index.ts";
import { patternOutcomes } from "../../../src/experiment/targets/pattern.ts";
import { formatProblem } from "../../../src/words/index.ts";

const read = (...lines: string[]) => readTargets({ path: "own.yaml", text: lines.join("\n") });
const answers = (...lines: string[]) => {
  const reading = read(...lines);
  return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
};

describe("readTargets", () => {
  it("reads own targets with what is left out", () => {
    const reading = read("targets:", "  - { what: late participation, measure: participation_rate, take: last, range: [0.2, 0.4] }");
    expect(reading).toMatchObject({
      ok: true,
      weeks: 364,
      patterns: [{ pattern: "own", use: "C", whatZh: "late participation", needs: [], targetRange: [0.2, 0.4], rule: { take: "last" } }],
    });
  });

  it("says all that is wrong, where, and what to write instead", () => {
    expect(
      answers(
        "weeks: 104",
        "targets:",
        "  - { what: a, measure: participation_rat, range: [0.2, 0.4] }",
        "  - { what: b, measure: participation_rate, range: [0.4, 0.2] }",
        "  - { what: c, measure: participation_rate, range: [0.2, 0.4], span: [1, 364] }",
        "  - { what: d, measure: participation_rate, range: [0.2, 0.4], needs: [participating] }",
        "  - { measure: participation_rate, range: [0.2, 0.4], band: 3 }",
      ),
    ).toEqual([
      "own.yaml:3:25: targets.0.measure names participation_rat, which is not a measure. Did you mean participation_rate?",
      "own.yaml:4:52: targets.1.range is [0.4,0.2]. Write least and largest value, such as [0.2, 0.4].",
      "own.yaml:5:70: targets.2.span ends in week 364, but a run has 104. Name weeks from 1 to 104.",
      "own.yaml:6:72: targets.3.needs.0 names participating, which is not a mechanism. Did you mean participation?",
      "own.yaml:7:5: targets.4.what is missing. Write some text.",
      "own.yaml:7:55: targets.4.band is not known in a file of targets. Known here: pattern, what, whatZh, use, source, note, needs, range, measure, minus, over, scale, take, level, span.",
    ]);
  });
});

describe("the patterns that come along", () => {
  it("are such a file, each measured over the weeks after burn-in or at the end of the seventh year", () => {
    expect(patterns().length).toBe(15);
    expect(
      patterns()
        .filter(({ use }) => use === "D")
        .map(({ pattern }) => pattern),
    ).toEqual(["14"]);
    const outcomes = patternOutcomes(patterns(), { burnInWeeks: 104 }, 364);
    expect(outcomes.filter(({ span }) => span[0] === 364).length).toBe(2);
    expect(outcomes.filter(({ span }) => span[0] === 105 && span[1] === 364).length).toBe(13);
  });
});
