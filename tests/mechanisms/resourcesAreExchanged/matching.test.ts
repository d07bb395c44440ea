import { describe, expect, it } from "vitest";
import { COMMUNITY, OUTSIDE, STAFF_TIME } from "../../../src/engine/index.ts";
import { only, runWeeks, small } from "../../support/scenarios.ts";

describe("exchange of resources", () => {
  it("never matches more than the best possible matching", async () => {
    const { recorder } = runWeeks(
      await small("population.residents=2500"),
      52,
      only("arrivals", "divideHours", "matching", "governmentPurchase", "caseQueue"),
    );
    for (let week = 2; week <= 52; week++) {
      const fragmentation = recorder.value("fragmentation", week);
      if (!Number.isNaN(fragmentation)) expect(fragmentation).toBeGreaterThanOrEqual(0);
      if (!Number.isNaN(fragmentation)) expect(fragmentation).toBeLessThanOrEqual(1);
    }
  });
  it("takes from matters the same share of workers' time, whether paperwork or the alliance takes it from their week", async () => {
    const busy = ["arrivals.rates=[250,250,250,250,250,250,250,250,250,250,250,250,250,250,250]", "caseQueue.caseload=100"];
    const week = async (ids: string[], ...set: string[]) => {
      const of = await small("population.residents=3000", ...[...busy, ...set].map((entry) => `mechanisms.${entry}`));
      const { world } = runWeeks(of, 30, only("arrivals", "matching", "caseQueue", ...ids));
      const minutes = 60 * 40 * world.communities.columns.staff[0];
      return {
        served: world.ledger.flow(STAFF_TIME, OUTSIDE, COMMUNITY),
        coordinating: world.weekTotals.communities.columns.coordinationMinutes[0] / minutes,
      };
    };
    const free = await week([]);
    const allied = await week(["communityAlliance"], "communityAlliance.joining=12", "communityAlliance.resourcesLent=0");
    expect(allied.coordinating).toBeGreaterThan(0.07);
    expect(Math.abs(allied.served - free.served * (1 - allied.coordinating))).toBeLessThanOrEqual(0.5);
    const tasks = (allied.coordinating * 13 * 40) / 6;
    const writing = await week(["workerLoad"], "workerLoad.hours=6", `workerLoad.tasks=${tasks}`);
    expect(Math.abs(writing.served - allied.served)).toBeLessThanOrEqual(1); // whole minutes
  });
});
