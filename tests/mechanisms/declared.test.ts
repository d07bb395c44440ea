import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Simulation, World } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import type { BaseScenario } from "../../src/scenario/index.ts";
import { anyOf, catalog } from "../support/anyParameters.ts";
import { scenario } from "../support/scenarios.ts";
import { ColumnWatch } from "../support/watchColumns.ts";

/** A district in which every mechanism has something to do. */
const busy = [
  "population.residents=700",
  "population.communities=2",
  "population.timeBankMembers=0.1",
  "organizations.count=40",
  "organizations.registered=0.8",
  "organizations.members=0.35",
  "mechanisms.epidemic.mode=on",
  "mechanisms.epidemic.startWeek=3",
  "mechanisms.campaign.startWeek=5",
  "mechanisms.timeBank.requests=0.15",
  "mechanisms.densityDependence.exit=0.5",
  "mechanisms.densityDependence.founding=0.5",
  "mechanisms.incubation.founding=0.5",
  "mechanisms.memberEntrepreneurship.founding=0.5",
  "mechanisms.partyInnovation.founding=0.5",
  "mechanisms.growth.adjusting=6",
  "mechanisms.ownIncome.fees=2000",
  "mechanisms.growth.reserve=1000",
  "mechanisms.people.moving=0.5",
  "mechanisms.typeDifferentiation.rate=6",
  "mechanisms.pilots.start=6",
  "mechanisms.pairing.sought=200",
  "mechanisms.talentTraining.places=100",
  "mechanisms.neighbourVisits.rounds=30",
  "mechanisms.smartTechnology.level=0.5",
  "mechanisms.fourForces.guidance=1",
  "mechanisms.memberRecruitment.applying=0.5",
  "mechanisms.memberRecruitment.pipeline=8",
  "mechanisms.caseQueue.caseload=20",
  "mechanisms.caseQueue.deadline=1",
  "mechanisms.caseQueue.escalate=0.1",
  "mechanisms.consultation.pressing=[0.5,0.5,0.5,0.5]",
  "mechanisms.consultation.retraction=1",
];

/** Each brings out another side. */
const sides: string[][] = [
  ["mechanisms.awareness.messages=12", "rigidity=1", "mechanisms.instructors.taught=coveredOnly"],
  [
    "partyBuilding=placebo",
    "mechanisms.instructors.taught=coveredOnly",
    "mechanisms.timeBank.redemption=material",
    "mechanisms.strengthsAssignment.rule=deficits",
  ],
  [
    "organizations.members=0.8",
    "branches.initialCoverage=0",
    "mechanisms.administrativeDrive.mode=off",
    "mechanisms.dispatchedCoverage.mode=off",
    "mechanisms.needDrivenFounding.rate=2",
  ],
  [
    "organizations.types=[0.1,0.1,0,1,0.3,0,0,0,0,0,0.3]",
    "branches.initialCoverage=1",
    "mechanisms.mediation.capacity=5",
    "mechanisms.decline.mode=off",
  ],
  [
    "mechanisms.timeBank.redemption=recognition",
    "mechanisms.governmentPurchase.rule=lottery",
    "mechanisms.consultation.rule=hegselmannKrause",
  ],
];
const WEEKS = 60;
const OFF = 46;

async function districts(): Promise<BaseScenario[]> {
  const all = await Promise.all(sides.map((side, k) => scenario("community", `seed=side ${k}`, ...busy, ...side)));
  // Everything goes off near the end, in one community and then in all, so that what leaving writes is seen as well.
  const offs = (week: number, communities?: number[]) =>
    mechanisms.map(({ id }) => ({ week, path: `mechanisms.${id}.mode`, value: "off", ...(communities && { communities }) }));
  const withdrawn = await scenario("community", "seed=withdrawn", "withdrawal=20", "mechanisms.decline.halfLife=4", ...busy);
  return [withdrawn, ...all.map((of) => ({ ...of, interventions: [...offs(OFF, [1]), ...offs(OFF + 4)] }))];
}

function watched(of: BaseScenario, watch: ColumnWatch, weeks = WEEKS): string {
  const world = World.build(of);
  const simulation = Simulation.start(of, watch.of(mechanisms), { world });
  watch.watch(world);
  watch.during(() => {
    for (let week = 0; week < weeks; week++) simulation.step();
  });
  return simulation.digest();
}

/** Whether a column is declared, by its own name or with the whole table. */
const covers = (declared: readonly string[], name: string): boolean =>
  declared.includes(name) || declared.some((whole) => !whole.includes(".") && name.startsWith(`${whole}.`));

describe("what a mechanism declares", () => {
  it("is what it reads and writes, no less and no more; and watching changes nothing", async () => {
    const reads = new Map(mechanisms.map(({ id }) => [id, new Set<string>()]));
    const writes = new Map(mechanisms.map(({ id }) => [id, new Set<string>()]));
    for (const of of await districts()) {
      const watch = new ColumnWatch();
      const digest = watched(of, watch);
      const alone = Simulation.start(of, mechanisms);
      for (let week = 0; week < WEEKS; week++) alone.step();
      expect(digest).toBe(alone.digest());
      for (const [id, touched] of watch.touched) {
        for (const name of touched.reads) reads.get(id)?.add(name);
        for (const name of touched.writes) writes.get(id)?.add(name);
      }
    }
    // What only changes when one person follows another, such as age, is who somebody is: to read it need not be named.
    const state = new Set([...writes].flatMap(([id, names]) => (id === "people" ? [] : [...names])));
    const faults: string[] = [];
    for (const { id, reads: may, writes: does } of mechanisms) {
      const read = [...(reads.get(id) ?? [])].filter((name) => state.has(name));
      const written = [...(writes.get(id) ?? [])];
      for (const name of written) if (!covers(does, name)) faults.push(`${id} writes ${name}`);
      for (const name of read) if (!covers(may, name) && !covers(does, name)) faults.push(`${id} reads ${name}`);
      for (const name of does) if (!written.some((seen) => covers([name], seen))) faults.push(`${id} does not write ${name}`);
      for (const name of may)
        if (![...(reads.get(id) ?? [])].some((seen) => covers([name], seen))) faults.push(`${id} does not read ${name}`);
    }
    expect(faults).toEqual([]);
  });

  it("is all that it writes under any valid parameters", async () => {
    const free = catalog.filter(({ path }) => path.startsWith("mechanisms.") || path === "partyBuilding" || path === "rigidity");
    await fc.assert(
      fc.asyncProperty(anyOf(free), async (set) => {
        const watch = new ColumnWatch();
        watched(await scenario("community", "population.residents=300", "organizations.count=20", ...set), watch, 9);
        for (const { id, writes } of mechanisms) {
          for (const name of watch.touched.get(id)?.writes ?? []) expect(covers(writes, name), `${id} writes ${name}`).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });
});
