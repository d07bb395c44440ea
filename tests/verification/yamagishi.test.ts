import { expect, it } from "vitest";
import { nextDemand } from "../../src/mechanisms/resourcesAreExchanged/powerDependence.ts";

/** A chain A - B - C in which B can exchange with one of them a round. Gives the demands after many rounds. */
function chain(exclusive: boolean): { a: number; b: number; c: number } {
  let [a, b, c] = [0.5, 0.5, 0.5];
  const step = 0.02;
  for (let round = 0; round < 400; round++) {
    // B chooses who asks for less; an exchange needs demands that fit into the surplus of 1.
    const first = a < c || (a === c && round % 2 === 0) ? "a" : "c";
    const fits = (other: number) => b + other <= 1 + 1e-9;
    const withA = (exclusive ? first === "a" : true) && fits(a);
    const withC = (exclusive ? first === "c" : true) && fits(c);
    a = nextDemand(a, withA, step);
    c = nextDemand(c, withC, step);
    b = nextDemand(b, withA || withC, step);
  }
  return { a, b, c };
}

it("in Yamagishi's chain of three with exclusive ties the middle takes nearly all of the surplus", () => {
  const { a, b, c } = chain(true);
  expect(b).toBeGreaterThan(0.9);
  expect(Math.max(a, c)).toBeLessThan(0.1);
});

it("where the ties do not exclude each other, the middle has no such power", () => {
  const { a, b, c } = chain(false);
  expect(b).toBeLessThan(0.6);
  expect(Math.min(a, c)).toBeGreaterThan(0.4);
});
