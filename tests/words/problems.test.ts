import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { said } from "../../src/scenario/index.ts";
import { formatProblem, tellSaid } from "../../src/words/index.ts";
import { problems } from "../../src/words/problems.ts";
import { tables } from "../../src/words/tables.ts";
import { readText } from "../support/scenarios.ts";

const src = join(import.meta.dirname, "../../src");
const code = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("words"))
  .map((file) => readFileSync(join(src, file), "utf8"))
  .join("\n");

it.each([
  "",
  "- a",
  "title: [A",
  "extends: 5",
  "extends: nowhere.yaml",
  "extends: test.yaml",
  "title: A\npopulation: { resident: 1, residents: 2.5, communities: many }\nnonsense: 1\npartyBuilding: maybe\nmethod: { one: 7 }\nmechanisms: { routing: { weights: [a, b] } }",
  "title: A\nweeks: 9\ninterventions: [{ week: 30, path: rigiditi, value: 1 }, { week: 2, path: population.residents, value: 1 }, { week: 2, path: rigidity, value: 9 }, { week: 2, path: rigidity, value: 1, communities: [999] }]",
])("says in Chinese what is wrong with %j", async (text) => {
  const reading = await readText(text, text === "" ? ["rigidity"] : []);
  const lines = reading.ok ? [] : reading.problems.map((one) => formatProblem(one, "zh"));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/^[\w.-]+(?::\d+:\d+)?: .*[\u4e00-\u9fff].*[。？]$/);
});

it("says values as they are, parts in the language of the whole, and nothing in place of a value that is not there", () => {
  const range = said("number", { bounds: said("fromTo", { minimum: 0, maximum: 1 }), byDefault: said("byDefault", { value: "0.5" }) });
  expect(tellSaid("en", said("write", { what: range }))).toBe("Write a number from 0 to 1; the default is 0.5.");
  expect(tellSaid("zh", said("write", { what: range }))).toBe("请写 0 到 1 之间的数；默认 0.5。");
  expect(tellSaid("zh", said("isOf", { value: "9", unit: "people" }))).toBe("为 9（人）。");
  // What a file holds is text, whatever it looks like.
  expect(tellSaid("en", said("is", { value: "{{unit}} $& $1" }))).toBe("is {{unit}} $& $1.");
});

it("has words for every code that is said, and none that nobody says", () => {
  const said = new Set([...code.matchAll(/\bsaid\(\s*"([\w.]+)"/g)].map(([, name]) => name));
  expect(said.size).toBeGreaterThan(80);
  expect([...said].filter((name) => !Object.hasOwn(problems, name))).toEqual([]);
  // Some codes are chosen among several, or come with an issue; the parser and errors bring their own.
  const named = (name: string) => code.includes(`"${name}"`);
  const brought = /^(yaml_|BeyondMeans\.|Error\.|some_)/;
  expect(Object.keys(problems).filter((name) => !named(name) && !brought.test(name))).toEqual([]);
});

it("has no code twice: what is said of tables is not said of scenarios in other words", () => {
  for (const [name, words] of Object.entries(tables)) expect(problems[name as keyof typeof tables], name).toBe(words);
});

it("says the same values in both languages", () => {
  const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();
  // The parser and some errors bring their English sentence; Chinese says it by the code.
  const brought = /^(yaml_|BeyondMeans\.|Error\.|unexpected$)/;
  for (const [name, [en, zh]] of Object.entries(problems))
    if (!brought.test(name)) expect(placeholders(zh), name).toEqual(placeholders(en));
});

it("knows every code of the parser of YAML", () => {
  const types = readFileSync(join(import.meta.dirname, "../../node_modules/yaml/dist/errors.d.ts"), "utf8");
  const codes = [...(types.match(/type ErrorCode = (.*);/)?.[1] ?? "").matchAll(/'(\w+)'/g)].map(([, name]) => name);
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((name) => !Object.hasOwn(problems, `yaml_${name}`))).toEqual([]);
});
