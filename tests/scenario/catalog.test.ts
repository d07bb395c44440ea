import { expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { parameterCatalog } from "../../src/scenario/index.ts";

const catalog = parameterCatalog(scenarioSchema);

it("describes every parameter in both languages, with unit, bounds, default and evidence", () => {
  expect(catalog.length).toBeGreaterThan(100);
  for (const entry of catalog) {
    expect(entry.help.en, entry.path).toMatch(/\.$/);
    expect(entry.help.zh, entry.path).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(entry.default, entry.path).toBeDefined();
    expect("PSAMJ", entry.path).toContain(entry.evidence);
    if (entry.type === "number" || entry.type === "integer" || entry.type === "numbers") {
      expect(entry.unit, entry.path).not.toBe("");
      expect(entry.min, entry.path).toBeTypeOf("number");
      expect(entry.max, entry.path).toBeTypeOf("number");
    }
  }
});

it("keeps every default inside its bounds", () => {
  for (const { path, default: value, min = 0, max = 0, type } of catalog) {
    if (type !== "number" && type !== "integer") continue;
    expect(value, path).toBeGreaterThanOrEqual(min);
    expect(value, path).toBeLessThanOrEqual(max);
  }
});
