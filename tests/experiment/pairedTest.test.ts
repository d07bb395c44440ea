import { expect, it } from "vitest";
import { meanWithInterval, pairedTest } from "../../src/experiment/index.ts";
import { setupStream } from "../../src/random/index.ts";

it("is that of the table of t: 2.776 with 4 degrees of freedom is 5%", () => {
  // mean 1, deviation such that t is 2.7764451
  const scale = Math.sqrt(5) / 2.7764451 / Math.sqrt(2.5);
  expect(pairedTest([-2, -1, 0, 1, 2].map((value) => 1 + scale * value))).toBeCloseTo(0.05, 7);
});

it("is below 5% where the interval excludes zero, and only there", () => {
  for (let trial = 0; trial < 300; trial++) {
    const stream = setupStream("dual", String(trial));
    const values = Array.from({ length: 2 + stream.int(9) }, () => 0.7 + stream.normal());
    const { low, high } = meanWithInterval(values);
    expect(pairedTest(values) < 0.05).toBe(low > 0 || high < 0);
  }
});

it("of equal differences counts their signs, and of none says nothing", () => {
  expect(pairedTest([3, 3, 3, 3, 3, 3])).toBe(1 / 32);
  expect(pairedTest([-0.1, -0.1])).toBe(0.5);
  expect(pairedTest([0, 0, 0])).toBe(1);
  expect(pairedTest([4])).toBeNaN();
});
