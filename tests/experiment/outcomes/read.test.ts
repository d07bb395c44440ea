import { describe, expect, it } from "vitest";
import { readOutcomes } from "../../../src/experiment/index.ts";
import { formatProblem } from "../../../src/words/index.ts";

const read = (...lines: string[]) => readOutcomes({ path: "own.yaml", text: ["outcomes:", ...lines].join("\n") }, [53, 104], 104);
const answers = (...lines: string[]) => {
  const reading = read(...lines);
  return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
};

describe("readOutcomes", () => {
  it("names outcomes and completes their weeks", () => {
    const reading = read("  - { measure: participation_rate, take: maximum }", "  - { name: early, measure: fatigue_mean, span: [1, 9] }");
    expect(reading.ok && reading.outcomes).toEqual([
      { name: "participation_rate_maximum", measure: "participation_rate", take: "maximum", span: [53, 104] },
      { name: "early", measure: "fatigue_mean", span: [1, 9] },
    ]);
  });

  it("says all that is wrong, where, and what to write instead", () => {
    expect(
      answers(
        "  - { measure: participation_rat }",
        "  - { measure: participation_rate, take: crossing }",
        "  - { measure: participation_rate, take: highest }",
        "  - { measure: participation_rate, level: 0.3 }",
        "  - { measure: participation_rate, minus: trust, span: [1, 200] }",
        "  - { measure: participation_rate, took: mean }",
      ),
    ).toEqual([
      "own.yaml:2:16: outcomes.0.measure names participation_rat, which is not a measure. Did you mean participation_rate?",
      "own.yaml:3:42: outcomes.1.take is crossing, but no level stands beside it. Write level: with the value that is crossed, such as level: 0.3.",
      'own.yaml:4:42: outcomes.2.take is "highest". Write one of mean, maximum, minimum, last, slope, crossing.',
      "own.yaml:5:36: outcomes.3.level is 0.3, which only a crossing has. Write take: crossing beside it, or take the level out.",
      "own.yaml:6:43: outcomes.4.minus names trust, which is not a measure. Name one that “four-circles dictionary” lists under measures.csv.",
      "own.yaml:6:56: outcomes.4.span ends in week 200, but a run has 104. Name weeks from 1 to 104.",
      "own.yaml:7:36: outcomes.5.took is not known in a file of outcomes. Known here: name, measure, minus, over, scale, take, level, span.",
    ]);
    expect(answers("  - { measure: fatigue_mean }", "  - { measure: fatigue_mean, span: [1, 9] }")).toEqual([
      "own.yaml:3:16: outcomes.1.measure is the name of another column, fatigue_mean. Take another name.",
    ]);
  });
});
