import { describe, expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { countNumbers, groundOf, parameterCatalog, standingOf } from "../../src/scenario/index.ts";

const catalog = parameterCatalog(scenarioSchema);
const numbers = catalog.filter((entry) => standingOf(entry) !== "switch");

describe("every number", () => {
  it("has a source that says something, or a prior, and says which", () => {
    for (const entry of numbers) {
      if (standingOf(entry) === "source") expect(entry.source, entry.path).toMatch(/\S/);
      else expect(entry.prior ?? entry.source, entry.path).toBeDefined();
      expect(groundOf(entry), entry.path).toMatch(/^(source [PSAM]|fitted to pattern \d+|prior .+ to .+, uniform): \S/);
      expect(groundOf(entry), entry.path).not.toContain("undefined");
    }
  });
  it("that is a judgement may be more and less than its default, inside its bounds", () => {
    for (const { path, type, prior, default: value, min = 0, max = 0, evidence } of numbers) {
      if (prior === undefined || type === "numbers") continue;
      const [low, high] = prior;
      expect(low, path).toBeGreaterThanOrEqual(min);
      expect(high, path).toBeLessThanOrEqual(max);
      expect(value as number, path).toBeGreaterThanOrEqual(low);
      expect(value as number, path).toBeLessThanOrEqual(high);
      // At the edge only where the bounds themselves end: all or nothing, less than nothing.
      if (evidence === "J" && value === low) expect(low, path).toBe(min);
      if (evidence === "J" && value === high) expect(high, path).toBe(max);
    }
  });
});

it("counts a list by its numbers", () => {
  const lists = catalog.filter(({ type }) => type === "numbers");
  const counts = countNumbers(lists);
  expect(counts.source + counts.fitted + counts.judgement).toBe(
    lists.reduce((sum, { default: list }) => sum + (list as number[]).length, 0),
  );
});

it("keeps judgements from growing: each that comes needs one that goes", () => {
  const { fitted, judgement } = countNumbers(catalog);
  expect(fitted + judgement).toBeLessThanOrEqual(300);
});
