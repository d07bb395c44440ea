import { describe, expect, it } from "vitest";
import { defineMechanism, type Phase, type World } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";

/** Only the named mechanisms run. */
const only = (...ids: string[]) => mechanisms.filter(({ id }) => ids.includes(id));

/** Sixty organizations with members enough, of which a third have a branch from the start. */
const district = (...set: string[]) =>
  scenario(
    "community",
    "population.residents=3000",
    "organizations.count=60",
    "organizations.registered=1",
    "organizations.members=0.5",
    "branches.initialCoverage=0.4",
    "mechanisms.branchWork.paperwork=0",
    "mechanisms.branchWork.meeting=0",
    "mechanisms.branchWork.secretaryHours=160",
    ...set,
  );

/** A mechanism of a test: each week it gives each branch what `give` says, in the phase before branches live. */
const supply = (give: (world: World, k: number) => void, phase: Phase = "messagesSpread") =>
  defineMechanism({
    id: "supply",
    phase,
    scope: "branch",
    every: "week",
    title: { en: "Supply", zh: "供给" },
    summary: { en: "Inputs of a test.", zh: "测试输入。" },
    rows: [],
    specification: { equation: "", symbols: {}, source: "", departures: "none", draws: "none" },
    parameters: {},
    reads: [],
    writes: [],
    measures: [],
    step: (world, _context, k) => give(world, k),
  });

const social = ({ branches }: World): number[] =>
  [...branches.columns.form.keys()].filter((k) => k < branches.rows && branches.columns.alive[k] && branches.columns.form[k] <= 1);

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const activity = (world: World) => mean(social(world).map((k) => world.branches.columns.activity[k]));

/** The only mechanisms, beside events of a branch's life, that may write a state of branches. */
const laws: Record<string, string> = {
  activity: "branchWork",
  held: "branchWork",
  reported: "branchReports",
  secretary: "secretaryTraining",
};

describe("each state of a branch", () => {
  it.each(Object.entries(laws))("%s is written by its law alone", (state, law) => {
    const writers = mechanisms.filter(({ writes }) => writes.includes(`branches.${state}`)).map(({ id }) => id);
    expect(writers).toEqual([law]);
  });
});

