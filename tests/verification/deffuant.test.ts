import { expect, it } from "vitest";
import { deffuantRound, hegselmannKrauseRound } from "../../src/mechanisms/casesAreWorked/deliberation.ts";
import { Draws, drawKey } from "../../src/random/index.ts";

const SEATS = 400;
const evenly = () => Float64Array.from({ length: SEATS }, (_, k) => (k + 0.5) / SEATS);

/** Opinions further apart than 0.01 from the next belong to another cluster; those of less than 2% are outliers. */
function clusters(opinions: Float64Array): number {
  const sorted = opinions.slice().sort();
  const sizes = [1];
  for (let k = 1; k < sorted.length; k++) {
    if (sorted[k] - sorted[k - 1] > 0.01) sizes.push(0);
    sizes[sizes.length - 1]++;
  }
  return sizes.filter((size) => size >= SEATS / 50).length;
}

it.each([
  [0.5, 1],
  [0.3, 1],
  [0.17, 3],
  [0.1, 5],
])("Deffuant's pairs with a bound of %f leave about 1 / (2 bound) clusters: %i", (epsilon, expected) => {
  const counts: number[] = [];
  for (let seed = 0; seed < 8; seed++) {
    const draws = new Draws(drawKey(`deffuant ${seed}`), "meetings");
    const x = evenly();
    for (let round = 0; round < 120; round++) deffuantRound(x, SEATS, epsilon, 0.5, (n) => draws.below(round, SEATS, n));
    counts.push(clusters(x));
  }
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
  expect(Math.abs(mean - expected), counts.join(" ")).toBeLessThanOrEqual(0.8);
});

it("Hegselmann and Krause come to consensus in a complete graph at bounds above 0.2, and do not at 0.05", () => {
  const end = (epsilon: number) => {
    const x = evenly();
    const out = new Float64Array(SEATS);
    for (let round = 0; round < 200; round++) hegselmannKrauseRound(x, SEATS, epsilon, out);
    return clusters(x);
  };
  expect(end(0.25)).toBe(1);
  expect(end(0.05)).toBeGreaterThan(5);
});

it("meetings keep the mean opinion", () => {
  const draws = new Draws(drawKey("mean"), "meetings");
  const x = evenly();
  for (let round = 0; round < 20; round++) deffuantRound(x, SEATS, 0.3, 0.3, (n) => draws.below(round, SEATS, n));
  expect(x.reduce((a, b) => a + b, 0) / SEATS).toBeCloseTo(0.5, 12);
});
