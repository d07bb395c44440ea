import { describe, expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";

describe("a campaign", () => {
  it("is half as strong after its half-life, and nothing before its start or when off", async () => {
    const set = ["mechanisms.campaign.startWeek=3", "mechanisms.campaign.strength=0.8", "mechanisms.campaign.halfLife=4"];
    const at = async (week: number, ...more: string[]) =>
      runWeeks(await small(...set, ...more), week, only("campaign")).world.communities.columns.campaign[0];
    expect(await at(2)).toBe(0);
    expect(await at(3)).toBeCloseTo(0.8, 12);
    expect(await at(7)).toBeCloseTo(0.4, 12);
    expect(await at(7, "mechanisms.campaign.mode=off")).toBe(0);
  });
});