describe("activity of a branch", () => {
  it("comes to one, two thirds of the gap left each month, where hours are ample and a meeting takes no time", async () => {
    const of = await district();
    const { activity: start, held: before } = runWeeks(of, 0, []).world.branches.columns;
    const { world } = runWeeks(of, 12, only("divideHours", "branchWork"));
    const { held } = world.branches.columns;
    const branches = social(world);
    expect(branches.length).toBeGreaterThan(10);
    for (const k of branches) {
      expect(world.branches.columns.activity[k]).toBeCloseTo(1 - (2 / 3) ** 3 * (1 - start[k]), 5);
      expect(held[k]).toBe(before[k] + 3);
    }
  });

  it.each([
    ["the secretary has no hours", ["mechanisms.branchWork.secretaryHours=0"]],
    ["organizations give no hours to party work", ["mechanisms.divideHours.partyShare=0"]],
    ["members have no free time", ["mechanisms.branchWork.meeting=600", "population.freeMinutes=0"]],
    ["paperwork takes all", ["mechanisms.branchWork.paperwork=40", "mechanisms.branchWork.secretaryHours=20", "rigidity=1"]],
  ])("is lost where %s", async (_, set) => {
    const { world } = runWeeks(await district(...set), 105, only("divideHours", "branchWork"));
    expect(activity(world)).toBeLessThan(1e-3);
    expect(Math.max(...social(world).map((k) => world.branches.columns.held[k]))).toBe(0);
  });

  it("takes the minutes of those who come out of their week, and of nobody else", async () => {
    const of = await district("mechanisms.branchWork.meeting=40", "population.freeMinutes=600");
    const { world } = runWeeks(of, 8, only("divideHours", "branchWork"));
    const { minutesWeek, minutesYear, member, freeMinutes } = world.residents.columns;
    let spent = 0;
    for (let i = 0; i < world.residents.rows; i++) {
      if (!member[i]) expect(minutesWeek[i]).toBe(0);
      expect(minutesYear[i]).toBe(0); // a meeting is not volunteering
      expect(minutesWeek[i]).toBeLessThanOrEqual(freeMinutes[i]);
      spent += minutesWeek[i];
    }
    expect(spent).toBeGreaterThan(0);
  });

  it("stays hollow under requirements under which a working branch goes on, until instructors relieve it", async () => {
    // Of some eleven hours seven go into paper, so that the members can be called; after a missed month all do.
    const bind = [
      "mechanisms.branchWork.secretaryHours=12",
      "mechanisms.branchWork.paperwork=7",
      "mechanisms.branchWork.makeUp=1",
      "mechanisms.branchWork.preparation=0.5",
      "rigidity=0.5",
      "mechanisms.divideHours.partyShare=0.2",
      "mechanisms.divideHours.reportingHours=0",
      "mechanisms.divideHours.baseReporting=0",
    ];
    const chair = supply(({ branches }, k) => {
      branches.columns.secretary[k] = 1;
    });
    const hollow = supply(({ branches }, k) => {
      branches.columns.secretary[k] = 1;
      if (branches.columns.founded[k] > -5000) {
        branches.columns.held[k] = 0;
        branches.columns.founded[k] = -9999;
      }
    });
    const working = supply(({ branches }, k) => {
      branches.columns.secretary[k] = 1;
      if (branches.columns.founded[k] > -5000) {
        branches.columns.held[k] = 3;
        branches.columns.founded[k] = -9999;
      }
    });
    const run = async (first: typeof chair, visits: number) => {
      const of = await district(...bind);
      const relieved = supply((world, k) => {
        first.step(world, undefined as never, k);
        if (world.week > 60 && world.week < 80) world.weekTotals.branches.columns.visits[k] = visits;
      });
      return activity(runWeeks(of, 200, [relieved, ...only("divideHours", "branchWork")]).world);
    };
    const [goesOn, stays, comesBack] = [await run(working, 0), await run(hollow, 0), await run(hollow, 6000)];
    expect(stays).toBeLessThan(0.01);
    expect(goesOn).toBeGreaterThan(0.99);
    expect(comesBack).toBeGreaterThan(0.99);
  });
});

describe("reports", () => {
  it("answer to what is asked, not to work: a hollow branch reports full activity if nobody inspects", async () => {
    const of = await district(
      "mechanisms.branchWork.secretaryHours=0",
      "mechanisms.branchReports.inspections=0",
      "mechanisms.branchReports.embellishment=0.3",
      "rigidity=1",
    );
    const { world } = runWeeks(of, 105, only("divideHours", "branchWork", "branchReports"));
    for (const k of social(world)) expect(world.branches.columns.reported[k]).toBeGreaterThan(0.99);
    expect(activity(world)).toBeLessThan(1e-3);
  });

  it("are set right by an inspection, which tells the gap", async () => {
    const of = await district(
      "mechanisms.branchReports.inspections=12",
      "mechanisms.branchReports.embellishment=0.3",
      "mechanisms.branchWork.secretaryHours=0",
      "rigidity=1",
    );
    let found = 0;
    const audit = supply(({ weekTotals }, k) => {
      found += weekTotals.branches.columns.gapFound[k];
    }, "mattersArise");
    const { world } = runWeeks(of, 53, [
      ...only("divideHours", "branchWork", "branchReports"),
      { ...audit, phase: "organizationsDivideHours" },
    ]);
    expect(found).toBeGreaterThan(0);
    expect(world.branches.rows).toBeGreaterThan(0);
  });
});

