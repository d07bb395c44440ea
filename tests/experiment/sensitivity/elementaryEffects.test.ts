import { expect, it } from "vitest";
import { elementaryEffects, morris } from "../../../src/experiment/index.ts";
import { gFunction, gWeights } from "../../support/knownModels.ts";

/** Axes of so many ranges. */
const ranges = (factors: number) => Array.from({ length: factors }, () => ({ levels: 4, ordered: true }));

it("effects of a linear function are its slopes, the same everywhere", () => {
  const design = morris(5, ranges(3), "s");
  const found = elementaryEffects(
    design,
    design.map(([x, y, z]) => 2 * x - 3 * y + 0 * z),
  );
  const values = found.map(({ mu, muStar, sigma }) => [mu.value, muStar.value, sigma.value].map((value) => Number(value.toFixed(9)) + 0));
  expect(values).toEqual([
    [2, 2, 0],
    [-3, 3, 0],
    [0, 0, 0],
  ]);
  expect([found[0].mu.low, found[0].mu.high]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]); // nothing varies
  expect(found[0].count).toBe(5);
});

it("a product of two factors shows as spread, and a sign that changes hides in mu but not in mu*", () => {
  const design = morris(40, ranges(2), "s");
  const [x] = elementaryEffects(
    design,
    design.map(([u, v]) => (u - 0.5) * (v - 0.5)),
  );
  expect(Math.abs(x.mu.value)).toBeLessThan(0.15);
  expect(x.muStar.value).toBeGreaterThan(0.25);
  expect(x.sigma.value).toBeGreaterThan(0.25);
  expect([x.muStar.low < x.muStar.value, x.muStar.high > x.muStar.value]).toEqual([true, true]);
});

it("ranks the factors of the g-function as they are", () => {
  const design = morris(30, ranges(gWeights.length), "s", 60);
  const stars = elementaryEffects(design, design.map(gFunction)).map(({ muStar }) => muStar.value);
  expect(stars).toEqual(stars.toSorted((a, b) => b - a));
});

it("a trajectory that lacks a value is left out", () => {
  const design = morris(5, ranges(3), "s");
  const outputs = design.map(([x]) => x);
  outputs[2] = Number.NaN;
  expect(elementaryEffects(design, outputs)[0].count).toBe(4);
});
