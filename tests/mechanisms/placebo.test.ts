import { expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { formAsked, MEETING } from "../../src/population/index.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";
import { sum } from "../support/sum.ts";

const town = (...set: string[]) =>
  scenario("community", "organizations.count=30", "organizations.registered=0.7", "organizations.members=0.2", ...set);

/** What the week took, by line of the budget. */
const weekOf = ({ world }: Run) => {
  const { programmeMoney, partyMinutes, adminMinutes } = world.weekTotals.communities.columns;
  const n = world.communities.rows;
  return [programmeMoney, partyMinutes, adminMinutes].map((line) => sum(line.subarray(0, n)));
};
const formsOf = ({ world: { organizations } }: Run) =>
  Array.from({ length: organizations.rows }, (_, g) => (organizations.columns.alive[g] ? formAsked(organizations, g) : 0));

it.each(["1", "2", "3"])(
  "the placebo spends what the programme spends, to the yuan and the hour, on the same organizations, while nothing has come of either (seed %s)",
  async (seed) => {
    const [on, placebo] = [
      Run.start(await town(`seed=${seed}`), mechanisms),
      Run.start(await town(`seed=${seed}`, "partyBuilding=placebo"), mechanisms),
    ];
    for (let week = 1; week <= 8; week++) {
      on.step();
      placebo.step();
      expect(formsOf(placebo), `week ${week}`).toEqual(formsOf(on));
      const [[money, hours, paper], [moneyThere, hoursThere, paperThere]] = [weekOf(placebo), weekOf(on)];
      expect(money, `week ${week}`).toBe(moneyThere);
      // Reports take a few minutes less where the programme has taught how an organization is run.
      expect(Math.abs(hours / hoursThere - 1)).toBeLessThan(0.002);
      expect(Math.abs(paper / paperThere - 1)).toBeLessThan(0.002);
    }
    expect(formsOf(on).some((form) => form > 0)).toBe(true);
    on.end();
    placebo.end();
  },
);

it("in the second year of four towns the placebo spends the money, the party work and the paperwork of the programme within 5%", async () => {
  const year = async (partyBuilding: string) => {
    const lines = [0, 0, 0];
    for (const seed of [1, 2, 3, 4]) {
      const run = Run.start(await town(`seed=${seed}`, `partyBuilding=${partyBuilding}`), mechanisms);
      for (let week = 1; week <= 104; week++) {
        run.step();
        if (week <= 52) continue;
        const spent = weekOf(run);
        for (let line = 0; line < lines.length; line++) lines[line] += spent[line];
      }
      run.end();
    }
    return lines;
  };
  const [on, placebo] = [await year("on"), await year("placebo")];
  const names = ["money", "party work", "paperwork"];
  for (let line = 0; line < names.length; line++) expect(Math.abs(placebo[line] / on[line] - 1), names[line]).toBeLessThan(0.05);
});

it("the placebo founds no branch and covers nobody; its meetings are of the organizations and members that go to them, and end with it", async () => {
  const of = await town("partyBuilding=placebo");
  const run = Run.start({ ...of, interventions: [{ week: 70, path: "partyBuilding", value: "off" }] }, mechanisms);
  const { organizations, branches, residents } = run.world;
  const meetings = () =>
    Array.from({ length: branches.rows }, (_, k) => k).filter((k) => branches.columns.alive[k] && branches.columns.form[k] === MEETING);
  let held = 0;
  for (let week = 1; week < 70; week++) {
    run.step();
    const o = organizations.columns;
    for (const k of meetings()) {
      const here = Array.from({ length: organizations.rows }, (_, g) => g).filter((g) => o.alive[g] && o.meeting[g] === k);
      expect([branches.columns.memberOrganizations[k], branches.columns.members[k]]).toEqual([
        here.length,
        sum(here.map((g) => o.members[g])),
      ]);
      held += Number(branches.columns.activity[k] > 0);
    }
    expect([sum(o.coverage), Math.max(...o.branch)]).toEqual([0, -1]);
    const workBranches = Array.from(residents.columns.workBranch).filter((k) => k >= 0);
    expect(workBranches.some((k) => branches.columns.form[k] === MEETING)).toBe(false);
  }
  expect(held).toBeGreaterThan(0);
  for (const id of ["coverage_formal", "branches_per_100_orgs", "participation_mobilized"] as const)
    expect(run.recorder.value(id), id).toBe(0);
  run.step();
  expect(meetings()).toEqual([]);
  expect([Math.max(...organizations.columns.meeting), sum(organizations.columns.placebo)]).toEqual([-1, 0]);
  run.end();
});

it("without the programme nothing is spent", async () => {
  const { recorder } = runWeeks(await town("partyBuilding=off"), 60);
  expect([recorder.value("money_spent_programme"), recorder.value("party_work_hours")]).toEqual([0, 0]);
});
