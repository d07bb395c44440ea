import { describe, expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { readScenario, type Setting, settings } from "../../src/scenario/index.ts";
import { formatProblem } from "../../src/words/index.ts";
import { readText } from "../support/scenarios.ts";

async function problems(text: string, set: string[] = []): Promise<string[]> {
  const reading = await readText(text, set);
  return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
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

  it("lists the names that there are where these are few, and leads to all of them where a list is no help", async () => {
    expect(await problems("title: A\npopulation: { zzzzzz: 1 }\nmechanisms: { nothing: on }\n")).toEqual([
      expect.stringMatching(/population\.zzzzzz is not a parameter\. Known here: residents, .*\.$/),
      expect.stringMatching(/mechanisms\.nothing is not a parameter\. Name one that “four-circles schema” lists\.$/),
    ]);
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
    expect((await problems("title: A", ["rigidity=7"]))[0]).toMatch(/^--set: rigidity is 7 /);
    expect((await problems("title: A", ["rigidity"]))[0]).toContain("Write --set path=value.");
  });

  it("explains what is not YAML, or not a map", async () => {
    expect((await problems("title: [A"))[0]).toContain("is not YAML");
    expect((await problems(""))[0]).toContain("test.yaml:1:1: is empty.");
    expect((await problems("- a"))[0]).toContain("is not a map");
  });

  it("blames what was given for itself, not the first of its kind and not the file", async () => {
    const schema = scenarioSchema;
    const given = async (set: Setting[], text = "title: A\npopulation: { residents: 300 }") => {
      const reading = await readScenario({ path: "a.yaml", text }, { schema, resolve: async () => undefined, set });
      return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
    };
    expect(await given([...settings("--set", ["rigidity=0.5"]), { given: "--weeks", path: "weeks", text: "0" }])).toEqual([
      "--weeks: weeks is 0 (weeks). Write a whole number from 1 to 3650; the default is 624.",
    ]);
    expect(await given(settings("--set", ["population.residents.x=1"]))).toEqual([
      "--set: population.residents.x is not a parameter. Did you mean population.residents?",
    ]);
    expect(await given(settings("--with", ["population={ residents: 7.5, resident: 9 }"]))).toEqual([
      expect.stringMatching(/^--with: population\.residents is 7\.5 \(\w+\)\. Write a whole number from 1 to /),
      "--with: population.resident is not a parameter. Did you mean residents?",
    ]);
    expect(await given(settings("--set", ["rigidity="]))).toEqual(["--set: rigidity has no value. Write --set path=value."]);
    expect(await given(settings("--set", ["rigidity=0.5"]), "title: A\nrigidity: 0.1\npopulation: { residents: 0 }")).toEqual([
      expect.stringMatching(/^a\.yaml:3:26: population\.residents is 0 \(\w+\)\. /),
    ]);
  });

  it("lets a map that is set change what it names, and leaves the rest of the file", async () => {
    const reading = await readText("title: A\npopulation: { residents: 300, communities: 2 }", ["population={ communities: 3 }"]);
    expect(reading.ok && [reading.scenario.population.residents, reading.scenario.population.communities]).toEqual([300, 3]);
  });

  it("calls numbers that are none by their names", async () => {
    expect(await problems("title: A\nrigidity: .nan\nweeks: .inf\nseed: .nan")).toEqual([
      "test.yaml:2:11: rigidity is .nan (0-1). Write a number from 0 to 1; the default is 0.5.",
      "test.yaml:3:8: weeks is .inf (weeks). Write a whole number from 1 to 3650; the default is 624.",
      "test.yaml:4:7: seed is .nan. Write any text, in quotes if it is a long number.",
    ]);
  });

  it("takes no seed for another than its digits say", async () => {
    const seed = async (text: string) => {
      const reading = await readText(`title: A\nseed: ${text}`);
      return reading.ok ? reading.scenario.seed : reading.problems.map((one) => formatProblem(one)).join();
    };
    expect([await seed("7"), await seed("007"), await seed("'007'"), await seed("1.5")]).toEqual(["7", "7", "007", "1.5"]);
    expect(await seed("12345678901234567890")).toContain("Write any text, in quotes if it is a long number.");
  });

  it("checks interventions after what is set, and beside other faults", async () => {
    const text = "title: A\npopulation: { communities: 2 }\ninterventions: [{ week: 5, path: rigidity, value: 1, communities: [3] }]";
    expect(await problems(text, ["population.communities=4"])).toEqual([]);
    expect(await problems(text.replace("communities: 2", "communities: 4"), ["population.communities=3"])).toEqual([
      "test.yaml:3:68: interventions.0.communities.0 names community 3, but there are 3. Name numbers from 0 to 2.",
    ]);
    expect(await problems(text.replace("title: A", "title: A\nrigidity: 9"))).toHaveLength(2);
  });

  it("knows the mechanisms that a part of the method may stand for", async () => {
    expect(await problems("title: A\nmethod: { reading: { one: [branchWork], two: [sparkStatoin], three: [routing] } }")).toEqual([
      'test.yaml:2:47: method.reading.two.0 is "sparkStatoin". Did you mean sparkStation?',
      expect.stringMatching(/^test\.yaml:2:70: method\.reading\.three\.0 is "routing"\. Write one of .*branchWork/),
    ]);
  });

  it("ends circles and long chains of files that extend one another", async () => {
    const read = async (resolve: (path: string, from: string) => string) => {
      const of = (path: string, from: string) => ({ path, text: `extends: "${resolve(path, from)}"` });
      const reading = await readScenario(of("0", ""), { schema: scenarioSchema, resolve: async (path, from) => of(path, from) });
      return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
    };
    expect(await read((path) => String((Number(path) + 1) % 3))).toEqual([
      "2:1:10: extends leads back to 0: a loop. Take one of the extends lines out.",
    ]);
    expect(await read((path) => String(Number(path) + 1))).toEqual([
      "19:1:10: extends is the end of a chain of 20 files. Extend fewer files one after the other.",
    ]);
  });

  it("lists a hundred of twenty thousand faults, and says so, in little time", async () => {
    const began = performance.now();
    const found = await problems(`title: A\n${Array.from({ length: 20_000 }, (_, k) => `parameter${k}: ${k}\n`).join("")}`);
    expect(performance.now() - began).toBeLessThan(10_000); // 0.6 s alone on one core; it was 30 s
    expect([found.length, found[0], found[100]]).toEqual([
      101,
      expect.stringMatching(/^test\.yaml:2:1: parameter0 is not a parameter\. /),
      "test.yaml:101:1: has more problems: 100 are listed. Mend these first.",
    ]);
  });
});
