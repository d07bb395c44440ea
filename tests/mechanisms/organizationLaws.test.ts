import { describe, expect, it } from "vitest";
import { EXPERT_TIME, ORGANIZATION, OUTSIDE, OWN_FIELD, offerCourse, offerRequiredCourse } from "../../src/engine/index.ts";
import { learned } from "../../src/mechanisms/everyoneLearns/organizationLearning.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { only, runWeeks, scenario, small } from "../support/scenarios.ts";
import { supply } from "../support/supply.ts";

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The only mechanisms, beside events of an organization's life, that may write a state of organizations. */
const laws: Record<string, string> = {
  quality: "organizationLearning",
  management: "organizationLearning",
  field: "organizationLearning",
  reputation: "reputation",
  legitimacy: "legitimacy",
  standing: "legitimacy",
  autonomy: "resourceDependence",
  dependence: "resourceDependence",
};

describe("each state of an organization", () => {
  it.each(Object.entries(laws))("%s is written by its law alone", (state, law) => {
    const writers = mechanisms.filter(({ writes }) => writes.includes(`organizations.${state}`)).map(({ id }) => id);
    expect(writers).toEqual([law]);
  });
});

describe("quality of service", () => {
  const law = (...set: string[]) => small("mechanisms.organizationLearning.half=4", "mechanisms.organizationLearning.halfLife=26", ...set);
  const oddsOf = (q: number) => q / (1 - q);

  it("halves its practice in its half-life when no hour is used, and no other way", async () => {
    const before = runWeeks(await law(), 0, []).world.organizations.columns.quality[0];
    const { quality } = runWeeks(await law(), 26, only("organizationLearning")).world.organizations.columns;
    expect(oddsOf(quality[0])).toBeCloseTo(oddsOf(before) / 2, 4);
  });

  it("comes to rest where a week teaches what it forgets", async () => {
    // Nine tenths of the week are held open, and nobody asks for them.
    const work = supply("casesAreWorked", ({ organizations: { columns: o }, weekTotals }, g) => {
      o.hoursService[g] = 1000;
      weekTotals.organizations.columns.idle[g] = 900;
    });
    const { quality } = runWeeks(await law(), 600, [work, ...only("organizationLearning")]).world.organizations.columns;
    expect(oddsOf(quality[0])).toBeCloseTo(0.1 / 4 / (1 - 0.5 ** (1 / 26)), 2);
  });

  it("stands still from the start where nobody does anything about it: those long in the field keep their mean", async () => {
    const of = await scenario("community", "organizations.count=60", "partyBuilding=off");
    const run = runWeeks(of, 0, mechanisms);
    const { alive, founded, quality } = run.world.organizations.columns;
    const old = [...founded.subarray(0, 60).keys()].filter((g) => founded[g] < -8 * 52);
    const before = old.map((g) => quality[g]);
    for (let week = 0; week < 260; week++) run.step();
    const still = old.map((_, k) => k).filter((k) => alive[old[k]]);
    const change = mean(still.map((k) => quality[old[k]])) / mean(still.map((k) => before[k]));
    expect(change).toBeGreaterThan(0.9);
    expect(change).toBeLessThan(1.1);
  });

  it("grows by less, the more is known, and never beyond one", () => {
    let q = 0.1;
    let gain = Number.POSITIVE_INFINITY;
    for (let week = 0; week < 400; week++) {
      const next = learned(q, 0.05, 1);
      expect(next - q).toBeLessThan(gain);
      gain = next - q;
      q = next;
    }
    expect(q).toBeGreaterThan(0.9);
    expect(q).toBeLessThan(1);
  });

  it("is diluted by who is new: with half of the posts new, half of the practice is left", async () => {
    const of = await law("mechanisms.organizationLearning.halfLife=1040");
    const start = runWeeks(of, 0, []).world.organizations.columns;
    const newcomers = supply("casesAreWorked", ({ organizations }, g) => {
      organizations.columns.staff[g] = 4;
      organizations.columns.volunteers[g] = 0;
      organizations.columns.newcomers[g] = 2;
    });
    const { quality } = runWeeks(of, 1, [newcomers, ...only("organizationLearning")]).world.organizations.columns;
    expect(oddsOf(quality[0])).toBeCloseTo((oddsOf(start.quality[0]) / 2) * 0.5 ** (1 / 1040), 4);
  });

  it("carries over into another field as far as other courses do", async () => {
    const of = await law("mechanisms.organizationLearning.transfer=0.25", "mechanisms.organizationLearning.halfLife=1040");
    const start = runWeeks(of, 0, []).world.organizations.columns;
    const moves = supply("mattersArise", ({ organizations: { columns: o } }, g) => {
      o.type[g] = (o.field[g] + 1) % 11;
    });
    const { quality } = runWeeks(of, 1, [moves, ...only("organizationLearning")]).world.organizations.columns;
    expect(oddsOf(quality[0])).toBeCloseTo((oddsOf(start.quality[0]) / 4) * 0.5 ** (1 / 1040), 4);
  });
});

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
        const hours = Math.round(60 * (36 * o.staff[g] + 1.5 * o.volunteers[g]));
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

