import { expect, it } from "vitest";
import { rankCorrelations } from "../../../src/experiment/index.ts";
import { setupStream } from "../../../src/random/index.ts";

it("is one or minus one where the order is the same or reversed, however it is stretched, and 0 where nothing varies", () => {
  const points = Array.from({ length: 12 }, (_, d) => [d, -(d ** 3), 5]);
  const effects = points.map(([d]) => 2 ** d);
  expect(rankCorrelations(["up", "down", "same"], points, effects)).toEqual([
    { path: "up", correlation: expect.closeTo(1, 12), adjusted: expect.closeTo(0, 6) },
    { path: "down", correlation: expect.closeTo(-1, 12), adjusted: expect.closeTo(0, 6) },
    { path: "same", correlation: 0, adjusted: 1 },
  ]);
});

it("gives a value that is known: ranks 1 2 3 4 5 against 2 1 4 3 5", () => {
  // 1 - 6 * (1 + 1 + 1 + 1) / (5 * 24)
  const [{ correlation }] = rankCorrelations(["a"], [[1], [2], [3], [4], [5]], [2, 1, 4, 3, 5]);
  expect(correlation).toBeCloseTo(0.8, 12);
});

it("names one of a hundred that have nothing to do with the effect in fewer than one study of ten", () => {
  const paths = Array.from({ length: 100 }, (_, f) => `p${f}`);
  let named = 0;
  for (let study = 0; study < 100; study++) {
    const stream = setupStream(`study ${study}`, "points");
    const points = Array.from({ length: 60 }, () => paths.map(() => stream.next()));
    const effects = points.map(() => stream.next());
    if (rankCorrelations(paths, points, effects).some(({ adjusted }) => adjusted <= 0.05)) named++;
  }
  expect(named).toBeLessThan(10);
});
