import { describe, expect, it } from "vitest";
import {
  ACCEPTS,
  CONFLICT,
  classOfType,
  concernedBy,
  ENDING,
  experience,
  floorOf,
  kindOfType,
  MOST_CONCERNED,
  matterTypes,
  OF_COMMUNITY,
  PRESSED,
  Simulation,
  World,
} from "../../src/engine/index.ts";
import { reaches } from "../../src/mechanisms/casesAreWorked/meeting.ts";
import { opinionOf } from "../../src/mechanisms/casesAreWorked/opinion.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { Draws, drawKey } from "../../src/random/index.ts";
import { runWeeks, scenario, small } from "../support/scenarios.ts";

const only = (...ids: string[]) => mechanisms.filter(({ id }) => ids.includes(id));
const elevator = matterTypes.indexOf("elevatorInstallation");
const parking = matterTypes.indexOf("parkingNegotiation");

describe("the sixteen types", () => {
  it("differ, each from each, in whom they concern, what they take or what becomes of them", () => {
    const told = kindOfType.map(({ source: _, row: __, ...kind }) => JSON.stringify(kind));
    expect(new Set(told).size).toBe(16);
    for (const { source } of kindOfType) expect(source).toMatch(/^[MJ]: /);
  });
  it("concern whom they name: a staircase, drivers of an estate, two flats, a household", async () => {
    const { world } = runWeeks(await scenario("zhonglou-tenth"), 12, only("arrivals"));
    const m = world.matters.columns;
    const { household, building, estate } = world.residents.columns;
    const out = new Int32Array(MOST_CONCERNED);
    const draws = new Draws(drawKey("concerned"), "seats");
    const seen = new Set<number>();
    for (let q = 0; q < world.matters.rows; q++) {
      const count = concernedBy(world, q, draws, out);
      const i = m.resident[q];
      seen.add(m.type[q]);
      expect(new Set(out.subarray(0, count)).size).toBe(count);
      if (m.type[q] === elevator) expect(count).toBeLessThanOrEqual(12);
      for (let k = 0; k < count; k++) {
        const j = out[k];
        if (m.type[q] === elevator) expect(building[j]).toBe(building[i]);
        if (m.type[q] === parking) {
          expect(world.households.columns.car[household[j]]).toBe(1);
          expect(estate[j]).toBe(estate[i]);
        }
      }
      const { against } = kindOfType[m.type[q]];
      if (against === "household") expect(household[m.other[q]]).toBe(household[i]);
      if (against === "neighbour" && m.other[q] >= 0) {
        expect(household[m.other[q]]).not.toBe(household[i]);
        expect(building[m.other[q]]).toBe(building[i]);
      }
      if (against === "propertyFirm") expect(world.workplaces.columns.kind[m.firm[q]]).toBe(4);
    }
    expect(seen.size).toBe(15);
  });
  it("cost what they cost: an elevator half a million, and an engineer's week", async () => {
    const { world } = runWeeks(await scenario("zhonglou-tenth"), 30, only("arrivals"));
    const m = world.matters.columns;
    let [count, hours] = [0, 0];
    for (let q = 0; q < world.matters.rows; q++) {
      if (m.type[q] !== elevator) continue;
      count++;
      hours += m.needExpert[q] / 60;
      expect(m.needMoney[q]).toBeGreaterThan(400_000);
      expect(m.needMoney[q]).toBeLessThan(700_000);
    }
    expect(count).toBeGreaterThan(5);
    expect(hours / count).toBeGreaterThan(15);
  });
});

describe("consent", () => {
  const outcome = (voted: number, accepting: number) => ({ invited: 12, came: 0, voted, accepting, pressed: 0, acceptability: 0 });
  it("to building works needs two thirds present and three quarters of these; to a parking place half of them", () => {
    expect(reaches(outcome(8, 6), elevator)).toBe(true);
    expect(reaches(outcome(8, 5), elevator)).toBe(false);
    expect(reaches(outcome(7, 7), elevator)).toBe(false);
    expect(reaches(outcome(8, 4), parking)).toBe(true);
    expect(reaches(outcome(8, 3), parking)).toBe(false);
  });
  it("is a matter of the floor one lives on: upstairs is for an elevator, the ground floor against", async () => {
    const { world } = runWeeks(await scenario("zhonglou-tenth", "mechanisms.people.mode=off"), 12, only("arrivals"));
    const m = world.matters.columns;
    const begin = { goodwill: 0, stakes: 0, trust: 0, awareness: 0 };
    const q = m.type.findIndex((type, row) => type === elevator && row < world.matters.rows);
    const out = new Int32Array(MOST_CONCERNED);
    const count = concernedBy(world, q, new Draws(drawKey("x"), "seats"), out);
    const byFloor = (floor: number) =>
      Array.from(out.subarray(0, count))
        .filter((i) => floorOf(world, world.residents.columns.household[i]) === floor)
        .map((i) => opinionOf(world, q, i, begin, 0));
    expect(Math.max(...byFloor(1))).toBeLessThan(Math.min(...byFloor(6)));
  });
});

