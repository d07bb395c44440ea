import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenness, gini, median, medianOfCounts, topShare } from "../../src/observation/index.ts";

describe("statistics", () => {
  it("gini is 0 for equals, (n - 1)/n when one has all, and 1/3 for 0, 1, 2, 3 ... in the limit", () => {
    expect(gini([5, 5, 5])).toBeCloseTo(0, 12);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
    expect(gini(Array.from({ length: 3001 }, (_, k) => k))).toBeCloseTo(1 / 3, 3);
    expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25, 12); // by hand: (2 * 30) / (4 * 10) - 5 / 4
    expect(gini([])).toBeNaN();
    expect(gini([0, 0])).toBeNaN();
  });
  it("gini does not change with the unit", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 2 }), fc.integer({ min: 2, max: 60 }), (amounts, unit) => {
        const sorted = amounts.sort((a, b) => a - b);
        expect(gini(sorted.map((x) => x * unit))).toBeCloseTo(gini(sorted), 9);
      }),
    );
  });
  it("topShare counts the last in part, so that one amount more never makes it jump", () => {
    expect(topShare([1, 1, 1, 7], 0.25)).toBe(0.7);
    expect(topShare([1, 2, 3, 4], 0.5)).toBe(0.7);
    expect(topShare([1, 2, 3, 4], 0.3)).toBeCloseTo((4 + 0.2 * 3) / 10, 12);
    expect(topShare([1, 2, 3, 4], 0)).toBe(0);
    expect(topShare([1, 2, 3, 4], 1)).toBe(1);
    for (let n = 90; n < 130; n++) expect(topShare(new Array(n).fill(1), 0.05)).toBeCloseTo(0.05, 12);
    expect(topShare([], 0.1)).toBeNaN();
    expect(topShare([0, 0], 0.1)).toBeNaN();
  });
  it("medianOfCounts agrees with median, evenness is 1 for an even spread", () => {
    expect(evenness([3, 3, 3])).toBeCloseTo(1, 12);
    expect(evenness([9, 0, 0])).toBe(0);
    expect(evenness([1, 3])).toBeCloseTo(2 - 0.75 * Math.log2(3), 12); // in bits, of which two places have one
    expect([median([1, 2, 9]), median([1, 2, 4, 9]), median([])]).toEqual([2, 3, Number.NaN]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (values) => {
        const counts = new Array(51).fill(0);
        for (const value of values) counts[value]++;
        expect(medianOfCounts(counts)).toBe(median(values.sort((a, b) => a - b)));
      }),
    );
  });
});
