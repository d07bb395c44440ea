import fc from "fast-check";
import { expect, it } from "vitest";
import { keepApart } from "../../src/views/keepApart.ts";

it("leaves labels where they are if they are apart, and moves the upper one up if they are not", () => {
  const at = (...heights: number[]) =>
    keepApart(
      heights.map((y) => ({ y, room: 10 })),
      0,
      100,
    ).map(({ y }) => y);
  expect(at(20, 80)).toEqual([80, 20]);
  expect(at(80, 78)).toEqual([80, 70]);
  expect(at(150, 148)).toEqual([100, 90]);
  expect(at(-5, 2)).toEqual([20, 10]); // its room is inside too
});

it("keeps the order and the room of every label, and none above the top", () => {
  const labels = fc.array(fc.record({ y: fc.double({ min: -50, max: 250, noNaN: true }), room: fc.integer({ min: 1, max: 20 }) }));
  fc.assert(
    fc.property(labels, (given) => {
      const apart = keepApart(given, 0, 200);
      expect(apart.length).toBe(given.length);
      for (const [k, { y }] of apart.entries()) {
        expect(y).toBeGreaterThanOrEqual(apart[k].room);
        if (k > 0) expect(apart[k - 1].y - y).toBeGreaterThanOrEqual(apart[k - 1].room - 1e-9);
      }
    }),
  );
});
