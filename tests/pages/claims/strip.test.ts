import fc from "fast-check";
import { expect, it } from "vitest";
import { placeOnStrip, rowsOfMarks } from "../../../src/pages/claims/strip.ts";

it("places on the strip rise with the effect, are the same on both sides, and stay within it", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      expect(Math.abs(placeOnStrip(a))).toBeLessThanOrEqual(1);
      expect(placeOnStrip(-a) + placeOnStrip(a)).toBe(0);
      if (a <= b) expect(placeOnStrip(a)).toBeLessThanOrEqual(placeOnStrip(b));
    }),
  );
});

it("no two marks of a row are nearer than they are wide", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 }), fc.integer({ min: 1, max: 20 }), (places, width) => {
      const rows = rowsOfMarks(places, width);
      for (const [i, a] of places.entries())
        for (const [j, b] of places.entries()) if (i < j && rows[i] === rows[j]) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(width);
      if (places.length > 0) expect(Math.min(...rows)).toBe(0);
    }),
  );
});
