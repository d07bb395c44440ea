import { expect, it } from "vitest";
import { bootstrapInterval, resamples } from "../../src/experiment/index.ts";

const meanOf = (values: readonly number[]) => (rows: ArrayLike<number>) =>
  Array.from(rows, (row) => values[row]).reduce((a, b) => a + b, 0) / rows.length;

it("is near the t-interval for a mean of even values, and the same for the same seed", () => {
  const values = Array.from({ length: 50 }, (_, k) => k);
  const interval = (seed: string) => bootstrapInterval(meanOf(values), 50, resamples(50, 4000, seed, "test"));
  const { low, high } = interval("s");
  const half = (1.96 * Math.sqrt((50 * 50 - 1) / 12)) / Math.sqrt(50);
  expect(Math.abs(low - (24.5 - half))).toBeLessThan(0.4);
  expect(Math.abs(high - (24.5 + half))).toBeLessThan(0.4);
  expect(interval("s")).toEqual({ low, high });
  expect(interval("t")).not.toEqual({ low, high });
});

it("leans to the side of the long tail", () => {
  const values = Array.from({ length: 40 }, (_, k) => Math.exp(k / 8));
  const center = meanOf(values)(values.map((_, k) => k));
  const { low, high } = bootstrapInterval(meanOf(values), 40, resamples(40, 4000, "s", "test"));
  expect(high - center).toBeGreaterThan(1.05 * (center - low));
});

it("is a point where nothing varies, and boundless where one row is all there is", () => {
  expect(bootstrapInterval(() => 3, 5, resamples(5, 100, "s", "test"))).toEqual({ low: 3, high: 3 });
  expect(bootstrapInterval(() => 3, 1, resamples(1, 100, "s", "test"))).toEqual({ low: -Infinity, high: Infinity });
});
