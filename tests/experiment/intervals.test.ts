import { describe, expect, it } from "vitest";
import { meanWithInterval, shareWithInterval } from "../../src/experiment/index.ts";
import { type SetupStream, setupStream } from "../../src/random/index.ts";

const endless = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const share = (hits: number, count: number) =>
  shareWithInterval(
    Array.from({ length: count }, (_, k) => (k < hits ? 1 : -1)),
    (value) => value > 0,
  );

describe("the interval of a mean", () => {
  it("is that of the table of t, of 4 degrees of freedom and of 1", () => {
    const t = meanWithInterval([1, 2, 3, 4, 5]);
    expect(t.mean).toBe(3);
    expect(t.high - t.mean).toBeCloseTo((2.7764451 * Math.sqrt(2.5)) / Math.sqrt(5), 5);
    const two = meanWithInterval([0, 2], { confidence: 0.99 });
    expect(two.high - two.mean).toBeCloseTo(63.6567412, 4);
  });

  it("has no ends, and says why, where values are equal, one, too few or outside their scale", () => {
    expect(meanWithInterval([0, 0, 0])).toEqual({ mean: 0, ...endless, unknown: "equal", count: 3 });
    expect(meanWithInterval([0.3, 0.1 + 0.2])).toMatchObject({ ...endless, unknown: "equal" });
    expect(meanWithInterval([4])).toEqual({ mean: 4, ...endless, unknown: "one", count: 1 });
    expect(meanWithInterval([4, 4, 4], { confidence: 0.95, anytime: 8 })).toMatchObject({ ...endless, unknown: "equal" });
    expect(meanWithInterval([1, 2], { confidence: 0.95, anytime: 100 })).toMatchObject({ ...endless, unknown: "few" });
    expect(meanWithInterval([0, 1.2], { confidence: 0.95, anytime: 8 }, [0, 1])).toMatchObject({ ...endless, unknown: "outside" });
    expect(meanWithInterval([])).toEqual({ mean: Number.NaN, low: Number.NaN, high: Number.NaN, count: 0 });
  });

  it("leaves out what is no number, and ends where the scale does", () => {
    expect(meanWithInterval([1, Number.NaN, 3]).count).toBe(2);
    const { low, high } = meanWithInterval([0.01, 0.2], undefined, [0, 1]);
    expect([low, high]).toEqual([0, 1]);
  });

  it("of a share that was 0 in 8 runs holds 0.0076, that of 60", () => {
    const { low, high } = meanWithInterval(Array(8).fill(0), { confidence: 0.95, anytime: 8 }, [0, 1]);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.0076);
  });
});

describe("coverage at one look, 95%", () => {
  const TRIALS = 4000;
  const below = 3 * Math.sqrt((0.95 * 0.05) / TRIALS);
  const coverage = (name: string, n: number, truth: number, draw: (stream: SetupStream) => number) => {
    let held = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const stream = setupStream(`${name} ${n}`, String(trial));
      const { low, high } = meanWithInterval(Array.from({ length: n }, () => draw(stream)));
      if (low <= truth && truth <= high) held++;
    }
    return held / TRIALS;
  };

  it.each([3, 5, 10, 30])("of %i pairs without a difference, whatever the shape of their symmetric noise", (n) => {
    // Differences of two arms that are alike are symmetric about zero: here normal, with heavy tails, and of few values.
    const normal = coverage("normal", n, 0, (stream) => stream.normal());
    expect(normal).toBeGreaterThan(0.95 - below);
    expect(normal).toBeLessThan(0.95 + below);
    const heavy = (stream: SetupStream) => stream.exponential(1) - stream.exponential(1);
    expect(coverage("heavy", n, 0, heavy)).toBeGreaterThan(0.95 - below);
    const few = (stream: SetupStream) => stream.int(3) - stream.int(3);
    expect(coverage("few values", n, 0, few)).toBeGreaterThan(0.95 - below);
    // Two values alone are the worst of symmetric noise: of 5 pairs, one in 16 has them all alike, which is no interval.
    const signs = (stream: SetupStream) => 2 * stream.int(2) - 1;
    expect(coverage("signs", n, 0, signs)).toBeGreaterThan(0.93 - below);
  });

  it.each([
    ["means of 200 residents at a share of 0.1", 0.1, (stream: SetupStream) => count(stream, 200, 0.1) / 200],
    ["means of 200 residents at a share of 0.5", 0.5, (stream: SetupStream) => count(stream, 200, 0.5) / 200],
  ] as const)("of %s", (name, truth, draw) => {
    expect(coverage(name, 10, truth, draw)).toBeGreaterThan(0.945 - below);
  });
});

const count = (stream: SetupStream, n: number, p: number) => {
  let sum = 0;
  for (let k = 0; k < n; k++) if (stream.next() < p) sum++;
  return sum;
};

describe("the interval of a share", () => {
  it("is that of Clopper and Pearson: 8 of 10, none of 10, all of 20", () => {
    const ends = ({ low, high }: { low: number; high: number }) => [low, high].map((end) => Number(end.toFixed(4)));
    expect(ends(share(8, 10))).toEqual([0.4439, 0.9748]);
    expect(ends(share(0, 10))).toEqual([0, 0.3085]);
    expect(ends(share(20, 20))).toEqual([0.8316, 1]);
  });

  it("holds the truth in at least 95% of cases, computed exactly, of 6, 8, 20 and 60 draws at any chance", () => {
    for (const n of [6, 8, 20, 60]) {
      const ends = Array.from({ length: n + 1 }, (_, hits) => share(hits, n));
      for (let p = 0.005; p < 1; p += 0.005) {
        let covered = 0;
        let chance = (1 - p) ** n;
        for (let hits = 0; hits <= n; hits++) {
          if (ends[hits].low <= p && p <= ends[hits].high) covered += chance;
          chance *= ((n - hits) / (hits + 1)) * (p / (1 - p));
        }
        expect(covered, `${n} draws at ${p}`).toBeGreaterThan(0.95 - 1e-9);
      }
    }
  });
});
