import fc from "fast-check";
import { expect, it } from "vitest";
import { exp, hashText, log, logistic, normalQuantile, orderOf, pow, sortWhole, sumRows } from "../../src/numeric/index.ts";

/** Distance in units of the last place of the expected value. */
const ulps = (actual: number, expected: number) =>
  actual === expected ? 0 : Math.abs(actual - expected) / (Math.abs(expected) * Number.EPSILON || Number.MIN_VALUE);

it("exp agrees with the engine's to 2 units in the last place", () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => ulps(exp(x), Math.exp(x)) <= 2),
    { numRuns: 5000 },
  );
});

it("log agrees with the engine's to 2 units in the last place", () => {
  fc.assert(
    fc.property(fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }), (x) => ulps(log(x), Math.log(x)) <= 2),
    { numRuns: 5000 },
  );
  for (let k = 1; k < 2000; k++) expect(ulps(log(0.9 + k / 10000), Math.log(0.9 + k / 10000))).toBeLessThanOrEqual(2);
});

it("handles the edges as the engine does", () => {
  for (const x of [NaN, Infinity, -Infinity, 0, 1000, -1000, -740]) {
    expect(ulps(exp(x), Math.exp(x)) <= 2 || Object.is(exp(x), Math.exp(x))).toBe(true);
  }
  for (const x of [NaN, Infinity, 0, 1, -1]) expect(log(x)).toBe(Math.log(x));
});

it("raises to whole and broken powers", () => {
  expect(pow(3, 4)).toBe(81);
  expect(pow(0, 0.5)).toBe(0);
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.double({ min: -8, max: 8, noNaN: true }),
      (x, y) => Math.abs(pow(x, y) / x ** y - 1) < Number.EPSILON * (4 + Math.abs(y * Math.log(x))) * 2,
    ),
  );
});

it("logistic is symmetric about one half", () => {
  fc.assert(fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (x) => Math.abs(logistic(x) + logistic(-x) - 1) < 1e-15));
});

it("knows the quantiles of the normal distribution", () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 8);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 7);
});

it("hashes texts by FNV-1a", () => {
  expect(hashText("")).toBe(0x811c9dc5);
  expect(hashText("a")).toBe(0xe40c292c);
});

it("sums of rows are those of the rows alone", () => {
  const out = Float64Array.of(9, 9);
  sumRows(Float64Array.of(1, 2, 3, 4, 5, 6), out);
  expect([...out]).toEqual([9, 12]);
  sumRows(new Float64Array(0), out);
  expect([...out]).toEqual([0, 0]);
});

it("sorts whole numbers as the engine does, small and large ones", () => {
  fc.assert(
    fc.property(fc.uint32Array({ max: 50, maxLength: 100 }), fc.uint32Array({ maxLength: 100 }), (small, large) => {
      for (const values of [small, large]) expect(sortWhole(values.slice())).toEqual(values.slice().sort());
    }),
  );
});

it("tells the places of numbers in their order, equal ones as they stand", () => {
  const any = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 5 }), fc.constant(5e-324));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (numbers) => {
      const places = numbers.map((_, k) => k).sort((a, b) => numbers[a] - numbers[b] || a - b);
      expect([...orderOf(Float64Array.from(numbers))]).toEqual(places);
    }),
  );
});
