import { expect, it } from "vitest";
import { partingTree } from "../../../src/experiment/index.ts";
import { setupStream } from "../../../src/random/index.ts";

const paths = Array.from({ length: 60 }, (_, f) => `p${f}`);

/** Points drawn evenly from the unit cube, and effects of them. */
function drawn(draws: number, effect: (point: readonly number[], noise: number) => number) {
  const stream = setupStream("tree", "points");
  const points = Array.from({ length: draws }, () => paths.map(() => stream.next()));
  return { points, effects: points.map((point) => effect(point, stream.next() - 0.5)) };
}

it("finds the step by which effects are parted, among many parameters that have nothing to do with them", () => {
  const { points, effects } = drawn(200, (point, noise) => (point[7] < 0.3 ? -1 : 1) + 0.2 * noise);
  const { foretold, leaves } = partingTree(paths, points, effects);
  // Two groups of 0.3 and 0.7 explain 3 * 0.3 * 0.7 of the variance of ranks.
  expect(foretold).toBeGreaterThan(0.55);
  expect(foretold).toBeLessThan(0.65);
  const [low, high] = leaves.toSorted((a, b) => a.draws.length - b.draws.length);
  expect(low.bounds[0]).toMatchObject({ path: "p7", side: "below" });
  expect(low.bounds[0].value).toBeCloseTo(0.3, 1);
  expect(low.draws.every((d) => effects[d] < 0)).toBe(true);
  expect(high.draws.every((d) => effects[d] > 0)).toBe(true);
});

it("finds two parameters that only together bring an effect about", () => {
  const { points, effects } = drawn(400, (point, noise) => (point[3] > 0.5 && point[11] > 0.5 ? 1 : 0) + 0.1 * noise);
  const { foretold, leaves } = partingTree(paths, points, effects);
  expect(foretold).toBeGreaterThan(0.3);
  const best = leaves.find(({ draws }) => draws.every((d) => effects[d] > 0.5));
  expect(new Set(best?.bounds.map(({ path, side }) => `${path} ${side}`))).toEqual(new Set(["p3 from", "p11 from"]));
});

it("tells of nothing where effects are noise, in all but few cases, and all draws lie in some leaf once", () => {
  let told = 0;
  for (let k = 0; k < 20; k++) {
    const stream = setupStream(`noise ${k}`, "points");
    const points = Array.from({ length: 100 }, () => paths.map(() => stream.next()));
    const effects = points.map(() => stream.next());
    const { foretold, leaves } = partingTree(paths, points, effects);
    if (foretold > 0) told++;
    expect(leaves.flatMap(({ draws }) => draws).sort((a, b) => a - b)).toEqual(effects.map((_, d) => d));
    if (foretold === 0) expect(leaves).toHaveLength(1);
  }
  expect(told).toBeLessThanOrEqual(2);
});

it("has one leaf and foretells nothing where there are hardly any draws, or none", () => {
  for (const draws of [0, 1, 2, 3]) {
    const { points, effects } = drawn(draws, (point) => point[0]);
    expect(partingTree(paths, points, effects)).toEqual({ foretold: 0, leaves: [{ bounds: [], draws: effects.map((_, d) => d) }] });
  }
});
