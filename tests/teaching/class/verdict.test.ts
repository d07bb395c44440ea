import { describe, expect, it } from "vitest";
import { Ledger, MONEY, ORGANIZATION, OUTSIDE, RESIDENT, STAFF_TIME, VOLUNTEER_TIME } from "../../../src/engine/index.ts";
import { type Payment, paidInWeek, payers, paymentsOf, type RoundRow, verdictOf } from "../../../src/teaching/index.ts";
import { isTold, LEAST_SHARE, tellRound } from "../../../src/words/index.ts";

const isMoved = (difference: number) => isTold(difference, LEAST_SHARE);
const row = (measure: string, before: number, after: number): RoundRow => ({
  measure,
  label: { en: "", zh: "" },
  unit: "0-1",
  before,
  after,
});
const turnOf = (role: string, ...rows: RoundRow[]) => verdictOf(rows, [], isMoved).turns.find((one) => one.role === role)?.turn;

describe("who won", () => {
  it("is who sees an aim move as they want, and none the other way", () => {
    expect(turnOf("worker", row("settlement_rate_true", 0.5, 0.53), row("trust_community", 0.5, 0.5))).toBe("won");
    expect(turnOf("worker", row("settlement_rate_true", 0.5, 0.47), row("trust_community", 0.5, 0.5))).toBe("lost");
    expect(turnOf("worker", row("settlement_rate_true", 0.5, 0.53), row("trust_community", 0.5, 0.4))).toBe("torn");
    expect(turnOf("worker", row("settlement_rate_true", 0.5, 0.505), row("trust_community", 0.5, 0.5))).toBe("still");
    expect(turnOf("office", row("settlement_rate_true", 0.5, 0.9))).toBe("still"); // no aim of theirs
  });

  it("is who tires less: of fatigue less is better", () => {
    expect(turnOf("residents", row("fatigue_mean", 0.3, 0.25))).toBe("won");
    expect(turnOf("residents", row("fatigue_mean", 0.25, 0.3))).toBe("lost");
  });

  it("is nobody in the first round, which has none before it", () => {
    const nothing = null as unknown as number; // as it travels
    expect(verdictOf([row("fatigue_mean", nothing, 0.3)], [], isMoved).turns).toEqual([]);
  });
});

describe("who paid", () => {
  const holders = [1, 1, 2, 1, 1, 2, 3, 1];

  it("is read from the ledger: what was used or handed back has been given to nobody", () => {
    const ledger = new Ledger(holders);
    ledger.pass(VOLUNTEER_TIME, OUTSIDE, 0, RESIDENT, RESIDENT, 1, 120);
    ledger.move(STAFF_TIME, OUTSIDE, 0, ORGANIZATION, 0, 600);
    ledger.move(STAFF_TIME, ORGANIZATION, 0, 2, 1, 180);
    ledger.move(STAFF_TIME, ORGANIZATION, 0, OUTSIDE, 0, 420);
    ledger.move(STAFF_TIME, OUTSIDE, 0, 2, 0, 60);
    ledger.pass(MONEY, OUTSIDE, 0, 0, ORGANIZATION, 1, 5000);
    ledger.move(MONEY, OUTSIDE, 0, 2, 0, 900);
    ledger.move(MONEY, 2, 0, ORGANIZATION, 1, 700);
    ledger.move(MONEY, 2, 0, OUTSIDE, 0, 200);
    expect(Object.fromEntries(payers.map(({ payer }, k) => [payer, paidInWeek(ledger)[k]]))).toEqual({
      residents: 2,
      organizations: 3,
      workers: 1,
      communities: 700,
      district: 5000,
    });
  });

  it("is who gave a tenth more than in the round before; in the first round all that was given is told", () => {
    const payments = paymentsOf([120, 104, 90, 0, 0], [100, 100, 100, 0, 0]);
    expect(verdictOf([], payments, isMoved).more.map(({ payer }) => payer)).toEqual(["residents"]);
    const first = verdictOf([], paymentsOf([120, 104, 90, 0, 0], undefined), isMoved);
    expect(first.more).toEqual([]);
    expect(first.all).toHaveLength(5);
  });
});

it("one sentence names who won, who lost, and who paid how much more, in both languages", () => {
  const more: Payment[] = [{ payer: "district", unit: "yuan", before: 500_000, amount: 900_000 }];
  const turns = [
    { role: "office", turn: "won" },
    { role: "residents", turn: "lost" },
  ] as const;
  expect(tellRound("en", { round: 2, turns, more, all: more })).toBe(
    "In round 2 won: District’s office; lost: Residents’ group. Who paid more than in the round before: the district 900,000 yuan (400,000 more).",
  );
  expect(tellRound("zh", { round: 2, turns, more: [], all: more })).toBe(
    "第 2 轮如愿：区级部门；受损：居民小组。没有谁比上一轮多付出一成以上。",
  );
  expect(tellRound("en", { round: 1, turns: [], more: [], all: more })).toContain("It took: the district 900,000 yuan.");
});
