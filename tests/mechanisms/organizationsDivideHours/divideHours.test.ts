import { describe, expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";

describe("division of hours", () => {
  it("leaves no hour unaccounted for, and takes none for party work without coverage", async () => {
    const { world } = runWeeks(await small("organizations.count=60"), 3, only("divideHours"));
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const hours = Math.round(60 * (37 * o.staff[g] + 1.7 * o.volunteers[g]));
      expect(o.hoursParty[g] + o.hoursReporting[g] + o.hoursSeeking[g] + o.hoursService[g]).toBe(hours);
      if (o.coverage[g] === 0) expect(o.hoursParty[g]).toBe(0);
    }
  });
});
