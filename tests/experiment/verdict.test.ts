import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAST_PAIRS, pairsToTell, verdictOn } from "../../src/experiment/index.ts";

const on = (low: number, high: number, count = 12) => verdictOn({ mean: (low + high) / 2, low, high, count }, 0.5);

describe("the verdict on a difference", () => {
  it("goes by where its interval lies, beside zero and the least that matters", () => {
    expect(on(4.9, 5.2)).toBe("higher");
    expect(on(-5.2, -4.9)).toBe("lower");
    expect(on(0.2, 0.9)).toBe("higher");
    expect(on(0.1, 0.4)).toBe("higherLittle");
    expect(on(-0.4, -0.1)).toBe("lowerLittle");
    expect(on(-0.1, 0.2)).toBe("none");
    expect(on(-0.3, 4.1)).toBe("cannotTell");
    expect(on(-4.1, 0.3)).toBe("cannotTell");
  });

  it("says nothing of fewer than six pairs, nor without an interval", () => {
    expect(on(4.9, 5.2, LEAST_PAIRS - 1)).toBe("tooEarly");
    expect(on(4.9, 5.2, LEAST_PAIRS)).toBe("higher");
    expect(on(Number.NaN, Number.NaN)).toBe("tooEarly");
  });

  it("says so where all pairs come out the same, or differ by the same", () => {
    const equal = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, unknown: "equal" } as const;
    expect(verdictOn({ mean: 0, count: 12, ...equal }, 0.5)).toBe("same");
    expect(verdictOn({ mean: -3, count: 12, ...equal }, 0.5)).toBe("given");
    expect(verdictOn({ mean: 0, count: LEAST_PAIRS - 1, ...equal }, 0.5)).toBe("tooEarly");
  });

  it("takes no side: with all signs turned, higher and lower change places", () => {
    const turned = { higher: "lower", lower: "higher", higherLittle: "lowerLittle", lowerLittle: "higherLittle" } as Record<string, string>;
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (low, width, count) => {
          const verdict = on(low, low + width, count);
          expect(on(-low - width, -low, count)).toBe(turned[verdict] ?? verdict);
        },
      ),
    );
  });

  it("asks for as many pairs as would bring the interval to the mean", () => {
    // Half an interval of 2 around 1, twice as wide as it may be: four times as many pairs.
    expect(pairsToTell({ mean: 1, low: -1, high: 3, count: 12 }, 0.5)).toBe(36);
  });
});
