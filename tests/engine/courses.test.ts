import { describe, expect, it } from "vitest";
import {
  EXPERT_TIME,
  holderKinds,
  ORGANIZATION,
  OUTSIDE,
  OWN_FIELD,
  offerCourse,
  offerRequiredCourse,
  SUBJECTS,
} from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { only, runWeeks, scenario, small } from "../support/scenarios.ts";
import { supply } from "../support/supply.ts";

describe("courses", () => {
  it.each([
    [0.5, -1],
    [1, 0],
    [3, 1],
  ])("worth %d hours of the service that they take the place of change quality in direction %d", async (worth, sign) => {
    const of = await small(
      "partyBuilding=off",
      `mechanisms.organizationLearning.courses=${worth}`,
      "mechanisms.divideHours.seekingShare=0",
    );
    const learning = only("divideHours", "organizationLearning");
    const course = supply("branchesLive", (world, g) => offerCourse(world, g, OWN_FIELD, 120));
    const quality = (which: typeof mechanisms) => runWeeks(of, 52, which).world.organizations.columns.quality[0];
    const difference = quality([course, ...learning]) - quality(learning);
    expect(Math.abs(difference) < 1e-6 ? 0 : Math.sign(difference)).toBe(sign);
  });

  it("are charged to the week of those who attend, and take no more than it has", async () => {
    for (const minutes of [60, 1_000_000]) {
      const course = supply("branchesLive", (world, g) => offerCourse(world, g, OWN_FIELD, minutes));
      const { world } = runWeeks(await small("partyBuilding=off"), 3, [course, ...only("divideHours")]);
      const o = world.organizations.columns;
      for (let g = 0; g < world.organizations.rows; g++) {
        const people = Math.min(3, o.staff[g] + o.volunteers[g]);
        const hours = Math.round(60 * (37 * o.staff[g] + 1.7 * o.volunteers[g]));
        const other = o.hoursParty[g] + o.hoursReporting[g] + o.hoursSeeking[g] + o.hoursService[g];
        expect(o.hoursCourses[g * 3] + other).toBe(hours);
        expect(o.hoursCourses[g * 3]).toBe(Math.min(minutes * people, hours - o.hoursReporting[g]));
      }
    }
  });

  it("of a rigid programme are about what the organization does not do, of a flexible one about its field", async () => {
    const { world } = runWeeks(await small(), 0, []);
    for (const [rigidity, fitting] of [
      [0, 60],
      [0.25, 45],
      [1, 0],
    ]) {
      world.organizations.columns.courses.fill(0);
      offerRequiredCourse(world, 0, OWN_FIELD, 60, rigidity);
      expect([...world.organizations.columns.courses.subarray(0, 3)]).toEqual([fitting, 0, 60 - fitting]);
    }
  });

  it("take the hours of instructors, all that there are and no more", async () => {
    const of = await small("mechanisms.instructors.perOrganization=0.5", "mechanisms.instructors.hours=7");
    const { world } = runWeeks(of, 4, only("instructors"));
    const { alive, courses } = world.organizations.columns;
    const count = alive.slice(0, world.organizations.rows).reduce((sum, is) => sum + is, 0);
    const offered = courses.slice(0, world.organizations.rows * 3).reduce((sum, minutes) => sum + minutes, 0);
    expect(offered).toBe(0.5 * 7 * 60 * count);
    expect(world.ledger.balance(EXPERT_TIME, ORGANIZATION, 0)).toBe(0);
    expect(world.ledger.balance(EXPERT_TIME, OUTSIDE, 0)).toBe(0);
  });

  it("that are about nothing that organizations do raise no quality: at a rigidity of one, with hollow branches", async () => {
    const set = ["organizations.count=30", "organizations.members=0.3", "rigidity=1"];
    const hollow = supply("branchesLive", ({ branches }) => {
      branches.columns.activity.fill(0);
    });
    const quality = async (partyBuilding: string) =>
      runWeeks(await small(...set, `partyBuilding=${partyBuilding}`), 156, [...mechanisms, hollow]).recorder.value("org_quality_mean");
    expect((await quality("on")) - (await quality("off"))).toBeLessThan(0.02);
  });
});

const settings = {
  pilots: ["mechanisms.pilots.start=6"],
  typeDifferentiation: ["mechanisms.typeDifferentiation.rate=6"],
  dualIncubation: ["mechanisms.incubation.founding=0.3"],
};

/** Minutes of courses that organizations were offered, and minutes and yuan that teachers of them took. */
async function taught(id: keyof typeof settings, partyBuilding: string) {
  const set = ["organizations.count=30", "rigidity=0", `partyBuilding=${partyBuilding}`, ...settings[id]];
  const run = Run.start(await scenario("community", ...set), only(id, ...(id === "dualIncubation" ? ["incubation"] : [])));
  const { organizations, weekTotals, ledger, scenario: of } = run.world;
  const HOLDERS = holderKinds.length;
  let [experts, money] = [0, 0];
  for (let week = 0; week < 104; week++) {
    run.step();
    for (let from = 0; from < HOLDERS; from++) experts += ledger.flows[(EXPERT_TIME * HOLDERS + from) * HOLDERS + ORGANIZATION];
    money += weekTotals.communities.columns.programmeMoney.reduce((sum, yuan) => sum + yuan, 0);
  }
  const courses = organizations.columns.courses.subarray(0, organizations.rows * SUBJECTS).reduce((sum, minutes) => sum + minutes, 0);
  return { courses, experts, money, hour: of.prices.hour };
}

it.each(["pilots", "typeDifferentiation"] as const)("%s: each minute of a course is one of a teacher who is paid", async (id) => {
  for (const mode of ["on", "placebo"]) {
    const { courses, experts, money, hour } = await taught(id, mode);
    expect(courses, mode).toBeGreaterThan(0);
    expect(experts, mode).toBe(courses);
    expect(money, mode).toBeCloseTo((courses / 60) * hour, -2);
  }
});

it("dual incubation: each minute of instruction beside the advice of the incubator is one of a teacher", async () => {
  for (const mode of ["on", "placebo"]) {
    const { courses, experts } = await taught("dualIncubation", mode);
    expect(courses, mode).toBeGreaterThan(0);
    expect(experts, mode).toBe(courses);
  }
});
