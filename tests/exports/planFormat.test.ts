import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { planFormat } from "../../src/exports/index.ts";

it("stands in docs/batch.md as the program prints it", () => {
  // If this fails: put what npx four-circles schema --plan prints between the marks.
  const text = readFileSync(join(import.meta.dirname, "../../docs/batch.md"), "utf8");
  expect(text.split("<!-- generated: npx four-circles schema --plan -->\n")[1].split("<!-- end of generated -->")[0]).toBe(planFormat());
});

it("has a line for every key, with what to write", () => {
  const lines = planFormat().trim().split("\n").slice(2);
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines) expect(line).toMatch(/^\| `[\w.[\]]+` \| .+\. (Needed\. )?\| .+ \|$/);
});
