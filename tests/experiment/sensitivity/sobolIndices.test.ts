import { expect, it } from "vitest";
import { saltelli, sobolIndices } from "../../../src/experiment/index.ts";
import { setupStream } from "../../../src/random/index.ts";
import { gFirst, gFunction, gTotal, gWeights, ishigami, ishigamiFirst, ishigamiTotal } from "../../support/knownModels.ts";

it.each([
  ["Ishigami", ishigami, ishigamiFirst, ishigamiTotal],
  ["the g-function", gFunction, gFirst, gTotal],
] as const)("indices of %s are the known ones", async (_, model, first, total) => {
  const outputs = (await saltelli(1024, first.length, "s")).map(model);
  const found = sobolIndices(outputs, first.length);
  found.forEach((of, f) => {
    expect(of.first.value, `first ${f}`).toBeCloseTo(first[f], 1);
    expect(Math.abs(of.first.value - first[f]), `first ${f}`).toBeLessThan(0.03);
    expect(Math.abs(of.total.value - total[f]), `total ${f}`).toBeLessThan(0.03);
  });
});

it.each([
  [16, 0.9],
  [64, 0.92],
])("intervals hold the known indices of the g-function from %i base points drawn at random", (n, least) => {
  const [held, all] = [{ first: 0, total: 0 }, 100 * gWeights.length];
  for (let s = 0; s < 100; s++) {
    const stream = setupStream("base points", `${n}/${s}`);
    const point = () => gWeights.map(() => stream.next());
    const rows = Array.from({ length: n }, () => {
      const [a, b] = [point(), point()];
      return [a, b, ...a.map((_, f) => a.with(f, b[f]))];
    });
    sobolIndices(rows.flat().map(gFunction), gWeights.length).forEach(({ first, total }, f) => {
      if (first.low <= gFirst[f] && gFirst[f] <= first.high) held.first++;
      if (total.low <= gTotal[f] && gTotal[f] <= total.high) held.total++;
    });
  }
  expect(held.first / all).toBeGreaterThan(least);
  expect(held.total / all).toBeGreaterThan(least);
});

it("intervals from Sobol' points hold them as well, and are wide rather than narrow", async () => {
  for (let s = 0; s < 10; s++) {
    const outputs = (await saltelli(64, gWeights.length, `seed ${s}`)).map(gFunction);
    sobolIndices(outputs, gWeights.length).forEach(({ total: { low, high } }, f) => {
      expect(low, `factor ${f}`).toBeLessThanOrEqual(gTotal[f]);
      expect(high, `factor ${f}`).toBeGreaterThanOrEqual(gTotal[f]);
    });
  }
});

it("a base point without a value is left out, and counted", async () => {
  const outputs = (await saltelli(256, 3, "s")).map(ishigami);
  outputs[7] = Number.NaN;
  const [{ count, total }] = sobolIndices(outputs, 3);
  expect(count).toBe(255);
  expect(Math.abs(total.value - ishigamiTotal[0])).toBeLessThan(0.1);
});
