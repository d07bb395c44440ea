import { expect, it } from "vitest";
import { joinsByThreshold } from "../../src/mechanisms/residentsTakePart/rules.ts";
import { normalQuantile } from "../../src/numeric/index.ts";

/** Shares of 100 who are active, round by round, until nothing changes: everyone sees all others. */
function rounds(thresholds: readonly number[]): number {
  const n = thresholds.length;
  let active = 0;
  for (let round = 0; round <= n; round++) {
    let next = 0;
    for (const bar of thresholds) if (joinsByThreshold(active / n, bar, 0) === 1) next++;
    if (next === active) break;
    active = next;
  }
  return active;
}

it("Granovetter's two crowds: thresholds 0, 1, 2 ... 99 riot to the last; one threshold of 1 made 2 leaves one rioter", () => {
  const crowd = Array.from({ length: 100 }, (_, k) => k / 100);
  expect(rounds(crowd)).toBe(100);
  expect(rounds(crowd.map((bar) => (bar === 0.01 ? 0.02 : bar)))).toBe(1);
});

it("normal thresholds around 0.25 end at the fixed point r = F(r), and jump where the standard deviation passes 0.122", () => {
  // Granovetter (1978), figure 2: at a mean of 25 of 100, equilibrium stays low below a spread of 12.2 and is near 100 above.
  const n = 10_000;
  const end = (spread: number) => rounds(Array.from({ length: n }, (_, k) => 0.25 + spread * normalQuantile((k + 0.5) / n))) / n;
  expect(end(0.11)).toBeLessThan(0.1);
  expect(end(0.13)).toBeGreaterThan(0.9);
});
