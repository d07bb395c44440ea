import { expect, it } from "vitest";
import type { MeasureId } from "../../src/observation/index.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";

const last = async (partyBuilding: string) => {
  const { recorder } = runWeeks(
    await scenario(
      "community",
      "organizations.count=30",
      "organizations.registered=0.7",
      "organizations.members=0.2",
      `partyBuilding=${partyBuilding}`,
    ),
    104,
  );
  /** In the second year. */
  return (id: MeasureId) => Array.from({ length: 52 }, (_, k) => recorder.value(id, 53 + k)).reduce((sum, value) => sum + value, 0) / 52;
};

it("the placebo spends the money and the hours of the programme, founds no branch and covers nobody", async () => {
  const [on, placebo, off] = [await last("on"), await last("placebo"), await last("off")];
  for (const id of ["money_spent_programme", "party_work_hours", "admin_hours"] as const) {
    expect(placebo(id) / on(id), id).toBeGreaterThan(0.75);
    expect(placebo(id) / on(id), id).toBeLessThan(1.3);
  }
  expect(placebo("coverage_formal")).toBe(0);
  expect(placebo("participation_mobilized")).toBe(0);
  expect(off("money_spent_programme")).toBe(0);
  expect(off("party_work_hours")).toBe(0);
});
