import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { odd } from "../../src/exports/index.ts";
import { mechanisms, scenarioSchema } from "../../src/mechanisms/index.ts";
import { parameterCatalog } from "../../src/scenario/index.ts";
import { scenario } from "../support/scenarios.ts";

it("names the seven elements, every mechanism and every parameter with the value in force", async () => {
  const text = odd(await scenario("community", "rigidity=0.123"));
  for (const heading of ["1. Purpose", "2. Entities", "3. Process", "4. Design", "5. Initialization", "6. Input", "7. Submodels"])
    expect(text).toContain(`## ${heading}`);
  for (const { id, phase } of mechanisms) {
    expect(text).toContain(`(\`${id}\`)`);
    expect(existsSync(join(import.meta.dirname, `../../src/mechanisms/${phase}/${id}.ts`)), id).toBe(true);
  }
  for (const { path } of parameterCatalog(scenarioSchema)) expect(text).toContain(`\`${path}\``);
  expect(text).toContain("| `rigidity` | 0.123 |");
});

it("stands in docs/model.md as the program prints it for the default district", async () => {
  // If this fails: npx four-circles odd > docs/model.md
  expect(readFileSync(join(import.meta.dirname, "../../docs/model.md"), "utf8")).toBe(odd(await scenario("zhonglou-tenth")));
});
