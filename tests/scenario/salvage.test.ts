import { expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { nodeAt } from "../../src/scenario/explain.ts";
import { jsonSchemaOf, parameterCatalog } from "../../src/scenario/index.ts";
import { schemaAt } from "../../src/scenario/salvage.ts";

it("finds what may stand under a path where the JSON Schema has it, and nowhere else", () => {
  const json = jsonSchemaOf(scenarioSchema);
  const paths = parameterCatalog(scenarioSchema).map(({ path }) => path.split("."));
  const sections = new Set(paths.flatMap((path) => path.slice(0, -1).map((_, k) => path.slice(0, k + 1).join("."))));
  const known = [...paths, ...[...sections].map((path) => path.split(".")), ["weeks"], ["seed"], ["interventions"]];
  for (const path of known) {
    expect(nodeAt(json, path), path.join(".")).toBeDefined();
    expect(schemaAt(scenarioSchema, path), path.join(".")).toBeDefined();
    for (const wrong of [
      [...path, "nothing"],
      [...path.slice(0, -1), "nothing"],
      [...path, "constructor"],
      [...path, "0"],
    ]) {
      expect(schemaAt(scenarioSchema, wrong) === undefined, wrong.join(".")).toBe(nodeAt(json, wrong) === undefined);
    }
  }
});
