import { expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { deletedParameters } from "../../src/scenario/deletedParameters.ts";
import { nodeAt } from "../../src/scenario/explain.ts";
import { formerNames, presentName } from "../../src/scenario/formerNames.ts";
import { jsonSchemaOf, pathFault } from "../../src/scenario/index.ts";
import { formatProblem } from "../../src/words/index.ts";
import { readText } from "../support/scenarios.ts";

const root = jsonSchemaOf(scenarioSchema);
const stands = (path: string): boolean => nodeAt(root, path.split(".")) !== undefined;

it("every former name leads to one that there is, and is none itself", () => {
  for (const [former, name] of Object.entries(formerNames))
    expect([former, stands(former), name, stands(name)]).toEqual([former, false, name, true]);
  expect(presentName("mechanisms.administrativePromotion.initiative")).toBe("mechanisms.administrativeDrive.initiative");
  expect(presentName("mechanisms.administrativeDrive.initiative")).toBeUndefined();
});

it("a parameter that was taken out is told what holds in its place, and is none that there is", async () => {
  for (const path of Object.keys(deletedParameters)) expect([path, stands(path), presentName(path)]).toEqual([path, false, undefined]);
  const said = async (language: "en" | "zh", text: string, ...set: string[]) => {
    const reading = await readText(text, set);
    return reading.ok ? [] : reading.problems.map((one) => formatProblem(one, language));
  };
  const inFile = "title: A\nmechanisms:\n  expertHelp: { offered: 0.2 }";
  expect(await said("en", inFile)).toEqual([
    "test.yaml:3:17: mechanisms.expertHelp.offered is not a parameter. It was taken out: Workplaces offer all the skilled time that they could spare.",
  ]);
  expect(await said("zh", inFile)).toEqual([
    "test.yaml:3:17: mechanisms.expertHelp.offered 不是参数。该参数已删除。单位提供全部可出让的专业工时。",
  ]);
  expect((await said("en", "title: A", "organizations.types=[1,2]"))[0]).toMatch(/It was taken out: traditionalTypes holds /);
});

it("a scenario that uses one is told the present name: as a key, in what is set, in an intervention, and in a reading", async () => {
  const problems = async (text: string, set: string[] = []) => {
    const reading = await readText(text, set);
    return reading.ok ? [] : reading.problems.map((one) => formatProblem(one));
  };
  expect(await problems("title: A\nmechanisms:\n  campaignPulse: { startWeek: 3 }\n  trust: { told: 0.2 }")).toEqual([
    "test.yaml:3:3: mechanisms.campaignPulse is not a parameter. It is called mechanisms.campaign now.",
    "test.yaml:4:12: mechanisms.trust.told is not a parameter. It is called mechanisms.trust.secondHand now.",
  ]);
  expect(await problems("title: A", ["mechanisms.doubleHatching.mode=off"])).toEqual([
    "--set: mechanisms.doubleHatching.mode is not a parameter. It is called mechanisms.dualIncubation.mode now.",
  ]);
  const [said] = await problems("title: A\ninterventions: [{ week: 5, path: mechanisms.epidemicPulse.mode, value: on }]");
  expect(said).toMatch(/names mechanisms\.epidemicPulse\.mode, which is not a parameter\. It is called mechanisms\.epidemic\.mode now\.$/);
  expect((await problems("title: A\nmethod: { reading: { one: [administrativePromotion] } }"))[0]).toMatch(
    /It is called mechanisms\.administrativeDrive now\.$/,
  );
  expect(pathFault(scenarioSchema, "circles.withdrawn")?.remedy).toMatchObject({ values: { name: "circles.withoutContact" } });
});
