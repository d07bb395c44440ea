import { describe, expect, it } from "vitest";
import { COMMUNITY, type Mechanism, OUTSIDE, STAFF_TIME } from "../../../src/engine/index.ts";
import { needs } from "../../support/needs.ts";
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

  describe("of two organizations and two needs of an hour", () => {
    const twoNeeds = needs(60, 2);

    /** Share of needs met, and of time on offer left idle, in half a year. */
    async function met(supply: Mechanism, ...set: string[]) {
      const all = ["open=1", "asks=1", "partners=0", "beyond=0", "ownHours=0", ...set].map((entry) => `mechanisms.matching.${entry}`);
      const of = await small("partyBuilding=off", "population.communities=1", "organizations.count=2", ...all);
      const { recorder } = runWeeks(of, 26, [supply, ...only("matching")]);
      return { matched: recorder.value("matched_share"), idle: recorder.value("idle_share") };
    }

    it("asked one a week, the same may be asked twice while the other is idle", async () => {
      const { matched, idle } = await met(twoNeeds);
      // Each need comes upon each of the two with the same chance: three quarters are met on average.
      expect(matched).toBeGreaterThan(0.6);
      expect(matched).toBeLessThan(0.9);
      expect(idle).toBeCloseTo(1 - matched, 6);
    });

    it("asked both, none is idle", async () => {
      expect(await met(twoNeeds, "asks=2")).toEqual({ matched: 1, idle: 0 });
    });

    it("seen on a platform, fewer are idle", async () => {
      expect((await met(twoNeeds, "beyond=1")).idle).toBeLessThan((await met(twoNeeds)).idle / 1.5);
    });

    it("they give as far as their community can pay for their hours", async () => {
      // At half of 1,000 yuan an hour, 600 yuan a week pay for 72 of 120 minutes.
      const { matched, idle } = await met(needs(60, 2, 600), "asks=2", "price=1000");
      expect(matched).toBe(0.5);
      expect(idle).toBeCloseTo(0.4, 2);
    });
  });
});
