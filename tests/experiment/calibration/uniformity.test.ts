import { expect, it } from "vitest";
import { uniformityChance } from "../../../src/experiment/calibration/uniformity.ts";
import { setupStream } from "../../../src/random/index.ts";

it("agrees with scipy.stats.kstest to two digits", () => {
  // kstest([0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6], "uniform"): statistic 0.4, exact p 0.0590
  const places = [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];
  expect(uniformityChance(places, Number.POSITIVE_INFINITY)).toBeCloseTo(0.059, 2);
});

it.each([
  ["numbers", Number.POSITIVE_INFINITY],
  ["ten whole numbers", 10],
  ["switches", 2],
])("calls even spreads uneven in one of twenty cases at most, and clear ones always: %s", (_, count) => {
  const stream = setupStream("even", "uniformity");
  const draw = (most: number) => {
    const u = stream.next() * most;
    return Number.isFinite(count) ? Math.min(count - 1, Math.floor(u * count)) / (count - 1) : u;
  };
  const share = (most: number) => {
    let called = 0;
    for (let k = 0; k < 400; k++)
      if (
        uniformityChance(
          Array.from({ length: 100 }, () => draw(most)),
          count,
        ) <= 0.05
      )
        called++;
    return called / 400;
  };
  expect(share(1)).toBeLessThan(0.08);
  expect(share(0.6)).toBe(1);
});

it("says nothing of a single value", () => {
  expect(uniformityChance([0.5], Number.POSITIVE_INFINITY)).toBeNaN();
});