describe("joint branches", () => {
  const drive = ["initiative=0.5", "target=1", "pressure=20", "imitation=2"].map((entry) => `mechanisms.administrativeDrive.${entry}`);

  /** Research 2.2: share of members among staff, mean and median of staff, organizations without a member, ceiling. */
  it.each([
    [0.065, 6, 3, 0.74, 0.2],
    [0.065, 12, 5, 0.63, 0.36],
    [0.1, 6, 3, 0.65, 0.33],
    [0.1, 12, 5, 0.53, 0.48],
    [0.15, 12, 5, 0.43, 0.58],
    [0.25, 12, 5, 0.31, 0.67],
  ])(
    "level off near the structural ceiling with %d members per member of staff, of %d in the mean and %d in the median",
    async (members, staff, median, none, ceiling) => {
      const of = await scenario(
        "zhonglou-tenth",
        "population.residents=20000",
        "population.members=0.2", // so that staff with membership can be found
        "organizations.registered=1",
        "organizations.count=250",
        `organizations.members=${members}`,
        `organizations.staffMean=${staff}`,
        `organizations.staffMedian=${median}`,
        ...drive,
      );
      const covered = runWeeks(of, 200, only("administrativeDrive")).recorder.value("coverage_formal", 200);
      expect(covered).toBeGreaterThan(ceiling - 0.08);
      expect(covered).toBeLessThan(1 - none + 0.08);
    },
  );

  it("join those near, and of two equally near those in the same trade", async () => {
    const of = await scenario(
      "zhonglou-tenth",
      "population.residents=20000",
      "population.members=0.2", // so that staff with membership can be found
      "organizations.registered=1",
      "organizations.count=250",
      ...drive,
    );
    const near = await joined({ ...of });
    const far = await joined(await withReach(of, 100, 100));
    // Partners by nearness share a community more often than partners by trade do, which share a type more often.
    expect(near.community).toBeGreaterThan(far.community);
    expect(far.type).toBeGreaterThan(near.type);
  });

  it("with too few members are struck, and their organizations share another", async () => {
    const of = await scenario(
      "zhonglou-tenth",
      "population.residents=20000",
      "population.members=0.2", // so that staff with membership can be found
      "organizations.registered=1",
      "organizations.count=250",
      ...drive,
    );
    const quits = supply(({ branches, organizations, week }, k) => {
      if (week !== 150 || branches.columns.form[k] > 1 || k % 2) return;
      branches.columns.members[k] = 1;
      for (let g = 0; g < organizations.rows; g++) if (organizations.columns.branch[g] === k) organizations.columns.members[g] = 1;
    });
    const { world } = runWeeks(of, 600, [quits, ...only("administrativeDrive")]);
    for (const k of social(world)) expect(world.branches.columns.members[k]).toBeGreaterThanOrEqual(3);
  });
});

/** Shares of pairs in joint branches that are of one community, and of one type. */
async function joined(of: Awaited<ReturnType<typeof scenario>>) {
  const o = runWeeks(of, 150, only("administrativeDrive")).world.organizations;
  const { branch, coverage, community, type } = o.columns;
  let [pairs, places, types] = [0, 0, 0];
  for (let g = 0; g < o.rows; g++) {
    for (let k = 0; k < g; k++) {
      if (coverage[g] !== 2 || branch[k] !== branch[g]) continue;
      pairs++;
      if (community[k] === community[g]) places++;
      if (type[k] === type[g]) types++;
    }
  }
  expect(pairs).toBeGreaterThan(20);
  return { community: places / pairs, type: types / pairs };
}

const withReach = (of: Awaited<ReturnType<typeof scenario>>, reach: number, otherTrade: number) => {
  const changed = structuredClone(of);
  Object.assign(changed.mechanisms.administrativeDrive, { reach, otherTrade });
  return changed;
};

it("a community has one of its ten organizations in a branch within a year wherever that is feasible, in most seeds", async () => {
  let [feasible, covered] = [0, 0];
  for (let seed = 1; seed <= 10; seed++) {
    const of = await scenario("community", `seed=community ${seed}`);
    const start = runWeeks(of, 0, []).world.organizations;
    // Five units at most, three members at least; what hiring and moving make feasible in the course of the year is not counted.
    const members = [...start.columns.members.subarray(0, start.rows)].sort((a, b) => b - a);
    if (members.slice(0, 5).reduce((sum, count) => sum + count, 0) >= 3) feasible++;
    const { world } = runWeeks(of, 52);
    const o = world.organizations.columns;
    if (o.coverage.subarray(0, world.organizations.rows).some((form) => form === 1 || form === 2)) covered++;
  }
  console.log(`in a branch within a year: ${covered} of 10 seeds; feasible in ${feasible}`);
  // Eight of ten are not reached: in most seeds no five organizations have three members.
  expect(covered).toBeGreaterThanOrEqual(0.8 * feasible);
});
