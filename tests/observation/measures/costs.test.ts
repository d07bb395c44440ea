import { expect, it } from "vitest";
import { handWritten } from "../../support/handWritten.ts";

it("costs: by the week, money by the year, over the 26 weeks since the start", async () => {
  const { world, measured } = await handWritten();
  const { columns } = world.weekTotals.communities;
  columns.partyMinutes[0] = 26 * 60 * 3;
  columns.adminMinutes[0] = 26 * 60 * 2;
  columns.messages[0] = 26 * 600 * 0.5;
  columns.programmeMoney[0] = 100;
  const value = measured(26);
  expect(value("party_work_hours")).toBe(3);
  expect(value("admin_hours")).toBe(2);
  expect(value("messages_per_resident")).toBe(0.5);
  expect(value("money_spent_programme")).toBe(200);
});
