import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMUNITY, CREDITS, holderKinds, Ledger, MONEY, OUTSIDE, RESIDENT, SITE, STAFF_TIME } from "../../src/engine/index.ts";

const ledger = () => new Ledger(holderKinds.map(() => 4));
const inside = holderKinds.map((_, kind) => kind).filter((kind) => kind !== OUTSIDE);
const left = () => new Float64Array(6);
const nothing = new Float64Array(6);

describe("the ledger", () => {
  it("sums to zero for every resource after any entries", () => {
    const entry = fc.record({
      resource: fc.nat(5),
      fromKind: fc.nat(7),
      from: fc.nat(3),
      toKind: fc.nat(7),
      to: fc.nat(3),
      amount: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const l = ledger();
        for (const { resource, fromKind, from, toKind, to, amount } of entries) {
          try {
            l.move(resource, fromKind, from, toKind, to, amount);
          } catch (error) {
            expect((error as Error).message).toMatch(/cannot give/);
          }
        }
        expect(l.totals()).toEqual(nothing);
        l.closeAll(inside, left());
        expect(l.totals()).toEqual(nothing);
      }),
    );
  });

  it("refuses what an account does not have, parts of a unit, and accounts that do not exist", () => {
    const l = ledger();
    expect(() => l.move(MONEY, COMMUNITY, 1, OUTSIDE, 0, 5)).toThrow("community 1 has 0 of money and cannot give 5");
    expect(() => l.move(MONEY, OUTSIDE, 0, COMMUNITY, 1, 0.5)).toThrow("Amounts are whole and positive");
    expect(() => l.move(MONEY, OUTSIDE, 0, COMMUNITY, 1, -5)).toThrow("Amounts are whole and positive");
    expect(() => l.move(MONEY, OUTSIDE, 0, COMMUNITY, 9, 5)).toThrow("no account");
  });

  it("lets time credits go below zero, keeps money and lets unused time and space lapse", () => {
    const l = ledger();
    l.move(CREDITS, RESIDENT, 0, RESIDENT, 1, 60);
    l.move(MONEY, OUTSIDE, 0, COMMUNITY, 0, 100);
    l.move(STAFF_TIME, OUTSIDE, 0, COMMUNITY, 0, 30);
    l.move(SITE, OUTSIDE, 0, COMMUNITY, 0, 3);
    expect(l.flow(MONEY, OUTSIDE, COMMUNITY)).toBe(100);
    const remains = left();
    l.closeAll(inside, remains);
    expect([...remains]).toEqual([100, 0, 0, 0, 0, 0]);
    expect([MONEY, STAFF_TIME, SITE].map((resource) => l.balance(resource, COMMUNITY, 0))).toEqual([100, 0, 0]);
    expect(l.balance(CREDITS, RESIDENT, 0)).toBe(-60);
  });

  it("says in which week, and by how much, it does not balance", () => {
    const l = ledger();
    l.balances[COMMUNITY][MONEY] = 7;
    expect(() => l.assertBalanced(12)).toThrow("week 12 leaves 7 of money unaccounted for");
  });
});
