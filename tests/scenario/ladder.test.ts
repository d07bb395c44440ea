import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { modeUnder } from "../../src/engine/index.ts";
import { runAlike } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { formatProblem } from "../../src/words/index.ts";
import { readText } from "../support/scenarios.ts";

const names = readdirSync(join(import.meta.dirname, "../../scenarios/ladder")).sort();
const read = async (file: string) => {
  const reading = await readText(`extends: ${file}`);
  if (!reading.ok) throw new Error(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.scenario;
};
const on = async (file: string) => {
  const of = await read(`ladder/${file}`);
  return mechanisms.filter((mechanism) => modeUnder(mechanism, of) !== "off").map(({ id }) => id);
};

it("has five rungs, of which each keeps all mechanisms of the last and adds some", async () => {
  expect(names).toEqual(["1-neighbours.yaml", "2-matters.yaml", "3-organizations.yaml", "4-circles.yaml", "5-programme.yaml"]);
  let below: string[] = [];
  for (const name of names) {
    const here = await on(name);
    expect(here).toEqual(expect.arrayContaining(below));
    expect(here.length).toBeGreaterThan(below.length);
    below = here;
  }
});

it.each([
  ["1-neighbours.yaml", 8],
  ["2-matters.yaml", 16],
  ["3-organizations.yaml", 30],
])("%s fits on a page: at most %i mechanisms", async (name, most) => {
  expect((await on(name)).length).toBeLessThanOrEqual(most);
});

it("names a question of its own on each rung, in both languages", async () => {
  const told = await Promise.all(names.map((name) => read(`ladder/${name}`)));
  for (const key of ["title", "titleZh", "question", "questionZh"] as const) {
    expect(new Set(told.map((of) => of[key])).size).toBe(5);
  }
});

it("ends in the district as it is by default, one rung after the same district without the programme", async () => {
  expect(runAlike(await read("ladder/5-programme.yaml"), await read("zhonglou-tenth.yaml"))).toBe(true);
  expect(runAlike(await read("ladder/4-circles.yaml"), await read("no-party-building.yaml"))).toBe(true);
});

it("has the residents of the district on every rung", async () => {
  const { population: of } = await read("zhonglou-tenth.yaml");
  for (const name of names) {
    const { population } = await read(`ladder/${name}`);
    for (const key of ["residents", "communities", "members", "children", "elders"] as const) expect(population[key]).toBe(of[key]);
  }
  const { population, organizations } = await read("ladder/3-organizations.yaml");
  expect(population.registeredVolunteers).toBe(of.registeredVolunteers);
  expect(organizations).toEqual((await read("zhonglou-tenth.yaml")).organizations);
});
