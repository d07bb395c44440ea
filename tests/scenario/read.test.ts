import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/scenario/index.ts";
import { readText } from "../support/scenarios.ts";

async function problems(text: string, set: string[] = []): Promise<string[]> {
  const reading = await readText(text, set);
  return reading.ok ? [] : reading.problems.map(formatProblem);
}

describe("readScenario", () => {
  it("fills what is left out with defaults", async () => {
    const reading = await readText("title: A");
    expect(reading.ok && reading.scenario.population.householdSize).toBe(2.51);
  });

  it("says where a value is wrong, what it is, and what to write", async () => {
    expect(await problems("title: A\npopulation:\n  householdSize: 9\n")).toEqual([
      "test.yaml:3:18: population.householdSize is 9 (people). Write a number from 1.5 to 4; the default is 2.51.",
    ]);
  });

  it("names all problems at once, in the order of the file", async () => {
    const found = await problems("title: A\nrigidity: hard\npopulation:\n  resident: 10\n  elders: 2\npartyBuilding: maybe\n");
    expect(found.map((line) => line.split(": ")[0])).toEqual(["test.yaml:2:11", "test.yaml:4:3", "test.yaml:5:11", "test.yaml:6:16"]);
    expect(found[1]).toContain("population.resident is not a parameter. Did you mean residents?");
    expect(found[3]).toContain("Write one of off, on, placebo; the default is on.");
  });

  it("puts a problem of an extended file where it is written", async () => {
    expect((await problems("extends: nowhere.yaml"))[0]).toBe(
      "test.yaml:1:10: extends names nowhere.yaml, which cannot be read. Name an existing file, relative to this one.",
    );
    const reading = await readText("extends: zhonglou.yaml\npopulation: { communities: 50 }");
    expect(reading.ok && [reading.scenario.population.residents, reading.scenario.population.communities]).toEqual([658_537, 50]);
  });

  it("checks interventions as it checks parameters", async () => {
    const text = (path: string, value: string) => `title: A\ninterventions:\n  - { week: 5, path: ${path}, value: ${value} }\n`;
    expect(await problems(text("rigidity", "0.9"))).toEqual([]);
    expect((await problems(text("rigidity", "1.9")))[0]).toContain("test.yaml:3:39: interventions.0.value is 1.9 for rigidity.");
    expect((await problems(text("rigiditi", "0.9")))[0]).toContain("Did you mean rigidity?");
    expect((await problems(text("population.residents", "9")))[0]).toContain("cannot change during a run");
  });

  it("lets --set go before the file, and names it when it is wrong", async () => {
    const reading = await readText("title: A\nrigidity: 0.1", ["rigidity=0.7", "population.residents=1000"]);
    expect(reading.ok && [reading.scenario.rigidity, reading.scenario.population.residents]).toEqual([0.7, 1000]);
    expect((await problems("title: A", ["rigidity=7"]))[0]).toMatch(/^--set:1:1: rigidity is 7/);
    expect((await problems("title: A", ["rigidity"]))[0]).toContain("Write --set path=value.");
  });

  it("explains what is not YAML, or not a map", async () => {
    expect((await problems("title: [A"))[0]).toContain("is not YAML");
    expect((await problems(""))[0]).toContain("test.yaml:1:1: is empty.");
    expect((await problems("- a"))[0]).toContain("is not a map");
  });
});
