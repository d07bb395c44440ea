import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bettingInterval, evidenceAgainst } from "../../src/experiment/index.ts";
import { type SetupStream, setupStream } from "../../src/random/index.ts";

const unit = [0, 1] as const;
/** Log of the beta function of half-integers, by sums. */
const logBeta = (hits: number, misses: number) => {
  let sum = Math.log(Math.PI);
  for (let k = 0; k < hits; k++) sum += Math.log(k + 0.5);
  for (let k = 0; k < misses; k++) sum += Math.log(k + 0.5);
  for (let k = 1; k <= hits + misses; k++) sum -= Math.log(k);
  return sum; // B(hits + 1/2, misses + 1/2)
};

it.each([
  [0, 8],
  [1, 7],
  [3, 3],
  [40, 60],
  [2, 250],
])("of %i ones and %i zeros ends where Robbins' beta mixture has grown 1 / α-fold", (ones, zeros) => {
  const { low, high } = bettingInterval([...Array(ones).fill(1), ...Array(zeros).fill(0)], unit, 0.95);
  const grown = (m: number) => Math.exp(logBeta(ones, zeros) - Math.log(Math.PI) - ones * Math.log(m) - zeros * Math.log(1 - m));
  if (ones === 0) expect(low).toBe(0);
  else expect(grown(low) * 0.05).toBeCloseTo(1, 4);
  expect(grown(high) * 0.05).toBeCloseTo(1, 4);
});

it("takes equal values for no proof: after 8 zeros the mean may be 0.44, after 60 it may be 0.09", () => {
  const high = (n: number) => bettingInterval(Array(n).fill(0), unit, 0.95).high;
  expect([high(8).toFixed(2), high(60).toFixed(2)]).toEqual(["0.44", "0.09"]);
  expect(bettingInterval([], unit, 0.95)).toEqual({ low: 0, high: 1 });
});

it("holds the mean of the values, stays within the scale, moves with it and does not ask for their order", () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.double({ min: -50, max: 50, noNaN: true }), fc.integer({ min: 1, max: 100 }), (of, least, width) => {
      const { low, high } = bettingInterval(of, unit, 0.95);
      const mean = of.reduce((sum, value) => sum + value, 0) / of.length;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
      expect(high).toBeLessThanOrEqual(1);
      const backwards = bettingInterval(of.toReversed(), unit, 0.95);
      expect([backwards.low, backwards.high]).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)]);
      const moved = bettingInterval(
        of.map((value) => least + width * value),
        [least, least + width],
        0.95,
      );
      expect([(moved.low - least) / width, (moved.high - least) / width]).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)]);
    }),
    { numRuns: 40 },
  );
});

it("narrows with the number of values as 2.3 of the scale over it, where they differ little", () => {
  for (const n of [40, 100, 200]) {
    const stream = setupStream("narrow", String(n));
    const { low, high } = bettingInterval(
      Array.from({ length: n }, () => 0.45 + 0.005 * stream.normal()),
      unit,
      0.95,
    );
    expect(Math.abs((n * (high - low)) / 2 - 2.3)).toBeLessThan(0.25);
  }
});

it("ends where the evidence against a mean is one in twenty", () => {
  const values = [0.1, 0.5, 0.2, 0.9, 0.3, 0.3];
  const { low, high } = bettingInterval(values, unit, 0.95);
  for (const end of [low, high]) expect(evidenceAgainst(end, values)).toBeCloseTo(-Math.log(0.05), 5);
});

describe("coverage at all looks at once", () => {
  const SEQUENCES = 300;
  const LAST = 100;
  const sampling = 3 * Math.sqrt((0.05 * 0.95) / SEQUENCES);
  const bernoulli = (p: number) => (stream: SetupStream) => (stream.next() < p ? 1 : 0);

  it.each([
    ["shares of 0.01", 0.01, bernoulli(0.01)],
    ["shares of 0.1", 0.1, bernoulli(0.1)],
    ["shares of 0.5", 0.5, bernoulli(0.5)],
    ["shares of 0.99", 0.99, bernoulli(0.99)],
    ["skewed values, mostly near 0", 1 / 11, (stream: SetupStream) => stream.beta(0.1, 1)],
    ["zeros with one in twenty at a half", 0.025, (stream: SetupStream) => (stream.next() < 0.05 ? 0.5 : 0)],
    ["values that differ little", 0.45, (stream: SetupStream) => 0.45 + 0.02 * (stream.next() - 0.5)],
  ])("of %s is 95% or more", (name, mean, draw) => {
    let missed = 0;
    for (let s = 0; s < SEQUENCES; s++) {
      const stream = setupStream(name, `sequence ${s}`);
      const values = Array.from({ length: LAST }, () => draw(stream));
      for (let n = 1; n <= LAST; n += n < 20 ? 1 : 4) {
        if (evidenceAgainst(mean, values.slice(0, n)) < -Math.log(0.05)) continue;
        missed++;
        break;
      }
    }
    expect(missed / SEQUENCES).toBeLessThan(0.05 + sampling);
  });
});
