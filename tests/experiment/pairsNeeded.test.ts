import { expect, it } from "vitest";
import { FOUND, meanWithInterval, pairsNeeded } from "../../src/experiment/index.ts";
import { setupStream } from "../../src/random/index.ts";

// R: power.t.test(delta = d, sd = 1, power = 0.8, type = "paired"), rounded up; the same in G*Power.
it.each([
  [0.2, 199],
  [0.5, 34],
  [0.8, 15],
  [1, 10],
])("a difference of %d standard deviations takes %d pairs", (size, pairs) => {
  expect(pairsNeeded(1, size)).toBe(pairs);
  expect(pairsNeeded(0.03, 0.03 * size)).toBe(pairs); // whatever the unit
});

it("so many pairs find the difference in four of five studies", () => {
  const [STUDIES, least, deviation] = [2000, 0.6, 1];
  const n = pairsNeeded(deviation, least);
  let found = 0;
  for (let k = 0; k < STUDIES; k++) {
    const stream = setupStream("pairsNeeded", `study ${k}`);
    if (meanWithInterval(Array.from({ length: n }, () => least + deviation * stream.normal())).low > 0) found++;
  }
  expect(Math.abs(found / STUDIES - FOUND)).toBeLessThan(0.03);
});

it("is not known where pairs do not differ", () => {
  expect(pairsNeeded(0, 1)).toBeNaN();
  expect(pairsNeeded(Number.NaN, 1)).toBeNaN();
});
