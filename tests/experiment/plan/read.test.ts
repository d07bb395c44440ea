import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mostRuns, readPlan } from "../../../src/experiment/index.ts";
import { scenarioSchema } from "../../../src/mechanisms/index.ts";
import { parameterCatalog } from "../../../src/scenario/index.ts";
import { formatProblem, tellSaid } from "../../../src/words/index.ts";
import { expanded, readPlanText, tinyPlan } from "../../support/plans.ts";

/** What is said of a plan. */
async function answers(...lines: string[]): Promise<string[]> {
  const reading = await readPlanText(tinyPlan(...lines));
  return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
}

describe("readPlan", () => {
  it("takes lists, even grids, sampled ranges and rows", async () => {
    expect(await answers("factors: { rigidity: [0, 1], partyBuilding: [on, off] }")).toEqual([]);
    expect(await answers("factors: { rigidity: { from: 0, to: 1, steps: 3 } }")).toEqual([]);
    expect(await answers("factors: { rigidity: { from: 0, to: 1 } }", "design: { kind: latinHypercube, size: 10 }")).toEqual([]);
    expect(await answers("design: { kind: rows, rows: [{ rigidity: 0 }, { rigidity: 1 }] }")).toEqual([]);
  });

  it("says everything that is wrong at once, in the order of the file", async () => {
    expect(
      await answers(
        "factors:", // line 6
        "  rigidty: [0, 1]",
        "  rigidity: [0, 2]",
        "  withdrawal: { from: 0, to: 10, steps: 4 }",
        "arms:",
        "  hard: { set: { rigidity: 1 } }",
        "  late: { interventions: [{ week: 9, path: partyBuilding, value: off }] }",
        "keep: { measures: [participation_rat], snapshots: [7] }",
        "until: { targets: [{ outcome: participation, halfWidth: 0.1, difference: [hard, later] }], maximum: 4 }",
        "replicates: 3",
      ),
    ).toEqual([
      "plan.yaml:7:3: factors.rigidty is not a parameter. Did you mean rigidity?",
      "plan.yaml:8:17: factors.rigidity.1 is 2 (0-1). Write a number from 0 to 1; the default is 0.5.",
      "plan.yaml:9:41: factors.withdrawal.steps makes the level 3.3333333333333335. Write a whole number from 0 to 3650; the default is 0.",
      "plan.yaml:11:18: arms.hard.set.rigidity is a factor as well. Take it out of the arm or of the factors.",
      "plan.yaml:12:35: arms.late.interventions.0.week is 9, past the end of the run (6 weeks). Name a week from 1 to 6.",
      "plan.yaml:13:20: keep.measures.0 names participation_rat, which is not a measure. Did you mean participation_rate?",
      "plan.yaml:13:52: keep.snapshots.0 is 7, but a run has 6 weeks. Name a week from 1 to 6.",
      "plan.yaml:14:31: until.targets.0.outcome names participation, which is not an outcome of the plan. Did you mean participation_rate?",
      "plan.yaml:14:81: until.targets.0.difference.1 names later, which is not an arm of the plan. Did you mean late?",
      "plan.yaml:14:101: until.maximum is 4, below the minimum of 8. Write a larger maximum or a smaller minimum.",
      "plan.yaml:15:1: replicates cannot stand beside until. Take it out: until.minimum and until.maximum say how many.",
    ]);
  });

  it("names the intervention of the scenario that would never happen", async () => {
    const plan = (weeks: string) =>
      ["title: T", "scenario: purchase-rules.yaml", weeks, "outcomes: [{ measure: participation_rate }]"].join("\n");
    const problems = async (weeks: string) => {
      const reading = await readPlanText(plan(weeks));
      return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
    };
    expect(await problems("weeks: 416")).toEqual([
      "plan.yaml:3:8: weeks is 416, but the scenario has an intervention in week 417, which would never happen. Write 417 or more.",
    ]);
    expect(await problems("weeks: 417")).toEqual([]);
    expect(await problems("seed: 1")).toEqual([]);
  });

  it("refuses one level where trajectories step between levels", async () => {
    const morris = ["factors: { rigidity: [0.5], partyBuilding: [on, off] }", "design: { kind: morris, size: 4 }"];
    expect(await answers(...morris)).toEqual([
      "plan.yaml:6:22: factors.rigidity has one level, and a trajectory needs two to step between. Write two levels or more, or set it for all runs.",
    ]);
    expect(await answers(morris[0])).toEqual([]);
  });

  it("refuses 10^9 runs with their number, before any is made", async () => {
    const [answer] = await answers("factors: { rigidity: { from: 0, to: 1, steps: 1000 } }", "replicates: 1000000");
    expect(answer).toBe(
      "plan.yaml:6:1: factors asks for 1,000,000,000 runs: 1,000 points, 1,000,000 runs each. A plan may have 1,000,000. " +
        "Take fewer levels or replicates, sample the factors (design: {kind: latinHypercube, size: 1000}), or split the plan.",
    );
    expect(mostRuns).toBe(1_000_000);
  });

  it("counts levels without making them", async () => {
    const began = performance.now();
    const shares = parameterCatalog(scenarioSchema).filter(({ type, min, max }) => type === "number" && min === 0 && max === 1);
    const [answer] = await answers(`factors: { ${shares.map(({ path }) => `${path}: { from: 0, to: 1, steps: 1000000 }`).join(", ")} }`);
    expect(answer).toMatch(/^plan\.yaml:6:1: factors asks for ≥ 9,007,199,254,740,991 runs: /);
    expect(shares.length).toBeGreaterThan(50);
    expect(performance.now() - began).toBeLessThan(5000); // making them takes 0.1 s a factor
  });

  it.each([
    ["an empty list of levels", "factors: { rigidity: [] }", "factors.rigidity is []. Write a list such as [0, 0.5, 1]"],
    ["a grid without steps", "factors: { rigidity: { from: 0, to: 1 } }", "is a range without steps. Write {from, to, steps} or a list"],
    [
      "a misspelt key of a grid",
      "factors: { rigidity: { from: 0, to: 1, step: 3 } }",
      "factors.rigidity.step is not known in a plan. Did you mean steps?",
    ],
    [
      "a sampled design without a size",
      "factors: { rigidity: [0, 1] }\ndesign: { kind: sobol }",
      "design has no size. Write design: {kind: sobol, size: 100}.",
    ],
    [
      "candidates of a design that draws none",
      "factors: { rigidity: [0, 1] }\ndesign: { kind: saltelli, size: 4, candidates: 8 }",
      "design.candidates has no use in the design saltelli. Take it out, or write kind: morris.",
    ],
    [
      "fewer candidates than trajectories",
      "factors: { rigidity: [0, 1] }\ndesign: { kind: morris, size: 4, candidates: 3 }",
      "design.candidates is 3, below the minimum of 4. Write 4 or more.",
    ],
    [
      "draws of their own for points that do not stand together",
      "factors: { rigidity: [0, 1] }\ndesign: { draws: own }",
      "design.draws has no use in the design grid. Take it out, or write kind: morris.",
    ],
    ["rows that are not there", "design: { kind: rows }", "design has no rows."],
    [
      "an unknown design",
      "design: { kind: factorial }",
      "Write one of grid, rows, latinHypercube, sobol, saltelli, morris; the default is grid.",
    ],
    ["weeks as a factor", "factors: { weeks: [1, 2] }", "factors.weeks belongs to the plan. Write weeks at the top of the plan."],
    ["arms that are none", "arms: {}", "arms is empty. Name an arm, or leave arms out."],
    ["a misspelt key", "replicate: 3", "replicate is not known in a plan. Did you mean replicates?"],
    ["a parameter set twice", "factors: { population.residents: [200, 300] }", "is a factor as well. Take it out of set or of factors."],
  ])("answers %s", async (_, line, answer) => {
    expect((await answers(line)).join("\n")).toContain(answer);
  });

  it("says what is missing", async () => {
    const reading = await readPlanText("scenario: nowhere.yaml");
    expect(reading.ok ? [] : reading.problems.map((one) => formatProblem(one))).toEqual([
      "plan.yaml:1:1: title is missing. Write some text.",
      "plan.yaml:1:1: outcomes is missing. Write a list such as [{measure: participation_rate}].",
      "plan.yaml:1:11: scenario names nowhere.yaml, which cannot be read. Name an existing file, relative to this one, or a scenario that comes along.",
    ]);
  });

  it("says what has not its form beside what has, and what is wrong with the scenario, at once", async () => {
    const text = tinyPlan(
      "factors: { rigidity: [0, 7], partyBuilding: 3, nonsense: [1] }",
      "design: { size: many, rows: [{ rigiditi: 1 }] }",
      "replicates: x",
      "arms: { on: { set: { rigidity: [a] }, interventions: [{ week: 99, path: rigidity, value: 9 }] }, off: 5 }",
      "until: { targets: [{ outcome: nothing, difference: [on, of] }], maximum: 4, confidence: 2 }",
      "keep: { measures: [participation], snapshots: [7, x] }",
      "nonsense: 1",
    );
    const reading = await readPlan({ path: "plan.yaml", text }, async () => ({ path: "bad.yaml", text: "title: A\nrigidity: 3" }));
    const said = reading.ok ? [] : reading.problems.map(({ file, path, message }) => `${file} ${path} ${tellSaid("en", message)}`);
    expect(said).toEqual([
      "plan.yaml factors.rigidity.1 is 7 (0-1).",
      "plan.yaml factors.partyBuilding is 3.",
      "plan.yaml factors.nonsense is not a parameter.",
      'plan.yaml design.size is "many".',
      "plan.yaml design.rows.0.rigiditi is not a parameter.",
      'plan.yaml replicates is "x".',
      "plan.yaml arms.on.set.rigidity is a factor as well.",
      'plan.yaml arms.on.set.rigidity.0 is "a".',
      "plan.yaml arms.on.interventions.0.week is 99, past the end of the run (6 weeks).",
      "plan.yaml arms.on.interventions.0.value is 9 for rigidity.",
      "plan.yaml arms.off is 5.",
      "plan.yaml until.targets.0.halfWidth is missing.",
      "plan.yaml until.targets.0.outcome names nothing, which is not an outcome of the plan.",
      "plan.yaml until.targets.0.difference.1 names of, which is not an arm of the plan.",
      "plan.yaml until.maximum is 4, below the minimum of 8.",
      "plan.yaml until.confidence is 2.",
      "plan.yaml keep.measures.0 names participation, which is not a measure.",
      "plan.yaml keep.snapshots.0 is 7, but a run has 6 weeks.",
      'plan.yaml keep.snapshots.1 is "x".',
      "plan.yaml nonsense is not known in a plan.",
      "bad.yaml rigidity is 3 (0-1).",
    ]);
  });

  it("checks communities after what the plan, its arms and its points set", async () => {
    const on = (count: number, community: number) => [
      `set: { population.residents: 200, organizations.count: 3, population.communities: ${count} }`,
      `arms: { a: { interventions: [{ week: 2, path: rigidity, value: 1, communities: [${community}] }] } }`,
    ];
    const of = async (lines: string[]) => (await answers(...lines)).map((line) => line.replace(/^plan\.yaml:\S+ /, ""));
    const plan = (count: number, community: number) =>
      tinyPlan(...on(count, community).slice(1)).replace(/^set: .*$/m, on(count, community)[0]);
    const read = async (text: string) => {
      const reading = await readPlanText(text);
      return reading.ok ? [] : reading.problems.map(({ path, message }) => `${path} ${tellSaid("en", message)}`);
    };
    // The scenario has one community; with three, number 2 is there, and number 3 is not.
    expect(await read(plan(3, 2))).toEqual([]);
    expect(await read(plan(3, 3))).toEqual(["arms.a.interventions.0.communities.0 names community 3, but there are 3."]);
    expect(await of(on(1, 2).slice(1))).toEqual([
      "arms.a.interventions.0.communities.0 names community 2, but there are 1. Name numbers from 0 to 0.",
    ]);
    expect(await of([on(1, 2)[1].replace("{ interv", "{ set: { population.communities: 3 }, interv")])).toEqual([]);
    for (const points of [
      "factors: { population.communities: [3, 2] }",
      "factors: { population.communities: { from: 2, to: 4, steps: 3 } }",
      "design: { kind: rows, rows: [{ population.communities: 3 }, { population.communities: 2 }] }",
    ])
      expect(await of([points, on(1, 2)[1]]), points).toEqual([
        "arms.a.interventions.0.communities.0 names community 2, but there are 2. Name numbers from 0 to 1.",
      ]);
  });

  it("leaves no intervention of the scenario without its community", async () => {
    const scenario = "title: A\npopulation: { communities: 4 }\ninterventions: [{ week: 2, path: rigidity, value: 1, communities: [3] }]";
    const read = async (...lines: string[]) => {
      const reading = await readPlan({ path: "plan.yaml", text: tinyPlan(...lines) }, async () => ({ path: "four.yaml", text: scenario }));
      return reading.ok ? [] : reading.problems.map(({ file, path, message }) => `${file} ${path} ${tellSaid("en", message)}`);
    };
    const lacking = "makes 2 communities, but an intervention of the scenario names community 3.";
    expect(await read()).toEqual([]);
    expect(await read("arms: { a: { set: { population.communities: 2 } } }")).toEqual([
      `plan.yaml arms.a.set.population.communities ${lacking}`,
    ]);
    expect(await read("factors: { population.communities: [4, 2] }")).toEqual([`plan.yaml factors.population.communities ${lacking}`]);
    const reading = await readPlan(
      { path: "plan.yaml", text: tinyPlan().replace("organizations.count: 3", "population.communities: 3") },
      async () => ({ path: "four.yaml", text: scenario }),
    );
    expect(reading.ok ? [] : reading.problems.map((one) => formatProblem(one))).toEqual([
      "four.yaml:3:68: interventions.0.communities.0 names community 3, but there are 3. Name numbers from 0 to 2.",
    ]);
  });

  it("knows arms by all names that an arm can have, and refuses the others by name", async () => {
    const reading = await readPlanText(tinyPlan("arms: { prototype: {}, length: {}, __proto: {}, '': {} }"));
    expect(reading.ok && Object.keys(reading.plan.arms)).toEqual(["prototype", "length", "__proto", ""]);
    for (const name of ["__proto__", "constructor", "toString"])
      expect(await answers(`arms: { ${name}: {}, b: {} }`)).toEqual([
        `plan.yaml:6:9: arms.${name} is a word of the program itself. Take another name.`,
      ]);
    const outcomes = tinyPlan().replace("{ measure:", "{ name: __proto__, measure:");
    expect(await readPlanText(outcomes)).toMatchObject({
      ok: false,
      problems: [{ path: "outcomes.0.name", message: { code: "isReservedName" } }],
    });
  });

  it("takes each level once, as the decimals that a person writes", async () => {
    const levels = async (line: string) => {
      const { points, values } = await expanded(tinyPlan(line));
      return Array.from({ length: points }, (_, point) => Object.values(values(point))[0]);
    };
    expect(await levels("factors: { rigidity: { from: 0, to: 0.3, steps: 4 } }")).toEqual([0, 0.1, 0.2, 0.3]);
    expect(await levels("factors: { rigidity: [0.5, 0, 0.50, 1, 0] }")).toEqual([0.5, 0, 1]);
    expect(await levels("factors: { rigidity: { from: 0.5, to: 0.5, steps: 9 } }")).toEqual([0.5]);
    expect((await answers("factors: { rigidity: { from: 0, to: 0.3, steps: 1 } }"))[0]).toContain(
      "factors.rigidity.steps is 1, but 0 and 0.3 are two levels. Write 2 steps or more, or the list [0].",
    );
  });

  it("points into the scenario when the fault is there", async () => {
    const reading = await readPlan({ path: "plan.yaml", text: tinyPlan() }, async () => ({
      path: "bad.yaml",
      text: "title: A\nrigidity: 3",
    }));
    expect(reading.ok ? "" : formatProblem(reading.problems[0])).toContain("bad.yaml:2:11: rigidity is 3");
  });
});

describe("plans that come along", () => {
  const folder = join(import.meta.dirname, "../../../scenarios/plans");
  const read = (path: string) => ({ path, text: readFileSync(path, "utf8") });
  it.each(readdirSync(folder))("%s is free of faults", async (file) => {
    const reading = await readPlan(read(join(folder, file)), async (path, from) => read(join(from, "..", path)));
    expect(reading.ok ? [] : reading.problems.map((one) => formatProblem(one))).toEqual([]);
  });
});
