import { describe, expect, it } from "vitest";
import { anytimeHalfWidth, type IntervalRule, meanWithInterval } from "../../src/experiment/index.ts";
import { type SetupStream, setupStream } from "../../src/random/index.ts";

const SEQUENCES = 1500;
const [FIRST, LAST] = [8, 150];
const anytime: IntervalRule = { confidence: 0.95, anytime: FIRST };

/** Share of sequences of values that miss their mean at some look between the first and the last value. */
function missed(name: string, mean: number, draw: (stream: SetupStream) => number, rule: IntervalRule = anytime, every = 1) {
  let misses = 0;
  for (let k = 0; k < SEQUENCES; k++) {
    const stream = setupStream(name, `sequence ${k}`);
    const values: number[] = [];
    for (let n = 1; n <= LAST; n++) {
      values.push(draw(stream));
      if (n < FIRST || n % every > 0) continue;
      const { low, high } = meanWithInterval(values, rule);
      if (low <= mean && mean <= high) continue;
      misses++;
      break;
    }
  }
  return misses / SEQUENCES;
}

const sampling = 3 * Math.sqrt((0.05 * 0.95) / SEQUENCES); // three standard errors of a share of 5%

describe("anytimeHalfWidth", () => {
  it("covers the mean of normal values at all looks at once, where intervals for one look do not", () => {
    const normal = (stream: SetupStream) => 3 + 2 * stream.normal();
    const rate = missed("coverage", 3, normal);
    expect(rate).toBeLessThan(0.05 + sampling);
    expect(rate).toBeGreaterThan(0.01); // not by being far too wide
    const everyTenth = missed("coverage", 3, normal, { confidence: 0.95 }, 10);
    expect(everyTenth).toBeGreaterThan(0.15);
  });

  it.each([
    ["uniform values", 0.5, (stream: SetupStream) => stream.next()],
    [
      "shares of 200 trials",
      0.1,
      (stream: SetupStream) => Array.from({ length: 200 }, () => (stream.next() < 0.1 ? 1 : 0)).reduce<number>((a, b) => a + b, 0) / 200,
    ],
    [
      "sums of skewed values",
      4,
      (stream: SetupStream) => stream.exponential(1) + stream.exponential(1) + stream.exponential(1) + stream.exponential(1),
    ],
  ])("covers the mean of %s, though they are not normal", (name, mean, draw) => {
    expect(missed(name, mean, draw)).toBeLessThan(0.05 + sampling);
  });

  it("ends where the mixture's evidence against a mean reaches 1/α", () => {
    for (const n of [5, 20, 300]) {
      for (const alpha of [0.1, 0.05, 0.01]) {
        const half = anytimeHalfWidth(n, 1.7, 1 - alpha, 12);
        const spread = -2 * Math.log(alpha);
        const r = 12 / (spread + Math.log(spread) + 1);
        const t2 = (half / 1.7) ** 2 * n;
        if (!Number.isFinite(half)) continue;
        const evidence = Math.sqrt(r / (n + r)) * ((1 + t2 / (n - 1)) / (1 + (t2 * r) / (n + r) / (n - 1))) ** (n / 2);
        expect(evidence).toBeCloseTo(1 / alpha, 6);
      }
    }
  });

  it("tends to the asymptotic sequence of Waudby-Smith et al., and narrows with every value", () => {
    const alpha = 0.05;
    const spread = -2 * Math.log(alpha);
    const rho2 = (spread + Math.log(spread) + 1) / 20;
    const n = 100_000;
    const asymptotic = Math.sqrt(((2 * (n * rho2 + 1)) / (n * n * rho2)) * Math.log(Math.sqrt(n * rho2 + 1) / alpha));
    expect(anytimeHalfWidth(n, 1, 1 - alpha, 20) / asymptotic).toBeCloseTo(1, 3);
    let before = Number.POSITIVE_INFINITY;
    for (let count = 2; count < 500; count++) {
      const half = anytimeHalfWidth(count, 1, 0.95, 8);
      expect(half).toBeLessThanOrEqual(before);
      before = half;
    }
  });

  it("knows nothing where nothing varies, nor from one value", () => {
    expect([anytimeHalfWidth(8, 0, 0.95, 8), anytimeHalfWidth(1, 0, 0.95, 8)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });
});
