import { describe, expect, it } from "vitest";
import { anytimeDifference, type Enough, type Estimate, enoughPairs, meanWithInterval } from "../../src/experiment/index.ts";
import { type SetupStream, setupStream } from "../../src/random/index.ts";

const STUDIES = 1500;
const MOST = 60; // pairs
const LEAST = 0.5; // points
const sampling = 3 * Math.sqrt((0.05 * 0.95) / STUDIES); // three standard errors of a share of 5%

/** One study: pairs one by one, until there are enough or the most. */
function study(
  difference: (stream: SetupStream) => number,
  name: string,
  interval: (differences: readonly number[]) => Estimate = anytimeDifference,
): { estimate: Estimate; enough: Enough | undefined } {
  const stream = setupStream("untilTold", name);
  const differences: number[] = [];
  for (;;) {
    differences.push(difference(stream));
    const estimate = interval(differences);
    const enough = enoughPairs(estimate, LEAST);
    if (enough || differences.length === MOST) return { estimate, enough };
  }
}

/** Studies of which the interval that they were stopped at leaves out the truth. */
function missed(truth: number, difference: (stream: SetupStream) => number, interval?: (differences: readonly number[]) => Estimate) {
  let misses = 0;
  for (let k = 0; k < STUDIES; k++) {
    const { low, high } = study(difference, `study ${k}`, interval).estimate;
    if (truth < low || truth > high) misses++;
  }
  return misses / STUDIES;
}

describe("pairs until it can be told", () => {
  it.each([
    ["no effect", 0, 1],
    ["an effect as large as matters", 0.5, 1],
    ["a small effect", 0.2, 0.6],
    ["a large effect", 3, 1.5],
  ])("end at an interval that holds the truth as often as it says: %s", (_, truth, deviation) => {
    expect(missed(truth, (stream) => truth + deviation * stream.normal())).toBeLessThan(0.05 + sampling);
  });

  it("hold it where differences lean, as those of shares near an end do", () => {
    expect(missed(0, (stream) => stream.exponential(1) + stream.exponential(1) + stream.exponential(1) - 3)).toBeLessThan(0.05 + sampling);
  });

  it("would not with an interval that is meant for one look", () => {
    expect(missed(0, (stream) => stream.normal(), meanWithInterval)).toBeGreaterThan(0.12);
  });

  it("end after few pairs where the effect is plain, and go to the most where it cannot be told", () => {
    const plain = study((stream) => 3 + stream.normal(), "plain");
    expect(plain.enough).toBe("apart");
    expect(plain.estimate.count).toBeLessThan(12);
    const open = study((stream) => 20 * stream.normal(), "open");
    expect([open.enough, open.estimate.count]).toEqual([undefined, MOST]);
    expect(study((stream) => 0.3 * stream.normal(), "none").enough).toBe("within");
    expect(study((stream) => 0.4 + 0.9 * stream.normal(), "edge").estimate.count).toBeGreaterThan(6);
  });

  it("end where the interval is as narrow as what matters, though it holds both zero and that", () => {
    expect(enoughPairs({ mean: 0.275, low: 0.01 - 0.02, high: 0.01 + 0.48, count: 90 }, LEAST)).toBe("within");
    expect(enoughPairs({ mean: 0.27, low: -0.02, high: 0.52, count: 90 }, LEAST)).toBeUndefined();
    expect(enoughPairs({ mean: -0.255, low: -0.505, high: -0.005, count: 90 }, LEAST)).toBe("apart");
    expect(enoughPairs({ mean: 0.25, low: 0, high: 0.5, count: 90 }, LEAST)).toBe("narrow");
  });

  it("take pairs that are all the same for an answer after twelve of them", () => {
    const { estimate, enough } = study(() => 0, "same");
    expect([estimate.count, enough]).toEqual([12, "same"]);
  });
});
