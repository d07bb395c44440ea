import { describe, expect, it } from "vitest";
import { CREDITS, RESIDENT, Simulation, World } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import type { Intervention } from "../../src/scenario/index.ts";
import { scenario } from "../support/scenarios.ts";
import { ColumnWatch } from "../support/watchColumns.ts";

/** Two communities in which everything that can be held is held by week 40. */
const busy = await scenario(
  "community",
  "population.residents=800",
  "population.communities=2",
  "population.timeBankMembers=0.1",
  "organizations.count=40",
  "organizations.registered=0.8",
  "organizations.members=0.35",
  "mechanisms.epidemic.mode=on",
  "mechanisms.epidemic.startWeek=3",
  "mechanisms.epidemic.length=80",
  "mechanisms.campaign.startWeek=5",
  "mechanisms.communityAlliance.joining=6",
  "mechanisms.careNeeds.factor=5",
  "mechanisms.partyElderCare.mode=off",
  "mechanisms.pairing.sought=400",
  "mechanisms.pilots.start=12",
  "mechanisms.incubation.founding=1",
  "mechanisms.dispatchedCoverage.capacity=1",
  "mechanisms.partyProjects.rate=6",
);
const OFF = 41;

function runTo(week: number, interventions: Intervention[] = [], which = mechanisms): { world: World; simulation: Simulation } {
  const world = World.build({ ...busy, interventions });
  const simulation = Simulation.start({ ...busy, interventions }, which, { world });
  while (world.week < week) simulation.step();
  return { world, simulation };
}

const off = (id: string, communities?: number[]): Intervention => ({
  week: OFF,
  path: `mechanisms.${id}.mode`,
  value: "off",
  ...(communities && { communities }),
});

/** How much a mechanism holds in a community; 0 once it has given everything back. */
const holdings: Record<string, (world: World, c: number) => number> = {
  campaign: ({ communities }, c) => communities.columns.campaign[c],
  epidemic: ({ communities }, c) => communities.columns.epidemic[c] + (1 - communities.columns.contact[c]),
  careNeeds: (world, c) => ofResidents(world, c, (i) => world.residents.columns.careUnmet[i]),
  workerLoad: ({ communities }, c) => communities.columns.paperwork[c],
  divideHours: (world, c) => ofOrganizations(world, c, (g) => world.organizations.columns.hoursService[g]),
  communityAlliance: ({ workplaces }, c) =>
    workplaces.columns.alliance.reduce((sum, member, k) => sum + (workplaces.columns.community[k] === c ? member : 0), 0),
  dispatchedCoverage: (world, c) =>
    ofOrganizations(world, c, (g) =>
      Number(world.organizations.columns.coverage[g] === 3 && world.organizations.columns.incubation[g] !== 1),
    ),
  pilots: (world, c) => ofOrganizations(world, c, (g) => world.organizations.columns.pilot[g]),
  incubation: (world, c) => ofOrganizations(world, c, (g) => Number(world.organizations.columns.incubation[g] === 1)),
  partyProjects: (world, c) => ofOrganizations(world, c, (g) => Number(world.organizations.columns.project[g] >= 0)),
  exemplars: (world, c) => ofResidents(world, c, (i) => world.residents.columns.exemplar[i]),
  pairing: (world, c) => ofResidents(world, c, (i) => Number(world.residents.columns.pair[i] >= 0)),
  timeBank: (world, c) =>
    ofResidents(world, c, (i) => world.residents.columns.timeBankMember[i] + Math.abs(world.ledger.balance(CREDITS, RESIDENT, i))),
};

function ofOrganizations({ organizations }: World, c: number, what: (g: number) => number): number {
  let sum = 0;
  for (let g = 0; g < organizations.rows; g++)
    if (organizations.columns.alive[g] && organizations.columns.community[g] === c) sum += what(g);
  return sum;
}

