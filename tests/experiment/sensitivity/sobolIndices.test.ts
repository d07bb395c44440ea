import { expect, it } from "vitest";
import { saltelli, sobolIndices } from "../../../src/experiment/index.ts";
import { gFirst, gFunction, gTotal, gWeights, ishigami, ishigamiFirst, ishigamiTotal } from "../../support/knownModels.ts";

const options = { resamples: 200, seed: "s" };

it.each([
  ["Ishigami", ishigami, ishigamiFirst, ishigamiTotal],
  ["the g-function", gFunction, gFirst, gTotal],
] as const)("indices of %s are the known ones", async (_, model, first, total) => {
  const outputs = (await saltelli(1024, first.length, "s")).map(model);
  const found = sobolIndices(outputs, first.length, options);
  found.forEach((of, f) => {
    expect(of.first.value, `first ${f}`).toBeCloseTo(first[f], 1);
    expect(Math.abs(of.first.value - first[f]), `first ${f}`).toBeLessThan(0.03);
    expect(Math.abs(of.total.value - total[f]), `total ${f}`).toBeLessThan(0.03);
  });
});

it("intervals hold the known indices of the g-function in most repetitions, and narrow with the number of points", async () => {
  let [held, all] = [0, 0];
  for (let s = 0; s < 10; s++) {
    const outputs = (await saltelli(64, gWeights.length, `seed ${s}`)).map(gFunction);
    sobolIndices(outputs, gWeights.length, { ...options, seed: `seed ${s}` }).forEach(({ total: { low, high } }, f) => {
      all++;
      if (low <= gTotal[f] && gTotal[f] <= high) held++;
    });
  }
  expect(held / all).toBeGreaterThan(0.85);
});

it("a base point without a value is left out, and counted", async () => {
  const outputs = (await saltelli(256, 3, "s")).map(ishigami);
  outputs[7] = Number.NaN;
  const [{ count, total }] = sobolIndices(outputs, 3, options);
  expect(count).toBe(255);
  expect(Math.abs(total.value - ishigamiTotal[0])).toBeLessThan(0.1);
});
