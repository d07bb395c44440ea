import { expect, it } from "vitest";
import { truncatedKernel } from "../../../src/experiment/calibration/kernel.ts";
import { setupStream } from "../../../src/random/index.ts";

const points = [[0.2], [0.8]];
const weights = [0.5, 0.5];
/** Standard deviation of a step: the root of twice the weighted variance, 0.09. */
const s = Math.sqrt(0.18);
const density = (from: number, to: number) => Math.exp(-(((to - from) / s) ** 2) / 2);
/** By the midpoint rule. */
const integral = (f: (u: number) => number, low = 0, high = 1, parts = 2000) =>
  Array.from({ length: parts }, (_, k) => f(low + ((k + 0.5) * (high - low)) / parts)).reduce((sum, value) => sum + value, 0) *
  ((high - low) / parts);

it("has the density of a mixture of normal steps, each cut off at the faces of the cube and worth one in all", () => {
  const kernel = truncatedKernel(points, weights);
  const known = (to: number) =>
    points.reduce((sum, [from], j) => sum + (weights[j] * density(from, to)) / integral((u) => density(from, u)), 0);
  for (const to of [0, 0.1, 0.5, 0.9, 1])
    expect(Math.exp(kernel.logDensity([to]) - kernel.logDensity([0.3]))).toBeCloseTo(known(to) / known(0.3), 4);
});

it("moves points by the density that it says", () => {
  const kernel = truncatedKernel(points, weights);
  const stream = setupStream("s", "kernel");
  const DRAWS = 20_000;
  const parts = new Uint32Array(5);
  for (let k = 0; k < DRAWS; k++) {
    const [to] = kernel.move([0.2], stream);
    expect(to >= 0 && to < 1).toBe(true);
    parts[Math.floor(5 * to)]++;
  }
  const whole = integral((u) => density(0.2, u));
  parts.forEach((count, part) => {
    const share = integral((u) => density(0.2, u), part / 5, (part + 1) / 5) / whole;
    expect(Math.abs(count / DRAWS - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / DRAWS));
  });
});

it("of one point steps by a hundredth", () => {
  const kernel = truncatedKernel([[0.5]], [1]);
  expect(kernel.logDensity([0.52]) - kernel.logDensity([0.5])).toBeCloseTo(-2, 10);
});
