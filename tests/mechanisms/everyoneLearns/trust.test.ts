import { describe, expect, it } from "vitest";
import { ENDING, experience, OF_COMMUNITY } from "../../../src/engine/index.ts";
import { only, runWeeks, small } from "../../support/scenarios.ts";

describe("trust", () => {
  it("is not changed by forgetting where it stands at one half", async () => {
    const { residents } = runWeeks(await small(), 40, only("trust")).world;
    expect(residents.columns.trustCommunity[0]).toBeCloseTo(2 * 0.97 ** 10, 4);
    expect(residents.columns.trustCommunity[1]).toBe(residents.columns.trustCommunity[0]);
  });

  it("in the community moves by endings alone, one count each, and what ties hear weighs less", async () => {
    const run = runWeeks(await small("mechanisms.trust.memory=1", "mechanisms.trust.secondHand=0.1"), 0, only("trust"));
    const { trustCommunity } = run.world.residents.columns;
    const i = run.world.ties.degree.findIndex((degree) => degree > 3);
    const j = run.world.ties.neighbors[run.world.ties.offsets[i]];
    run.step();
    experience(run.world, i, OF_COMMUNITY, ENDING, 0);
    for (let week = 0; week < 3; week++) run.step();
    expect([trustCommunity[i * 2], trustCommunity[i * 2 + 1]]).toEqual([2, 3]);
    expect(trustCommunity[j * 2]).toBe(2);
    expect(trustCommunity[j * 2 + 1]).toBeCloseTo(2.05, 6); // told by someone trusted at one half
  });
});