describe("a consultation", () => {
  const steps = only("arrivals", "consultation", "caseQueue", "matching", "routing");
  const busy = [
    "population.residents=3000",
    "mechanisms.arrivals.rates=[0,40,40,0,0,0,0,100,40,0,60,0,0,0,0]",
    "mechanisms.caseQueue.caseload=100",
  ];
  it("moves opinions by talk alone: where nobody listens they last as they began", async () => {
    const moved = async (mu: number) => {
      const of = await scenario("community", ...busy, `mechanisms.consultation.stepSize=${mu}`);
      const world = World.build(of);
      const simulation = Simulation.start(of, steps, { world });
      const first = new Map<string, number>();
      let [changed, seen] = [0, 0];
      for (let week = 0; week < 20; week++) {
        simulation.step();
        const s = world.seats.columns;
        for (let k = 0; k < world.seats.rows; k++) {
          const key = `${s.serial[k]}/${s.resident[k]}`;
          if (!first.has(key)) first.set(key, s.opinion[k]);
          else if (first.get(key) !== s.opinion[k]) changed++;
          seen++;
        }
      }
      expect(seen).toBeGreaterThan(200);
      return changed;
    };
    expect(await moved(0)).toBe(0);
    expect(await moved(0.3)).toBeGreaterThan(20);
  });
  it("takes the time of those who come and of who convenes, and without any time holds no meeting", async () => {
    const { world, recorder } = runWeeks(await scenario("community", ...busy), 20, steps);
    expect(Math.max(...world.residents.columns.minutesWeek)).toBeGreaterThanOrEqual(60);
    expect(recorder.value("consultation_attendance")).toBeGreaterThan(0.1);
    const idle = runWeeks(
      await scenario(
        "community",
        ...busy,
        "mechanisms.matching.ownHours=0",
        "organizations.types=[1,0,0,0,0,0,0,0,0,0,0]",
        "mechanisms.arrivals.residentShare=0",
      ),
      20,
      steps,
    );
    expect(Number.isNaN(idle.recorder.value("consultation_attendance"))).toBe(true);
  });
  it("records consent under pressure that was not given, and that comes back; without pressure none does", async () => {
    const press = async (pressing: number) =>
      runWeeks(
        await scenario(
          "community",
          ...busy,
          `mechanisms.consultation.pressing=[${pressing},${pressing},${pressing},${pressing}]`,
          "mechanisms.consultation.retraction=0.5",
        ),
        60,
        steps,
      ).recorder;
    const pressed = await press(0.3);
    expect(pressed.value("consultation_pressed_share")).toBeGreaterThan(0.05);
    expect(pressed.value("consent_retracted_share")).toBeGreaterThan(0);
    const free = await press(0);
    expect(free.value("consultation_pressed_share")).toBe(0);
    expect(free.value("consent_retracted_share")).toBe(0);
  });
  it("frees its seats when the matter leaves the books, and asks each flat once", async () => {
    const { world } = runWeeks(await scenario("community", ...busy), 80, steps);
    const m = world.matters.columns;
    const open = new Set(m.serial.subarray(0, world.matters.rows));
    const { serial, vote, resident } = world.seats.columns;
    const asked = new Set<string>();
    for (let s = 0; s < world.seats.rows; s++) {
      expect(open.has(serial[s])).toBe(true);
      expect(vote[s]).toBeLessThanOrEqual(PRESSED);
      asked.add(`${serial[s]}/${resident[s]}`);
    }
    expect(asked.size).toBe(world.seats.rows);
    expect(vote.subarray(0, world.seats.rows).includes(ACCEPTS)).toBe(true);
  });
});

