import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepOfKey, walked, weekOfKey } from "../../src/views/index.ts";

describe("a walk by keyboard", () => {
  it("stays among those who are there, wherever it stood", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(1 as const, -1 as const), fc.integer({ min: 1, max: 1e6 }), (now, step, count) => {
        const next = walked(now, step, count);
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(count);
      }),
    );
  });

  it("goes round, and begins at an end", () => {
    expect([walked(3, 1, 4), walked(0, -1, 4), walked(1, 1, 4)]).toEqual([0, 3, 2]);
    expect([walked(-1, 1, 4), walked(-1, -1, 4), walked(9, 1, 4), walked(Number.NaN, -1, 4)]).toEqual([0, 3, 0, 3]);
    expect(stepOfKey("Enter")).toBe(undefined);
  });

  it("leads to weeks of the chart alone, wherever it stood", () => {
    const keys = fc.record({ key: fc.constantFrom("ArrowLeft", "ArrowRight", "Home", "End", "Escape"), shiftKey: fc.boolean() });
    fc.assert(
      fc.property(keys, fc.integer(), fc.nat(500), fc.nat(4000), (key, shown, first, more) => {
        const week = weekOfKey(key, shown, first, first + more);
        if (week === "now") return;
        expect(week).toBeGreaterThanOrEqual(first);
        expect(week).toBeLessThanOrEqual(first + more);
      }),
    );
    expect(weekOfKey({ key: "Home", shiftKey: false }, 0, 1, 0)).toBe(undefined); // no week yet
  });
});