describe("reputation", () => {
  it("is forgotten by its memory, four weeks a month", async () => {
    const before = runWeeks(await small(), 0, []).world.organizations.columns.reputation[0];
    const { reputation } = runWeeks(await small("mechanisms.reputation.memory=0.9"), 8, only("reputation")).world.organizations.columns;
    expect(reputation[0]).toBeCloseTo(before * 0.81, 5);
  });

  it("comes to rest at the matters of a month over what a month forgets", async () => {
    const cases = supply("casesAreWorked", ({ weekTotals }, g) => {
      weekTotals.organizations.columns.settled[g] = 3;
      weekTotals.organizations.columns.unsettled[g] = 1;
    });
    const { world } = runWeeks(await small("mechanisms.reputation.memory=0.9"), 400, [cases, ...only("reputation")]);
    const { reputation } = world.organizations.columns;
    const forgotten = 1 - 0.9 ** 0.25;
    expect(reputation[0]).toBeCloseTo(3 / forgotten, 2);
    expect(reputation[1]).toBeCloseTo(1 / forgotten, 2);
  });

  it("is that of the matters that organizations truly served: all settled, none ends badly, and the other way round", async () => {
    const counts = async (success: number) => {
      const set = ["mechanisms.reputation.memory=1", `mechanisms.caseQueue.success=${success}`, "mechanisms.caseQueue.hardship=0"];
      const { organizations } = runWeeks(await small(...set), 80).world;
      const first = runWeeks(await small(...set), 0, []).world.organizations;
      let [good, bad] = [0, 0];
      for (let g = 0; g < first.rows; g++) {
        good += organizations.columns.reputation[g * 2] - first.columns.reputation[g * 2];
        bad += organizations.columns.reputation[g * 2 + 1] - first.columns.reputation[g * 2 + 1];
      }
      return { good, bad };
    };
    const never = await counts(0);
    expect(never.good).toBe(0);
    expect(never.bad).toBeGreaterThan(0);
  });
});

describe("legitimacy", () => {
  it("of an organization that nobody reports of is what its registration counts", async () => {
    const { world } = runWeeks(await small(), 1, only("legitimacy"));
    const { registered, legitimacy } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) expect(legitimacy[g]).toBeCloseTo(registered[g] ? 0.5 : 0.2, 6);
  });

  it("rises with reports, true or not, and falls back by half of them in their half-life", async () => {
    const set = ["mechanisms.legitimacy.reports=2", "mechanisms.legitimacy.memory=10"];
    const reports = supply("casesAreWorked", (world, g) => {
      if (world.week < 400) world.weekTotals.organizations.columns.reported[g] = 0.5;
    });
    const at = async (week: number) =>
      runWeeks(await small(...set), week, [reports, ...only("legitimacy")]).world.organizations.columns.standing[0];
    expect(await at(400)).toBeCloseTo(0.5, 5);
    expect(await at(410)).toBeCloseTo(0.25, 5);
    // Closed without being settled is a record as well.
    const closed = supply("casesAreWorked", ({ weekTotals }, g) => {
      weekTotals.organizations.columns.unsettled[g] = 3;
    });
    expect(runWeeks(await small(...set), 400, [closed, ...only("legitimacy")]).world.organizations.columns.standing[0]).toBeCloseTo(1, 5);
  });

  it("loses by what inspections find, and never falls below zero", async () => {
    const found = supply("branchesLive", ({ weekTotals }, g) => {
      weekTotals.organizations.columns.findings[g] = -9;
    });
    const { world } = runWeeks(await small(), 30, [found, ...only("legitimacy")]);
    for (let g = 0; g < world.organizations.rows; g++) expect(world.organizations.columns.legitimacy[g]).toBe(0);
  });
});

describe("autonomy", () => {
  const autonomyAfter = async (give: Parameters<typeof supply>[1]) => {
    const set = ["mechanisms.resourceDependence.governmentDemand=0.6", "mechanisms.resourceDependence.otherDemand=0.2"];
    const { world } = runWeeks(await small(...set), 2, [supply("mattersArise", give), ...only("resourceDependence")]);
    const { autonomy, dependence } = world.organizations.columns;
    return [autonomy[0], dependence[0]];
  };

  it("is 1 less the square of each share of income by what its source demands (eq. 4.9)", async () => {
    const income = (...yuan: number[]) =>
      autonomyAfter(({ organizations: { columns: o } }, g) => {
        o.incomeLast.fill(0, g * 5, g * 5 + 5);
        o.incomeYear.set(yuan, g * 5);
      });
    const [one, all] = await income(100, 0, 0, 0, 0);
    expect([one, all]).toEqual([expect.closeTo(0.4, 6), 1]);
    const [mixed, half] = await income(100, 0, 50, 50, 0);
    expect([mixed, half]).toEqual([expect.closeTo(1 - 0.25 * 0.6 - 2 * 0.0625 * 0.2, 6), 0.5]);
    expect(await income(0, 0, 0, 0, 0)).toEqual([1, 0]);
  });

  it("falls by the hours that a branch takes, as far as it sets what they are for", async () => {
    const asked = (demand: number) =>
      autonomyAfter(({ organizations: { columns: o }, weekTotals }, g) => {
        o.incomeLast.fill(0, g * 5, g * 5 + 5);
        o.adminShare[g] = 0.3;
        weekTotals.organizations.columns.branchDemand[g] = demand;
      });
    expect((await asked(1))[0]).toBeCloseTo(0.7, 6);
    expect((await asked(0))[0]).toBe(1);
  });
});
