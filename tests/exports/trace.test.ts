import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { held, knownAnswers, trace } from "../../src/exports/index.ts";

const root = join(import.meta.dirname, "../..");

it("has the eight elements of TRACE, each with its gaps", () => {
  const elements = trace()
    .split(/^## \d\. /m)
    .slice(1);
  expect(elements.map((text) => text.split("\n")[0])).toEqual([
    "Problem formulation",
    "Model description",
    "Data evaluation",
    "Conceptual model evaluation",
    "Implementation verification",
    "Model output verification",
    "Model analysis",
    "Model output corroboration",
  ]);
  for (const element of elements) expect(element).toMatch(/\*\*Gaps\.\*\*\n\n- \S/);
});

it("names each test of a known answer", () => {
  const tests = readdirSync(join(root, "tests/verification")).map((name) => name.replace(".test.ts", ""));
  expect(knownAnswers.map(([file]) => file)).toEqual(tests.sort());
});

it("names tests that there are as what holds the model to what must hold", () => {
  const tests = held.flatMap(([, by]) => by).filter((by) => by.startsWith("tests/"));
  expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it("stands in docs/trace.md as the program prints it", () => {
  // If this fails: npx four-circles trace > docs/trace.md
  expect(readFileSync(join(root, "docs/trace.md"), "utf8")).toBe(trace());
});
