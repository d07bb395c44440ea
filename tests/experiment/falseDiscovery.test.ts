import { expect, it } from "vitest";
import { falseDiscovery } from "../../src/experiment/index.ts";
import { setupStream } from "../../src/random/index.ts";

const rounded = (values: readonly number[]) => falseDiscovery(values).map((value) => Number(value.toFixed(7)));

it('gives what p.adjust(p, "BY") of R gives, in the order of the values, and leaves out what was not tested', () => {
  // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BY"): all 0.05 * (1 + 1/2 + 1/3 + 1/4 + 1/5)
  expect(rounded([0.01, 0.02, 0.03, 0.04, 0.05])).toEqual(Array(5).fill(0.1141667));
  expect(rounded([0.5, 0.001, Number.NaN, 0.03])).toEqual([0.9166667, 0.0055, Number.NaN, 0.0825]);
  expect(rounded([0.9, 0.9])).toEqual([1, 1]);
  expect(falseDiscovery([])).toEqual([]);
});

it("keeps the share of false ones among what is found at 5% or below, where half of the tests depend on each other", () => {
  const TRIALS = 2000;
  let shares = 0;
  let found = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const stream = setupStream("discoveries", String(trial));
    const shared = stream.next();
    // 20 with nothing to find, half of them by one draw and its complement; 20 with something.
    const values = Array.from({ length: 40 }, (_, k) =>
      k < 5 ? shared : k < 10 ? 1 - shared : k < 20 ? stream.next() : stream.next() * 0.004,
    );
    const called = falseDiscovery(values).map((q) => q <= 0.05);
    const wrong = called.slice(0, 20).filter(Boolean).length;
    const all = called.filter(Boolean).length;
    found += all;
    shares += all > 0 ? wrong / all : 0;
  }
  expect(shares / TRIALS).toBeLessThan(0.05);
  expect(found / TRIALS).toBeGreaterThan(10);
});