function ofResidents({ communities }: World, c: number, what: (i: number) => number): number {
  const { firstResident, residents } = communities.columns;
  let sum = 0;
  for (let i = firstResident[c]; i < firstResident[c] + residents[c]; i++) sum += what(i);
  return sum;
}

const before = runTo(OFF - 1);
const digestBefore = before.simulation.digest();
const went = runTo(OFF);

describe.each(Object.entries(holdings))("%s, switched off in mid-run", (id, held) => {
  it("gives back what it held where it goes off, and there alone", () => {
    const on = [0, 1].map((c) => held(went.world, c));
    expect(Math.max(...on)).toBeGreaterThan(0);
    const { world } = runTo(OFF, [off(id, [1])]);
    expect(held(world, 1)).toBe(0);
    // What it holds for the district as a whole may go to those who are left.
    expect(held(world, 0)).toBeGreaterThanOrEqual(on[0]);
    const nowhere = runTo(OFF, [off(id)]).world;
    expect([held(nowhere, 0), held(nowhere, 1)]).toEqual([0, 0]);
  });
});

describe("the week before", () => {
  it.each(mechanisms.map(({ id }) => id))("is as it was when %s goes off", (id) => {
    expect(runTo(OFF - 1, [off(id)]).simulation.digest()).toBe(digestBefore);
  });
});

describe("with everything off", () => {
  it("the books of the year and the trailing year go on", () => {
    const { world } = runTo(
      52,
      mechanisms.map(({ id }) => off(id)),
    );
    const { incomeYear } = world.organizations.columns;
    const earned = incomeYear.slice();
    expect(Math.max(...earned)).toBeGreaterThan(0);
    const later = runTo(
      OFF + 52,
      mechanisms.map(({ id }) => off(id)),
    ).world;
    const o = later.organizations.columns;
    expect(Math.max(...o.incomeYear)).toBe(0);
    expect([...o.incomeLast.slice(0, earned.length)]).toEqual([...earned]);
    const { minutesYear, minutesMonth, tradesYear } = later.residents.columns;
    expect(Math.max(...minutesMonth)).toBe(0);
    expect(Math.max(...minutesYear)).toBe(0);
    expect(Math.max(...tradesYear)).toBe(0);
  });
});

describe("the programme, withdrawn in mid-run", () => {
  it("writes nothing any more, and its branches lose hours and members and are struck", () => {
    const withdrawn: Intervention = { week: OFF, path: "partyBuilding", value: "off" };
    const world = World.build({ ...busy, interventions: [withdrawn] });
    const watch = new ColumnWatch();
    const simulation = Simulation.start({ ...busy, interventions: [withdrawn] }, watch.of(mechanisms), { world });
    while (world.week < OFF) simulation.step();
    const social = () => [...world.branches.columns.alive].filter((alive, b) => alive === 1 && world.branches.columns.form[b] <= 1).length;
    const branches = social();
    expect(branches).toBeGreaterThan(0);
    watch.watch(world);
    watch.during(() => {
      while (world.week < OFF + 52) simulation.step();
    });
    for (const { id, partyBuilding } of mechanisms) if (partyBuilding) expect([...(watch.touched.get(id)?.writes ?? [])], id).toEqual([]);
    expect(
      Math.max(
        ...world.branches.columns.upkeep.filter((_, b) => world.branches.columns.form[b] <= 1 && world.branches.columns.alive[b] === 1),
        0,
      ),
    ).toBeLessThan(0.3);
    const alone = Simulation.start({ ...busy, interventions: [withdrawn] }, mechanisms);
    for (let week = 0; week < OFF + 156; week++) alone.step();
    const { alive, form } = alone.world.branches.columns;
    expect([...alive].filter((living, b) => living === 1 && form[b] <= 1)).toEqual([]);
    const { hoursParty } = alone.world.organizations.columns;
    for (const c of [0, 1]) expect(ofOrganizations(alone.world, c, (g) => hoursParty[g])).toBe(0);
  });
});