describe("the accounts of matters", () => {
  it("record less than all even without what neighbours settle, and never more than left the books", async () => {
    const { recorder } = runWeeks(await scenario("community", "mechanisms.neighbourhoodSettlement.mode=off"), 156);
    const recorded = recorder.value("settlement_rate_recorded");
    expect(recorded).toBeGreaterThan(0.5);
    expect(recorded).toBeLessThan(0.999);
    expect(recorder.value("settlement_rate_true")).toBeGreaterThan(0.5);
  });
});

describe("neighbours", () => {
  it("settle nothing without ability, and learn from what they settle", async () => {
    const run = runWeeks(
      await small("population.residents=3000"),
      0,
      only("arrivals", "routing", "neighbourhoodSettlement", "learningByDoing"),
    );
    const { ability } = run.world.residents.columns;
    ability.fill(0);
    for (let week = 0; week < 12; week++) run.step();
    expect(run.recorder.value("self_settled_share")).toBeNaN();
    ability.fill(0.2);
    for (let week = 0; week < 24; week++) run.step();
    expect(run.recorder.value("self_settled_share")).toBe(1);
    // All abilities fade alike; only what was settled among neighbours raises any.
    expect(Math.max(...ability)).toBeGreaterThan(0.2);
  });
});

describe("satisfaction", () => {
  it("comes to rest where endings and expectation meet: p (1 − γ) + γ / 2", async () => {
    const run = runWeeks(await small("mechanisms.satisfaction.heard=0", "mechanisms.satisfaction.surprise=0.5"), 0, only("satisfaction"));
    const { satisfaction, expectation } = run.world.residents.columns;
    for (let week = 0; week < 400; week++) {
      experience(run.world, 5, OF_COMMUNITY, ENDING, 1);
      run.step();
    }
    expect(expectation[5]).toBeCloseTo(1, 2);
    expect(satisfaction[5]).toBeCloseTo(0.75, 2);
    const before = satisfaction[6];
    expect(before).toBeCloseTo(0.62, 6); // nobody told resident 6
  });
  it("lets the satisfied bring more: demand at full satisfaction is e^η of that at none", async () => {
    const raised = async (s: number) => {
      const run = runWeeks(await scenario("zhonglou-tenth", "mechanisms.arrivals.inducedDemand=1"), 0, only("arrivals"));
      run.world.residents.columns.satisfaction.fill(s);
      for (let week = 0; week < 12; week++) run.step();
      return run.recorder.value("matters_raised");
    };
    expect((await raised(1)) / (await raised(0))).toBeGreaterThan(2.4);
    expect((await raised(1)) / (await raised(0))).toBeLessThan(3.1);
  });
});

describe("trust", () => {
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
  it("and satisfaction have one writer each", () => {
    for (const column of ["trustCommunity", "trustNeighbours", "trustOrganizations"])
      expect(mechanisms.filter(({ writes }) => writes.includes(`residents.${column}`)).map(({ id }) => id)).toEqual(["trust"]);
    for (const column of ["satisfaction", "expectation"])
      expect(mechanisms.filter(({ writes }) => writes.includes(`residents.${column}`)).map(({ id }) => id)).toEqual(["satisfaction"]);
  });
});

describe("the hands of workers", () => {
  it("bind: with half of their free hours, what they settle takes longer", async () => {
    const weeks = async (...set: string[]) =>
      runWeeks(
        await scenario("zhonglou-tenth", "population.residents=6585", "population.communities=1", "organizations.count=11", ...set),
        104,
      ).recorder;
    const usual = await weeks();
    const halved = await weeks("mechanisms.workerLoad.tasks=61");
    expect(halved.value("matters_open")).toBeGreaterThan(1.2 * usual.value("matters_open"));
  });
  it("hold severe cases longer, whose hours take more weeks", async () => {
    const run = runWeeks(await scenario("zhonglou-tenth"), 0, mechanisms);
    const served = [0, 0];
    const count = [0, 0];
    for (let week = 1; week <= 40; week++) {
      run.step();
      const m = run.world.matters.columns;
      for (let q = 0; q < run.world.matters.rows; q++) {
        if (classOfType[m.type[q]] !== CONFLICT || m.changed[q] !== week || m.recorded[q] === 0 || m.reopenings[q] > 0) continue;
        const severe = m.severity[q] >= 0.6 ? 1 : 0;
        served[severe] += week - m.raised[q];
        count[severe]++;
      }
    }
    expect(count[0]).toBeGreaterThan(100);
    expect(count[1]).toBeGreaterThan(100);
    expect(served[1] / count[1]).toBeGreaterThan(served[0] / count[0]);
  });
});
