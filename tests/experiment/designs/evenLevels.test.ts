import fc from "fast-check";
import { expect, it } from "vitest";
import { evenLevels } from "../../../src/experiment/index.ts";

it.each([
  [0, 0.3, 4, [0, 0.1, 0.2, 0.3]],
  [0.1, 0.7, 7, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]],
  [-0.3, 0.3, 3, [-0.3, 0, 0.3]],
  [1, 0, 5, [1, 0.75, 0.5, 0.25, 0]],
  [0, 1, 4, [0, 1 / 3, 2 / 3, 1]],
  [1e-7, 3e-7, 3, [1e-7, 2e-7, 3e-7]],
  [2, 9, 1, [2]],
])("from %d to %d in %d", (from, to, steps, levels) => {
  expect(evenLevels(from, to, steps)).toEqual(levels);
});

it("meets every decimal of the grid as it is written", () => {
  const decimal = (whole: number, digits: number) => Number(`${whole}e-${digits}`);
  fc.assert(
    fc.property(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 2, max: 50 }),
      fc.nat(9),
      (low, step, steps, digits) => {
        const levels = evenLevels(decimal(low, digits), decimal(low + step * (steps - 1), digits), steps);
        expect(levels.map((level) => level + 0)).toEqual(Array.from({ length: steps }, (_, k) => decimal(low + step * k, digits) + 0));
      },
    ),
    { seed: 1 },
  );
});

it("stays between its ends, and meets them, whatever they are", () => {
  const end = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e150, max: 1e150 });
  fc.assert(
    fc.property(end, end, fc.integer({ min: 2, max: 20 }), (from, to, steps) => {
      const levels = evenLevels(from, to, steps);
      expect([levels[0], levels.at(-1), levels.length]).toEqual([from, to, steps]);
      for (const level of levels) expect(level >= Math.min(from, to) && level <= Math.max(from, to)).toBe(true);
    }),
    { seed: 1 },
  );
});
