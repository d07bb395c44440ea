import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { resolveSource } from "../../../src/cli/files.ts";
import { readPlan } from "../../../src/experiment/index.ts";
import { lessonPlan, readLesson, scenePictures } from "../../../src/teaching/index.ts";
import { formatProblem, languages } from "../../../src/words/index.ts";

const folder = join(import.meta.dirname, "../../../lessons");
const read = (text: string) => readLesson({ path: join(folder, "own.yaml"), text }, resolveSource);
const problems = async (text: string): Promise<string[]> => {
  const reading = await read(text);
  return reading.ok ? [] : reading.problems.map((one) => formatProblem(one).replace(/^.*own\.yaml/, "own.yaml"));
};

const lessons = readdirSync(folder).sort();

describe("the lessons that come along", () => {
  it("are seven", () => expect(lessons).toHaveLength(7));

  it.each(lessons)("%s is right, in both languages, and all that it predicts can be run", async (name) => {
    const reading = await read(readFileSync(join(folder, name), "utf8"));
    if (!reading.ok) throw new Error(reading.problems.map((one) => formatProblem(one)).join("\n"));
    const { lesson } = reading;
    expect(lesson.scenes.some(({ predict }) => predict)).toBe(true);
    const words = (of: object): void => {
      for (const [key, value] of Object.entries(of)) {
        if (value !== null && typeof value === "object") words(value);
        else if (["title", "question", "text", "ask", "says", "talk", "look"].includes(key))
          expect(Object.keys(of), `${name}: ${value}`).toContain(`${key}Zh`);
      }
    };
    words(lesson);
    for (const scene of lesson.scenes) {
      if (!scene.predict) continue;
      const plan = await readPlan({ path: join(folder, name), text: stringify(lessonPlan(lesson, scene, scene.predict)) }, resolveSource);
      expect(plan.ok ? [] : plan.problems.map((one) => formatProblem(one)), scene.title).toEqual([]);
    }
  });
});

const right = `title: Mine
scenario: community
scenes:
  - title: One
    text: Some text.
    predict: { kind: value, ask: How many?, measure: participation_rate }
`;

describe("readLesson", () => {
  it("takes a short one, with its defaults", async () => {
    const reading = await read(right);
    expect(reading.ok && reading.lesson).toMatchObject({ minutes: 15, seeds: 16, scenes: [{ controls: [], predict: { known: 0 } }] });
  });

  it("says where something is wrong, and what would be right, all at once", async () => {
    const found = await problems(
      right
        .replace("scenario: community", "scenario: comunity\nset: { rigidity: 3 }")
        .replace("measure: participation_rate", "measure: participation_rat, kown: 3")
        .replace("text: Some text.", "text: Some text.\n    controls: [rigidty]\n    picture: series-participaton"),
    );
    expect(found.map((one) => one.split(" ")[0])).toEqual([
      "own.yaml:2:11:",
      "own.yaml:3:18:",
      "own.yaml:7:16:",
      "own.yaml:8:14:",
      "own.yaml:9:54:",
      "own.yaml:9:73:",
    ]);
    expect(found.join("\n")).toContain("Did you mean participation_rate?");
    expect(found.join("\n")).toContain("Did you mean known?");
    expect(found.join("\n")).toContain("Did you mean rigidity?");
    expect(found.join("\n")).toContain("Did you mean series-participation?");
  });

  it.each([
    ["picture: series-participation, highlight: { measures: [participation_rate], weeks: [1, 52] }", undefined],
    ["picture: layers, highlight: { circle: interest }", undefined],
    ["picture: map, highlight: { community: least }", undefined],
    ["picture: series-participation, highlight: { measures: [settlement_rate_true] }", "participation_rate"],
    ["picture: series-participation, highlight: { circle: party }", "circle cannot stand out in the picture series-participation"],
    ["picture: lorenz-hours, highlight: { weeks: [1, 20] }", "Name a picture over the weeks"],
    ["picture: map, weeks: 52, highlight: { weeks: [1, 20] }", "weeks cannot stand out"],
    ["picture: series-hours, weeks: 52, highlight: { weeks: [1, 60] }", "ends in week 60, and the scene runs 52 weeks"],
  ])("what stands out is what the picture has: %s", async (scene, said) => {
    const found = await problems(`title: Mine\nscenario: community\nscenes:\n  - { title: One, text: Some., ${scene} }\n`);
    if (said === undefined) expect(found).toEqual([]);
    else expect(found.join("\n")).toContain(said);
  });

  it.each([
    ["kind: order", "order, with 0 arms"],
    ["kind: choose", "choose, without options"],
    ["kind: curve, known: 400", undefined],
    ["kind: value, arms: { a: {}, b: {}, c: {} }", "has 3"],
    ["kind: choose, options: [{ text: a, from: 2, to: 1 }, { text: b }]", "is 1, and “from” is 2"],
  ])("a prediction that cannot be made is said: %s", async (kind, said) => {
    const found = await problems(right.replace("kind: value", kind));
    if (said === undefined) expect(found).toEqual([]);
    else expect(found.join("\n")).toContain(said);
  });

  it("a curve of which all is given leaves nothing to draw", async () => {
    const found = await problems(right.replace("kind: value", "kind: curve, known: 104").replace("scenario", "weeks: 104\nscenario"));
    expect(found.join("\n")).toContain("shows 104 of 104 weeks");
  });
});

it("every picture of a scene is one of the stage, and all that is said exists in both languages", async () => {
  const source = readFileSync(join(import.meta.dirname, "../../../src/pages/laboratory/stage/stagePictures.ts"), "utf8");
  for (const picture of scenePictures.filter((one) => !one.startsWith("series-"))) expect(source).toContain(`id: "${picture}"`);
  expect(languages).toEqual(["en", "zh"]);
});
