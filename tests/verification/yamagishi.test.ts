import { describe, expect, it } from "vitest";
import { type Bargains, nextDemand } from "../../src/mechanisms/resourcesAreExchanged/powerDependence.ts";
import { needs } from "../support/needs.ts";
import { only, runWeeks, small } from "../support/scenarios.ts";

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

describe("through the week itself", () => {
  const WEEKS = 200;

  async function exchange(communities: number, organizations: number, minutes: number, bargaining = true) {
    const of = await small(
      "partyBuilding=off",
      `population.communities=${communities}`,
      `organizations.count=${organizations}`,
      "mechanisms.matching.open=1",
      "mechanisms.matching.partners=0",
      "mechanisms.matching.beyond=0",
      "mechanisms.matching.ownHours=0",
      "mechanisms.powerDependence.step=0.02",
    );
    const { world } = runWeeks(of, WEEKS, [needs(minutes), ...only("matching", ...(bargaining ? ["powerDependence"] : []))]);
    const { demand, incomeYear } = world.organizations.columns;
    const gains = [...incomeYear.subarray(0, organizations * 5)].reduce((sum, yuan) => sum + yuan, 0);
    return { demands: [...demand.subarray(0, organizations)], gains };
  }

  it("two organizations that a community needs one of leave it nearly all", async () => {
    const { demands } = await exchange(1, 2, 60);
    for (const demand of demands) expect(demand).toBeLessThan(0.1);
  });

  it("two that it needs both of share with it alike", async () => {
    const { demands } = await exchange(1, 2, 120);
    for (const demand of demands) expect(demand).toBeCloseTo(0.5, 6);
  });

  it("one that two communities need, and that has hours for one, takes nearly all", async () => {
    const { demands } = await exchange(2, 1, 60);
    expect(demands[0]).toBeGreaterThan(0.9);
  });

  it("without bargaining all of them would have had the same", async () => {
    const [few, many] = [await exchange(1, 2, 60, false), await exchange(2, 1, 60, false)];
    expect(few.demands).toEqual([0.5, 0.5]);
    expect(many.demands).toEqual([0.5]);
    expect((await exchange(1, 2, 60)).gains).toBeLessThan(few.gains / 4);
    expect((await exchange(2, 1, 60)).gains).toBeGreaterThan(many.gains * 1.5);
  });
});
