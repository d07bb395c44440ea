import { expect, it } from "vitest";
import { readContrast } from "../../src/experiment/index.ts";
import { formatProblem } from "../../src/words/index.ts";
import { scenario } from "../support/scenarios.ts";

const base = await scenario("community", "population.communities=2");

/** What is said of a contrast of two arms with lines of its own. */
function said(lines: string, under = base): string[] {
  const text = `title: A\ntitleZh: 甲\nclaim: c\nagainst: a\nrival: r\nspan: [5, 8]\n${lines}\nquestion: q\nmechanism: m`;
  const reading = readContrast({ path: "x.yaml", text }, under);
  return reading.ok ? [] : reading.problems.map((one) => formatProblem(one)).map((line) => line.replace("x.yaml:", ""));
}

const estimands = "estimands: [{ name: n, measure: participation_rate, weights: { a: 1, b: -1 }, claimed: positive, least: 0.01 }]";

it("takes a contrast whose arms, measures, rows and parameters are there", () => {
  expect(said(`rows: [H01]\nset: { rigidity: 0.5 }\narms: { a: {}, b: { set: { partyBuilding: off } } }\n${estimands}`)).toEqual([]);
});

it("checks everything that names something, at once and where it is written", () => {
  expect(
    said(
      "rows: [H01, H99]\nset: { rigiditi: 1, weeks: 9, seed: x }\n" +
        "arms:\n  a: { set: { rigidity: 9 }, interventions: [{ week: 9, path: rigidity, value: 1 }, { week: 5, path: rigidty, value: 1 }] }\n" +
        "  b: { interventions: [{ week: 5, path: rigidity, value: 7, communities: [1, 2] }, { week: 5, path: weeks, value: 7 }] }\n" +
        "estimands: [{ name: n, measure: participation, weights: { a: 1, c: -1 }, claimed: maybe, least: 0.01 }]",
    ),
  ).toEqual([
    "7:13: rows.1 names H99, which is no row of the paper. Name one that “four-circles register” lists.",
    "8:8: set.rigiditi is not a parameter. Did you mean rigidity?",
    "8:21: set.weeks belongs to the spans. Take it out: a contrast runs to the end of its last span.",
    "8:31: set.seed belongs to the command. Take it out, and give --seed.",
    "10:25: arms.a.set.rigidity is 9 (0-1). Write a number from 0 to 1; the default is 0.5.",
    "10:54: arms.a.interventions.0.week is 9, past the end of the run (8 weeks). Name a week from 1 to 8.",
    "10:102: arms.a.interventions.1.path names rigidty, which is not a parameter. Did you mean rigidity?",
    "11:58: arms.b.interventions.0.value is 7 for rigidity. Write a number from 0 to 1; the default is 0.5.",
    "11:78: arms.b.interventions.0.communities.1 names community 2, but there are 2. Name numbers from 0 to 1.",
    "11:101: arms.b.interventions.1.path names weeks, which cannot change during a run. Only partyBuilding, rigidity, method and mechanisms.… can.",
    "12:33: estimands.0.measure names participation, which is not a measure. Did you mean participation_rate?",
    "12:65: estimands.0.weights.c names no arm. Write one of a, b.",
    '12:83: estimands.0.claimed is "maybe". Write one of positive, negative.',
  ]);
});

it("checks communities after what the contrast and its arms set", async () => {
  const arms = (set: string, own: string) =>
    `rows: [H01]\n${set}arms: { a: {}, b: { ${own}interventions: [{ week: 5, path: rigidity, value: 1, communities: [2] }] } }\n${estimands}`;
  const lacking = expect.stringContaining("arms.b.interventions.0.communities.0 names community 2, but there are 2.");
  expect(said(arms("", ""))).toEqual([lacking]);
  expect(said(arms("set: { population.communities: 3 }\n", ""))).toEqual([]);
  expect(said(arms("", "set: { population.communities: 3 }, "))).toEqual([]);
  expect(said(arms("set: { population.communities: 3 }\n", "set: { population.communities: 2 }, "))).toEqual([lacking]);
  const treated = { ...base, interventions: [{ week: 1, path: "rigidity", value: 1, communities: [1] }] };
  expect(said(`rows: [H01]\narms: { a: {}, b: { set: { population.communities: 1 } } }\n${estimands}`, treated)).toEqual([
    expect.stringContaining(
      "b.set.population.communities makes 1 communities, but an intervention of the scenario names community 1. Write 2 or more.",
    ),
  ]);
});

it("says what cannot change where arms differ from a week on, and looks at no week before it", () => {
  const lines = (from: number, span = "") =>
    `rows: [H01]\nfrom: ${from}\narms: { a: { set: { rigidity: 1 } }, b: { set: { circles.overlap: 0 } } }\n` +
    estimands.replace("least", `${span}least`);
  expect(said(lines(1))).toEqual([]);
  expect(said(lines(5))).toEqual([
    "9:50: arms.b.set.circles.overlap cannot change during a run, but the arms differ from week 5 on. Leave out from: then the arms differ from the start.",
  ]);
  expect(said(lines(6).replace("circles.overlap: 0", "rigidity: 0"))).toEqual([
    "6:7: span begins in week 5, but the arms differ from week 6 on. Name weeks from 6 on.",
  ]);
  expect(said(lines(5, "span: [3, 8], ").replace("circles.overlap: 0", "rigidity: 0"))).toEqual([
    "10:104: estimands.0.span begins in week 3, but the arms differ from week 5 on. Name weeks from 5 on.",
  ]);
});

it("takes own outcomes, and says what is wrong with them", () => {
  const lines = (rule: string) => `rows: [H01]\narms: { a: {}, b: {} }\n${estimands.replace("least", `${rule}least`)}`;
  expect(said(lines("minus: participation_members, over: awareness_knows, take: maximum, "))).toEqual([]);
  expect(said(lines("take: crossing, "))[0]).toMatch(/estimands\.0\.take/);
  expect(said(lines("minus: participation, "))[0]).toMatch(/estimands\.0\.minus names participation, which is not a measure/);
});
