import { mean, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { jackknife, meanWithInterval } from "../../src/experiment/index.ts";
import { type SetupStream, setupStream } from "../../src/random/index.ts";

const at = (values: readonly number[], rows: ArrayLike<number>) => Array.from(rows, (row) => values[row]);
const meanOf = (values: readonly number[]) => (rows: ArrayLike<number>) => mean(at(values, rows));
const deviationOf = (values: readonly number[]) => (rows: ArrayLike<number>) =>
  rows.length > 1 ? sampleStandardDeviation(at(values, rows)) : Number.NaN;

it("of a mean is the t-interval", () => {
  const values = [1, 2, 3, 5, 8];
  const { low, high } = jackknife(meanOf(values), 5);
  const t = meanWithInterval(values);
  expect([low, high]).toEqual([expect.closeTo(t.low, 10), expect.closeTo(t.high, 10)]);
});

it("of a ratio of means is that of its linear approximation, where the spread is small", () => {
  const [x, y] = [0, 1].map((k) => Array.from({ length: 200 }, (_, r) => 10 + setupStream("ratio", `${k}/${r}`).normal() / 10));
  const { value, low, high } = jackknife((rows) => mean(at(x, rows)) / mean(at(y, rows)), 200);
  const approximation = meanWithInterval(x.map((_, r) => value + (x[r] - value * y[r]) / mean(y)));
  expect(high - low).toBeCloseTo(approximation.high - approximation.low, 5);
});

it("of many rows leaves out parts of several, to the same interval in the mean", () => {
  const ratios = Array.from({ length: 8 }, (_, s) => {
    const values = Array.from({ length: 2048 }, (_, r) => setupStream(`parts ${s}`, String(r)).normal());
    const { low, high } = jackknife((rows) => {
      let sum = 0;
      for (let r = 0; r < rows.length; r++) sum += values[rows[r]];
      return sum / rows.length;
    }, values.length);
    const t = meanWithInterval(values);
    return (high - low) / (t.high - t.low);
  });
  expect(Math.abs(mean(ratios) - 1)).toBeLessThan(0.05);
});

it("has no ends where nothing varies but by rounding, or with one row, and no number with none", () => {
  const endless = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  expect(jackknife(() => 3, 5)).toEqual({ value: 3, ...endless, unknown: "equal" });
  expect(jackknife(meanOf([0.1 + 0.2, 0.3, 0.3]), 3)).toMatchObject({ ...endless, unknown: "equal" });
  expect(jackknife(meanOf([3]), 1)).toEqual({ value: 3, ...endless, unknown: "one" });
  expect(jackknife(meanOf([]), 0)).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
});

it("never goes below zero for what cannot be negative", () => {
  const one = [0, 0, 0, 7];
  expect(jackknife(meanOf(one), 4).low).toBeLessThan(0);
  expect(jackknife(meanOf(one), 4, true).low).toBe(0);
});

describe("coverage at 95%", () => {
  const TRIALS = 1500;
  const below = 3 * Math.sqrt((0.95 * 0.05) / TRIALS);
  const normal = (stream: SetupStream) => 1 + stream.normal();
  const uniform = (stream: SetupStream) => stream.next();
  const skewed = (stream: SetupStream) => stream.exponential(1);
  // Effects are of either sign; mu* is the mean of |effect|, known for N(0, 1).
  const unsigned = (stream: SetupStream) => Math.abs(stream.normal());
  /** Least coverage that is claimed: 95% of normal and even values, less for skewed ones, whose means have skewed distributions. */
  it.each([
    ["mean", "normal", 4, normal, 1, 0.95],
    ["mean", "normal", 10, normal, 1, 0.95],
    ["mean", "normal", 30, normal, 1, 0.95],
    ["mean", "uniform", 10, uniform, 0.5, 0.95],
    ["mean", "skewed", 10, skewed, 1, 0.9],
    ["mean", "skewed", 30, skewed, 1, 0.92],
    ["mean of absolute values", "normal", 4, unsigned, Math.sqrt(2 / Math.PI), 0.95],
    ["mean of absolute values", "normal", 10, unsigned, Math.sqrt(2 / Math.PI), 0.95],
    ["mean of absolute values", "skewed", 10, skewed, 1, 0.94],
    ["deviation", "normal", 4, normal, 1, 0.94],
    ["deviation", "normal", 10, normal, 1, 0.94],
    ["deviation", "uniform", 10, uniform, Math.sqrt(1 / 12), 0.95],
    ["deviation", "skewed", 30, skewed, 1, 0.85],
  ] as const)("of the %s of %s values, %i of them", (what, name, n, draw, truth, least) => {
    let held = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const stream = setupStream(`coverage ${name} ${n}`, String(trial));
      const values = Array.from({ length: n }, () => draw(stream));
      const { low, high } = jackknife(what === "deviation" ? deviationOf(values) : meanOf(values), n, what !== "mean");
      if (low <= truth && truth <= high) held++;
    }
    expect(held / TRIALS).toBeGreaterThan(least - below);
  });
});
