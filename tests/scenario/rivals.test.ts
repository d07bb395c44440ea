import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Contrast, readContrast, runContrasts, runMeansHere } from "../../src/experiment/index.ts";
import type { BaseScenario } from "../../src/scenario/index.ts";
import { formatProblem } from "../../src/words/index.ts";
import { readText } from "../support/scenarios.ts";

const folder = join(import.meta.dirname, "../../scenarios/rivals");

async function load(id: string, set: string[] = []): Promise<BaseScenario> {
  const reading = await readText(`extends: rivals/${id}.yaml`, set);
  if (!reading.ok) throw new Error(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.scenario;
}

async function contrastOf(id: string): Promise<Contrast> {
  const path = join(folder, "contrasts", `${id}.yaml`);
  const reading = readContrast({ path, text: readFileSync(path, "utf8") }, await load(id));
  if (!reading.ok) throw new Error(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.contrast;
}

/** [estimand] its pairs, by the name of it; of those alone that are named. */
async function pairsOf(id: string, pairs: number, named: (name: string) => boolean = () => true): Promise<(name: string) => number[]> {
  const contrast = await contrastOf(id);
  const estimands = contrast.estimands.filter(({ name }) => named(name));
  const arms = Object.fromEntries(Object.entries(contrast.arms).filter(([arm]) => estimands.some(({ weights }) => weights[arm])));
  const size = { replicates: pairs, draws: 0, seed: "rivals" };
  const [rows] = await runContrasts([{ ...contrast, estimands, arms }], (set) => load(id, set), size, runMeansHere);
  return (name) => {
    const found = rows.find((row) => row.name === name);
    if (!found) throw new Error(`no estimand ${name} among ${rows.map((row) => row.name).join("; ")}`);
    return found.pairs;
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a published model that is docked", () => {
  it("has a scenario and a contrast each, in both languages", async () => {
    const ids = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
    expect(readdirSync(join(folder, "contrasts")).sort()).toEqual(ids.sort());
    expect(ids.length).toBe(3);
    for (const id of ids.map((file) => file.replace(".yaml", ""))) {
      const contrast = await contrastOf(id);
      for (const key of ["questionZh", "claimZh", "mechanismZh", "againstZh", "rivalZh"] as const) expect(contrast[key], key).toBeTruthy();
      for (const { nameZh } of contrast.estimands) expect(nameZh).toBeTruthy();
      expect((await load(id)).questionZh).toBe(contrast.questionZh);
    }
  });

  it("formal and informal ties: who relies on acquaintances alone has fewer who take part, unless these ask far more often", async () => {
    const of = await pairsOf("1-formal-and-informal-ties", 3);
    for (const effect of of("formal minus half")) expect(effect).toBeGreaterThan(0.05);
    for (const effect of of("informal minus half")) expect(effect).toBeLessThan(-0.1);
    // What is not as published: it is how many are asked, not who asks them.
    for (const effect of of("informal, twenty times as often, minus formal")) expect(effect).toBeGreaterThan(0.2);
  });

  it("mandated collaboration: settles more while coordination is cheap, and far less where it takes the hours of the workers", async () => {
    const of = await pairsOf("2-mandated-collaboration", 4, (name) => /, (0|80) minutes a member$/.test(name));
    expect(mean(of("mandated minus voluntary, 0 minutes a member"))).toBeGreaterThan(0.01);
    for (const effect of of("mandated minus voluntary, 80 minutes a member")) expect(effect).toBeLessThan(-0.2);
  }, 240_000);

  it("initial willingness: the sign of close ties flips with it for norms; for consent they help the willing and take nothing from the others", async () => {
    const of = await pairsOf("3-initial-willingness", 3);
    for (const effect of of("close minus apart, low willingness, norms")) expect(effect).toBeLessThan(-0.3);
    for (const effect of of("close minus apart, high willingness, norms")) expect(effect).toBeGreaterThan(0.3);
    for (const effect of of("close minus apart, high willingness, three quarters must accept")) expect(effect).toBeGreaterThan(0.25);
    // What is not as published: consent that was out of reach before anybody spoke cannot be lost by talk.
    for (const effect of of("close minus apart, low willingness, three quarters must accept")) expect(effect).toBe(0);
    for (const effect of of("close minus apart, low willingness, half must accept")) expect(effect).toBeGreaterThan(-0.02);
  });
});
