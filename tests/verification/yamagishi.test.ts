import { expect, it } from "vitest";
import { type Bargains, nextDemand } from "../../src/mechanisms/resourcesAreExchanged/powerDependence.ts";

const nothing: Bargains = { bargained: 0, conceded: 0, refused: 0, turnedAway: 0 };

/** A chain A - B - C in which B needs one of them a round, or both. Gives what A and C ask in the end. */
function chain(exclusive: boolean): { a: number; c: number } {
  let [a, c] = [0.5, 0.5];
  for (let round = 0; round < 600; round++) {
    const first = a < c || (a === c && round % 2 === 0);
    const served = (other: number): Bargains => ({ ...nothing, bargained: 60, conceded: exclusive ? 60 * (1 - other) : 0 });
    const excluded = { ...nothing, refused: 1 };
    const [was, of] = [a, c];
    a = nextDemand(a, !exclusive || first ? served(of) : excluded, 0.02);
    c = nextDemand(c, !exclusive || !first ? served(was) : excluded, 0.02);
  }
  return { a, c };
}

it("in Yamagishi's chain of three with exclusive ties the middle takes nearly all of the surplus", () => {
  const { a, c } = chain(true);
  expect(Math.max(a, c)).toBeLessThan(0.1);
});

it("where the ties do not exclude each other, the middle has no such power", () => {
  const { a, c } = chain(false);
  expect(a).toBeCloseTo(0.5, 9);
  expect(c).toBeCloseTo(0.5, 9);
});

it("a middle that turns one away each week takes nearly all from the other", () => {
  let b = 0.5;
  for (let round = 0; round < 600; round++) b = nextDemand(b, { ...nothing, bargained: 60, turnedAway: 1 }, 0.02);
  expect(b).toBeGreaterThan(0.9);
});
