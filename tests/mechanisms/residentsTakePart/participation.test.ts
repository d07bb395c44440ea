import { describe, expect, it } from "vitest";
import { invites, SENDERS } from "../../../src/engine/index.ts";
import { alone } from "../../support/alone.ts";
import { only, runWeeks, small } from "../../support/scenarios.ts";

describe("threshold participation", () => {
  const set = (mean: number) => [
    `mechanisms.participation.mean=${mean}`,
    "mechanisms.participation.sd=0",
    "mechanisms.participation.noise=0",
    "mechanisms.participation.age=0",
  ];
  it("is nobody's above any possible share, and everybody's who is asked below zero", async () => {
    const nobody = runWeeks(await small(...set(2)), 8, only("participation"));
    expect(nobody.recorder.value("participation_rate")).toBe(0);
    const { world } = runWeeks(await small(...set(-1)), 1, only("participation"));
    const totals = world.weekTotals.communities.columns;
    expect(totals.invitations[0]).toBeGreaterThan(10);
    expect(totals.attendances[0]).toBe(totals.invitations[0]);
  });
  it("keeps at rest what starts at rest: with no one active and no noise, nobody of a positive threshold begins", async () => {
    expect(
      runWeeks(await small(...set(0.2), "mechanisms.participation.motivation=0"), 20, only("participation")).recorder.value(
        "participation_rate",
      ),
    ).toBe(0);
  });
});

describe("taking part", () => {
  const everybody = [
    "sd=0",
    "noise=0",
    "age=0",
    "member=0",
    "motivation=0",
    "fatigue=0",
    "mean=-1",
    "invitations=1",
    "closeInvitations=0",
    "groupInvitations=0",
  ].map((one) => `mechanisms.participation.${one}`);

  it("costs minutes of the week, meetings as well as volunteering, and nobody gives more than the week has", async () => {
    const world = await alone("participation", 1, () => {}, ...everybody, "mechanisms.participation.meeting=300");
    const { lastGovernance, lastVolunteering, minutesWeek, minutesYear, freeMinutes } = world.residents.columns;
    let governed = 0;
    for (let i = 0; i < world.residents.rows; i++) {
      expect(minutesWeek[i]).toBeLessThanOrEqual(freeMinutes[i]);
      if (lastGovernance[i] !== 1) continue;
      governed++;
      expect(minutesWeek[i]).toBeGreaterThanOrEqual(Math.min(freeMinutes[i], 150));
      if (lastVolunteering[i] !== 1) expect(minutesYear[i]).toBe(0);
    }
    expect(governed).toBeGreaterThan(100);
  });

  it("is heard less the oftener the same sender asks", async () => {
    const share = async (asks: number) => {
      const set = [
        ...everybody.filter((one) => !/mean|sd/.test(one)),
        "mechanisms.participation.mean=-0.2",
        "mechanisms.participation.sd=0.1",
        "mechanisms.participation.habituation=0.1",
      ];
      const world = await alone(
        "participation",
        1,
        (w) => {
          for (let i = 0; i < w.residents.rows; i++) for (let k = 0; k < SENDERS; k++) for (let n = 0; n < asks; n++) invites(w, i, k);
        },
        ...set,
      );
      return world.weekTotals.communities.columns.attendances[0] / world.weekTotals.communities.columns.invitations[0];
    };
    const [fresh, some, many] = [await share(0), await share(2), await share(6)];
    expect(fresh).toBeGreaterThan(0.9);
    expect(some).toBeLessThan(fresh);
    expect(many).toBeLessThan(0.05);
  });
});
