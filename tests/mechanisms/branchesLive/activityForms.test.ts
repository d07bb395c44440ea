import { describe, expect, it } from "vitest";
import { Run } from "../../../src/experiment/index.ts";
import { only, small } from "../../support/scenarios.ts";

const held = ["organizations.count=20", "organizations.members=0.35", "branches.initialCoverage=0.8", "mechanisms.activityForms.events=52"];

/** Ties after a quarter of events without professional skill, and minutes that these took of organizations. */
async function weeks(...set: string[]) {
  const run = Run.start(await small(...held, "mechanisms.activityForms.professional=0", ...set), only("activityForms", "branchWork"));
  const { organizations, ties } = run.world;
  let owed = 0;
  for (let week = 0; week < 13; week++) {
    let ofWeek = 0; // the week closes with none
    run.step((_part, work) => {
      work();
      ofWeek = Math.max(ofWeek, sum(organizations.columns.hoursOwed));
    });
    owed += ofWeek;
  }
  return { ties: sum(ties.degree), owed };
}

function sum(values: ArrayLike<number>): number {
  let all = 0;
  for (let k = 0; k < values.length; k++) all += values[k];
  return all;
}

describe("an event of a branch", () => {
  it("takes as long of its organizations as it lasts, and nothing where it takes no time", async () => {
    const [none, short, long] = [
      await weeks("mechanisms.activityForms.length=0"),
      await weeks("mechanisms.activityForms.length=60"),
      await weeks("mechanisms.activityForms.length=120"),
    ];
    expect(none.owed).toBe(0);
    expect(short.owed).toBeGreaterThan(0);
    expect(long.owed).toBe(2 * short.owed);
  });

  it("ties guests as often as they meet, and nobody where none are invited or all are themed days", async () => {
    const apart = (await weeks("mechanisms.activityForms.meeting=0")).ties;
    expect((await weeks("mechanisms.activityForms.guests=0")).ties).toBe(apart);
    expect((await weeks("mechanisms.activityForms.themed=1", "mechanisms.activityForms.meeting=1")).ties).toBe(apart);
    const some = (await weeks("mechanisms.activityForms.themed=0", "mechanisms.activityForms.meeting=0.2")).ties;
    const all = (await weeks("mechanisms.activityForms.themed=0", "mechanisms.activityForms.meeting=1")).ties;
    expect(some).toBeGreaterThan(apart);
    expect(all).toBeGreaterThan(some);
  });
});
