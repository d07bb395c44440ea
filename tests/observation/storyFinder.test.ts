import { beforeEach, describe, expect, it } from "vitest";
import { ESCALATED, REOPENED, type World } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { GAP, LONG, MUCH, OFTEN, StoryFinder, type SuggestionRule, suggestionRules } from "../../src/observation/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const scenario = await small();
let world: World;
let finder: StoryFinder;
/** The same world in a week that it has not run to: what is written to its columns is what happened. */
const at = (week: number): World => Object.create(world, { week: { value: week } });
const look = (week: number) => finder.observe(at(week));
const found = (rule: SuggestionRule, week: number) => finder.suggestions(at(week)).find((one) => one.rule === rule);

describe("the rules by which somebody is suggested", () => {
  beforeEach(() => {
    // Nobody has done anything yet, and nothing has happened.
    ({ world } = runWeeks(scenario, 4));
    world.residents.columns.minutesYear.fill(0);
    world.residents.columns.occupant.fill(0);
    world.residents.columns.member.fill(0);
    world.organizations.columns.closed.fill(-1);
    world.branches.columns.reported.fill(0);
    finder = new StoryFinder(world);
  });

  it("are all silent where nothing stands out", () => {
    for (let week = 5; week <= 60; week++) look(week);
    expect(finder.suggestions(at(60))).toEqual([]);
  });

  it("gaveUp: gave ten hours in some year, and has not taken part for half a year", () => {
    const { minutesYear, lastVolunteering, lastGovernance } = world.residents.columns;
    minutesYear[7] = MUCH;
    [lastVolunteering[7], lastGovernance[7]] = [8, 5];
    look(8);
    minutesYear[7] = 30;
    look(12);
    expect(found("gaveUp", 8 + LONG - 1)).toBeUndefined();
    expect(found("gaveUp", 8 + LONG)).toEqual({ rule: "gaveUp", agent: { kind: "resident", index: 7 }, values: { hours: 10, week: 8 } });
    minutesYear[9] = MUCH + 60;
    [lastVolunteering[9], lastGovernance[9]] = [6, 12];
    look(16);
    expect(found("gaveUp", 60)?.agent.index).toBe(9); // who gave more
    world.residents.columns.occupant[9] = 1; // moves away: whoever moves in has given nothing
    minutesYear[9] = 0;
    look(17);
    expect(found("gaveUp", 60)?.agent.index).toBe(7);
    minutesYear[11] = 10 * MUCH; // in exchanges of help alone: never in governance, never as a volunteer
    look(20);
    expect(found("gaveUp", 60)?.agent.index).toBe(7);
  });

  it("carries: gave most in the last year, and ten hours at least", () => {
    const { minutesYear } = world.residents.columns;
    minutesYear[3] = MUCH - 1;
    expect(found("carries", 8)).toBeUndefined();
    minutesYear[3] = MUCH + 120;
    minutesYear[4] = MUCH + 90;
    expect(found("carries", 8)).toEqual({ rule: "carries", agent: { kind: "resident", index: 3 }, values: { hours: 12 } });
  });

  it("recruited: joined the party in the run, not moved in as a member; of several who gave most before", () => {
    const { member, minutesYear, occupant } = world.residents.columns;
    [member[2], minutesYear[2]] = [1, 60];
    look(9);
    [member[5], minutesYear[5]] = [1, 600];
    [member[6], occupant[6], minutesYear[6]] = [1, 1, 900];
    look(10);
    [member[8], minutesYear[8]] = [1, 300];
    look(11);
    expect(found("recruited", 11)).toEqual({ rule: "recruited", agent: { kind: "resident", index: 5 }, values: { week: 10, hours: 10 } });
  });

  it("closed: an organization that closed in the run; of several that of most people", () => {
    const { closed, staff, volunteers, founded } = world.organizations.columns;
    [closed[1], staff[1], volunteers[1]] = [9, 1, 4];
    [closed[4], staff[4], volunteers[4], founded[4]] = [20, 2, 30, 20 - 104];
    expect(found("closed", 21)).toEqual({ rule: "closed", agent: { kind: "organization", index: 4 }, values: { week: 20, years: 2 } });
  });

  it("dissolved: a branch that was struck; of several that of most organizations, then the latest", () => {
    const { alive, memberOrganizations, members } = world.branches.columns;
    expect(world.branches.rows).toBeGreaterThan(2);
    for (const k of [0, 1, 2]) [alive[k], memberOrganizations[k], members[k]] = [1, k === 0 ? 1 : 3, 5 + k];
    look(5);
    for (const [k, week] of [
      [0, 12],
      [1, 10],
      [2, 11],
    ]) {
      [alive[k], memberOrganizations[k]] = [0, 0];
      look(week);
    }
    expect(found("dissolved", 12)).toEqual({
      rule: "dissolved",
      agent: { kind: "branch", index: 2 },
      values: { week: 11, organizations: 3, members: 7 },
    });
  });

  it("overstated: a branch that stands and reports more than it does, by a tenth at least", () => {
    const { alive, activity, reported } = world.branches.columns;
    alive.fill(0);
    for (const [k, gap] of [
      [0, GAP - 0.01],
      [1, GAP + 0.2],
      [2, GAP + 0.4],
    ])
      [alive[k], activity[k], reported[k]] = [1, 0.25, 0.25 + gap];
    alive[2] = 0;
    const { agent, values } = found("overstated", 9) ?? {};
    expect(agent).toEqual({ kind: "branch", index: 1 });
    expect(values?.reported).toBeCloseTo(0.55, 6);
    expect(values?.activity).toBeCloseTo(0.25, 6);
  });

  it("returned: a matter that came back twice; of several the oftenest, then the latest", () => {
    const { serial, reopenings, changed, state } = world.matters.columns;
    const comesBack = (q: number, times: number, week: number) => {
      [reopenings[q], changed[q], state[q]] = [times, week, REOPENED];
      look(week);
    };
    comesBack(0, OFTEN - 1, 8);
    expect(found("returned", 8)).toBeUndefined();
    comesBack(1, 3, 9);
    comesBack(0, 2, 10);
    expect(found("returned", 10)).toEqual({ rule: "returned", agent: { kind: "matter", index: serial[1] }, values: { week: 9, times: 3 } });
  });

  it("petitioned: a matter that became a petition, the gravest", () => {
    const { serial, changed, state, severity, raised } = world.matters.columns;
    for (const [q, week, grave] of [
      [0, 8, 0.9],
      [1, 9, 0.4],
    ]) {
      [changed[q], state[q], severity[q]] = [week, ESCALATED, grave];
      look(week);
    }
    expect(found("petitioned", 9)).toEqual({
      rule: "petitioned",
      agent: { kind: "matter", index: serial[0] },
      values: { week: 8, raised: raised[0] },
    });
  });
});

describe("the finder of stories", () => {
  it("changes nothing, finds in a real run, and goes on from a checkpoint as if it had never stopped", async () => {
    const start = await small("population.residents=2000", "organizations.count=20");
    const run = Run.start(start, mechanisms);
    const { stories } = run.keepPast();
    let middle: Uint8Array | undefined;
    while (run.world.week < 60) {
      run.step();
      if (run.world.week === 31) middle = run.checkpoint("test");
    }
    expect(run.stateDigest()).toBe(runWeeks(start, 60).stateDigest());
    const all = stories.suggestions(run.world);
    expect(all.length).toBeGreaterThan(3);
    expect(all.map(({ rule }) => suggestionRules.indexOf(rule))).toEqual(
      [...all.keys()].map((_, k) => suggestionRules.indexOf(all[k].rule)).sort((a, b) => a - b),
    );
    const resumed = Run.resume(middle as Uint8Array, mechanisms);
    if (!resumed.ok) throw new Error(tellSaid("en", resumed.message));
    while (resumed.run.world.week < 60) resumed.run.step();
    expect(resumed.run.keepPast().stories.suggestions(resumed.run.world)).toEqual(all);
  });
});
