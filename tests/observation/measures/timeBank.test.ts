import { expect, it } from "vitest";
import { CREDITS, RESIDENT, type World } from "../../../src/engine/index.ts";
import { handWritten, keepAdults } from "../../support/handWritten.ts";

function fiveMembers({ residents, ledger }: World): void {
  const r = residents.columns;
  r.timeBankMember.fill(0).fill(1, 0, 5);
  r.tradesYear.fill(0).set([2, 0, 7, 0, 1]);
  // Three owe an hour each to the fifth; above the lowest balance that is 0, 0, 0, 1 and 4 hours.
  for (const debtor of [0, 1, 2]) ledger.move(CREDITS, RESIDENT, debtor, RESIDENT, 4, 60);
}

it("the time bank: five members of ten adults, ten exchanges since the start", async () => {
  const { world, measured } = await handWritten();
  keepAdults(world, new Array(10).fill(40));
  fiveMembers(world);
  world.weekTotals.communities.columns.trades[0] = 10;
  const early = measured(13);
  expect(early("timebank_member_share")).toBe(0.5);
  expect(early("timebank_trades_per_member_year")).toBe(8);
  expect(measured(13 + 52)("timebank_trades_per_member_year")).toBe(2); // the ten of a year before have left the sum
});

it("idle members and the most active are known from the second half of a year on; until then the last value stands", async () => {
  const { world, measured } = await handWritten();
  fiveMembers(world);
  for (let week = 1; week < 28; week++) expect(measured(week)("timebank_idle_share"), `week ${week}`).toBeNaN();
  const value = measured(28);
  expect(value("timebank_balance_gini")).toBeCloseTo(0.72, 14);
  expect(value("timebank_idle_share")).toBe(0.4);
  expect(value("timebank_top_fifth_trade_share")).toBe(0.7);
  for (let week = 29; week <= 56; week++) {
    if (week === 53) world.residents.columns.tradesYear.fill(0);
    measured(week);
  }
  expect(value("timebank_idle_share")).toBe(0.4);
  expect(value("timebank_top_fifth_trade_share")).toBe(0.7);
});
