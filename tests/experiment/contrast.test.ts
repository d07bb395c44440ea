import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  drawPriors,
  drawsFrom,
  type Means,
  paperRows,
  priorParameters,
  readContrast,
  runContrasts,
  runMeansHere,
} from "../../src/experiment/index.ts";
import { isMeasure } from "../../src/observation/index.ts";
import { formatProblem } from "../../src/words/index.ts";
import { readText, scenario } from "../support/scenarios.ts";

const folder = join(import.meta.dirname, "../../scenarios/contrasts");
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
const base = await scenario("community", "population.communities=2");
const district = await readScenarioHere();
async function readScenarioHere() {
  const reading = await readText("extends: contrasts/base/district.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}
const read = (file: string) => {
  const reading = readContrast({ path: file, text: readFileSync(join(folder, file), "utf8") }, base);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.contrast;
};

describe("the contrasts that come along", () => {
  it("are the 22 of the register, and name rows of the paper", () => {
    expect(files.map((file) => Number(file.slice(0, 2)))).toEqual(Array.from({ length: 22 }, (_, k) => k + 1));
    for (const file of files)
      for (const row of read(file).rows)
        expect(
          paperRows.some((r) => r.row === row),
          `${file}: ${row}`,
        ).toBe(true);
  });

  it.each(files)("%s says all that it asks in both languages, with the smallest effect of interest and its reason", (file) => {
    const { question, questionZh, estimands, arms, ...words } = read(file);
    expect(question).toMatch(/\?$/);
    expect(questionZh).toMatch(/[\u4e00-\u9fff].*？$/);
    for (const key of ["claim", "mechanism", "against", "rival"] as const) {
      expect(words[key], key).toMatch(/^[^\u4e00-\u9fff]+$/);
      expect(words[`${key}Zh`], key).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const { title, titleZh } of Object.values(arms)) {
      expect(title).toMatch(/^[^\u4e00-\u9fff]+$/);
      expect(titleZh).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const { measure, nameZh, reason, reasonZh } of estimands) {
      expect(isMeasure(measure)).toBe(true);
      expect(nameZh).toMatch(/[\u4e00-\u9fff]/);
      expect(reason).toMatch(/\w/);
      expect(reasonZh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it.each(files)("%s looks at what comes after the first two years, and in no campaign year", (file) => {
    const { span, estimands, from } = read(file);
    for (const estimand of estimands) expect((estimand.span ?? span)[0]).toBeGreaterThan(Math.max(104, from - 1));
    expect(district.mechanisms.campaign.mode).toBe("off");
    // So that the page, which runs no scenario beyond its weeks, comes to what is measured.
    for (const estimand of estimands) expect((estimand.span ?? span)[1]).toBeLessThanOrEqual(district.weeks);
    // As many organizations to a resident as the district has.
    const { organizations, population } = district;
    expect(organizations.count / population.residents / (1100 / 658_537)).toBeCloseTo(1, 1);
  });

  it.each(files)("%s sets valid parameters in every arm, and weights that sum to zero", async (file) => {
    const contrast = read(file);
    for (const { set } of Object.values(contrast.arms)) {
      const entries = [...Object.entries(contrast.set), ...Object.entries(set)].map(([path, value]) => `${path}=${JSON.stringify(value)}`);
      await expect(scenario("community", ...entries)).resolves.toBeDefined();
    }
    for (const { name, weights } of contrast.estimands)
      expect(Math.abs(Object.values(weights).reduce((a, b) => a + b, 0)), name).toBeLessThan(1e-9);
  });
});

describe("a contrast", () => {
  const of = (path: string, text: string) => readContrast({ path, text }, base);
  it("says where it is wrong: line, column, path and what to write", () => {
    const text = readFileSync(join(folder, "12-rigid-flexible.yaml"), "utf8").replace("org_autonomy_mean", "autonomy");
    const reading = of("x.yaml", text);
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(reading.problems[0]).toMatchObject({ path: "estimands.1.measure" });
    expect(reading.problems[0].line).toBe(text.split("\n").findIndex((line) => line.includes("measure: autonomy")) + 1);
    const unknown = of("x.yaml", text.replace("measure: autonomy", "measure: org_autonomy_mean").replace("rigid: -1", "stiff: -1"));
    expect(unknown.ok ? "" : formatProblem(unknown.problems[0])).toContain("flexible, middle, rigid");
  });

  it("of two equal arms shows nothing, and of a switch that acts at once shows it", async () => {
    const contrast = {
      ...read("12-rigid-flexible.yaml"),
      arms: {
        a: { set: {}, interventions: [] },
        b: { set: {}, interventions: [] },
        silent: { set: { "mechanisms.awareness.messages": 0 }, interventions: [] },
      },
      from: 3,
      span: [5, 8] as [number, number],
      estimands: [
        { name: "same", measure: "participation_rate", weights: { a: 1, b: -1 }, claimed: "positive" as const, least: 0.01 },
        { name: "silence", measure: "messages_per_resident", weights: { a: 1, silent: -1 }, claimed: "positive" as const, least: 0.1 },
      ],
    };
    const [rows] = await runContrasts(
      [contrast],
      (set) => scenario("community", "population.residents=400", ...set),
      { replicates: 6, draws: 2, seed: "s" },
      runMeansHere,
    );
    expect(rows[0].effect.mean).toBe(0);
    expect(rows[0].verdict).toBe("none");
    expect(rows[1].effect.mean).toBeGreaterThan(1);
    expect(rows[1].verdict).toBe("helps");
    expect(rows[1].drawn).toMatchObject({ helps: 1, none: 0, harms: 0 });
  });
});

it("draws from a posterior what no arm sets", async () => {
  const contrast = {
    ...read("12-rigid-flexible.yaml"),
    arms: { a: { set: { rigidity: 0 }, interventions: [] }, b: { set: { rigidity: 1 }, interventions: [] } },
    from: 1,
    estimands: [{ name: "x", measure: "participation_rate", weights: { a: 1, b: -1 }, claimed: "positive" as const, least: 0.01 }],
  };
  const drawn: [rigidity: number, mean: number][] = [];
  await runContrasts(
    [contrast],
    (set) => scenario("community", ...set),
    { replicates: 2, draws: 3, seed: "s" },
    async (orders) =>
      orders.map(({ scenario: { rigidity, mechanisms } }, k): Means => {
        if (k >= 4) drawn.push([rigidity, mechanisms.participation.mean as number]);
        return [new Float64Array(1)];
      }),
    drawsFrom([{ weight: 1, parameters: { rigidity: 0.5, "mechanisms.participation.mean": 0.4321 } }]),
  );
  expect(drawn).toEqual([0, 1, 0, 1, 0, 1].map((rigidity) => [rigidity, 0.4321]));
});

describe("draws from the priors", () => {
  it("stay the same from version to version", async () => {
    const drawn = drawPriors(await scenario("community"), 4, "x");
    expect(drawn.map(({ rigidity }) => rigidity)).toEqual([
      0.9624146316782571, 0.42139044852228835, 0.020278937299735844, 0.7279038473498076,
    ]);
    expect(drawn.map(({ mechanisms }) => mechanisms.timeBank.starter)).toEqual([241, 205, 62, 125]);
  });

  it("meet each part of each range once, inside it, and leave what is fixed alone", async () => {
    const base = await scenario("community");
    const fixed = new Set(["rigidity"]);
    const drawn = drawPriors(base, 20, "x", fixed);
    for (const { path, prior, type } of priorParameters()) {
      const values = drawn.map((of) => path.split(".").reduce<any>((tree, key) => tree[key], of) as number);
      if (fixed.has(path)) {
        expect(new Set(values).size).toBe(1);
        continue;
      }
      const [low, high] = prior as [number, number];
      for (const value of values) {
        expect(value, path).toBeGreaterThanOrEqual(low - 1);
        expect(value, path).toBeLessThanOrEqual(high + 1);
      }
      if (type !== "integer") expect(new Set(values.map((value) => Math.floor(((value - low) / (high - low)) * 20))).size, path).toBe(20);
    }
  });
});
