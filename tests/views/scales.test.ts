import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisEnds, colourEnds, weekTicks } from "../../src/views/index.ts";

const values = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe("the axis of values", () => {
  it("begins at zero, holds all values, and does not end on one that can grow", () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom("share" as const, "number" as const), (a, b, format) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [bottom, top] = axisEnds(low, high, format);
        expect(bottom).toBeLessThanOrEqual(Math.min(0, low));
        expect(top).toBeGreaterThanOrEqual(Math.max(0, high));
        expect(top).toBeGreaterThan(bottom);
        if (low >= 0) expect(bottom).toBe(0);
      }),
    );
    expect(axisEnds(131, 138, "number")).toEqual([0, 138 + 13.8]);
    expect(axisEnds(0.46, 0.51, "share")[0]).toBe(0);
    expect(axisEnds(0.2, 0.97, "share")).toEqual([0, 1]);
    expect(axisEnds(0, 0, "number")).toEqual([0, 1]);
    expect(axisEnds(-0.2, 0.4, "share")[0]).toBeLessThan(-0.2); // a share of a difference is not cut
    expect(axisEnds(null as never, null as never, "share")).toEqual([0, 1]);
  });
});

describe("the scale of colours", () => {
  it("begins at zero and ends at the next round number that holds all values", () => {
    expect(colourEnds([0.46, 0.48, 0.51])).toEqual([0, 0.6]);
    expect(colourEnds([0.02, Number.NaN, 0.07])).toEqual([0, 0.08]);
    expect(colourEnds([34, 12])).toEqual([0, 40]);
    expect(colourEnds([0.2])).toEqual([0, 0.2]);
    expect(colourEnds([-7, 1])).toEqual([-8, 1]);
    expect(colourEnds([0.93])).toEqual([0, 1]);
    expect(colourEnds([131])).toEqual([0, 150]);
    expect(colourEnds([Number.NaN])).toEqual([0, 1]);
    expect(colourEnds([])).toEqual([0, 1]);
    expect(colourEnds([5e-324])).toEqual([0, 1]);
    fc.assert(
      fc.property(fc.array(values, { minLength: 1 }), (all) => {
        const [low, high] = colourEnds(all);
        expect(high).toBeGreaterThan(low);
        for (const value of all) {
          expect(value).toBeGreaterThanOrEqual(low * (1 + 1e-6) - 1e-12);
          expect(value).toBeLessThanOrEqual(high * (1 + 1e-6) + 1e-12);
        }
      }),
    );
  });
});

describe("the weeks of an axis", () => {
  it("are whole years of a long run, and single weeks of a short one", () => {
    expect(weekTicks(1, 624, 8)).toEqual([104, 208, 312, 416, 520, 624]);
    expect(weekTicks(1, 66, 6)).toEqual([13, 26, 39, 52, 65]);
    expect(weekTicks(1, 5, 6)).toEqual([1, 2, 3, 4, 5]);
  });

  it("are few enough, evenly apart and within the weeks", () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3650), fc.integer({ min: 2, max: 20 }), (first, more, most) => {
        const ticks = weekTicks(first, first + more, most);
        expect(ticks.length).toBeLessThanOrEqual(Math.max(most, Math.ceil(more / 1040) + 1));
        for (const [k, week] of ticks.entries()) {
          expect(week).toBeGreaterThanOrEqual(first);
          expect(week).toBeLessThanOrEqual(first + more);
          if (k > 1) expect(week - ticks[k - 1]).toBe(ticks[1] - ticks[0]);
        }
      }),
    );
  });
});
