import fc from "fast-check";
import { expect, it } from "vitest";
import { decimal, number, percent } from "../../src/cli/numbers.ts";

it("tells what misses a limit from the limit", () => {
  expect([percent(0.796, { limits: [0.8] }), percent(0.8, { limits: [0.8] }), percent(0.84, { limits: [0.8] })]).toEqual([
    "79.6%",
    "80%",
    "84%",
  ]);
  expect([percent(0.79996, { limits: [0.8] }), percent(0.79996)]).toEqual(["79.996%", "80%"]);
  expect([number(0.6003, [0.3, 0.6]), number(0.6, [0.3, 0.6]), number(0.299999, [0.3, 0.6])]).toEqual(["0.6003", "0.600", "0.299999"]);
  expect([decimal(0.049999, 4, [0.05, 0.2]), decimal(0.05, 4, [0.05, 0.2])]).toEqual(["0.049999", "0.0500"]);
});

it("reads as a limit only if it meets it", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (value, limit) => {
      const [shown, of] = [value, limit].map((one) => Number.parseFloat(percent(one, { limits: [value, limit] })));
      expect(Math.sign(shown - of)).toBe(Math.abs(value - limit) > 1e-15 ? Math.sign(value - limit) : Math.sign(shown - of));
    }),
    { seed: 1, numRuns: 1000 },
  );
});

it("says nothing of what was not measured", () => {
  expect([number(Number.NaN), percent(Number.NaN), percent(Number.NaN, { decimals: 1 })]).toEqual(["-", "-", "-"]);
  expect(percent(0.4567, { decimals: 1 })).toBe("45.7%");
});
