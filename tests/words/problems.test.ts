import { expect, it } from "vitest";
import { problemInChinese } from "../../src/words/index.ts";
import { readText } from "../support/scenarios.ts";

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
  const sentences = reading.ok ? [] : reading.problems.flatMap(({ message, remedy }) => [message, remedy]);
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(problemInChinese(sentence), sentence).toMatch(/[\u4e00-\u9fff]/);
});
