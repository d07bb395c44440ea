import { describe, expect, it } from "vitest";
import { ACCEPTS, concernedBy, floorOf, MOST_CONCERNED, matterTypes, PRESSED, Simulation, World } from "../../../src/engine/index.ts";
import { reaches } from "../../../src/mechanisms/casesAreWorked/meeting.ts";
import { opinionOf } from "../../../src/mechanisms/casesAreWorked/opinion.ts";
import { Draws, drawKey } from "../../../src/random/index.ts";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";

const elevator = matterTypes.indexOf("elevatorInstallation");
const parking = matterTypes.indexOf("parkingNegotiation");

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
    const moved = async (stepSize: number) => {
      const of = await scenario("community", ...busy, `mechanisms.consultation.stepSize=${stepSize}`);
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
        "organizations.traditionalTypes=[1,0,0,0]",
        "organizations.newTypes=0",
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
        await scenario("community", ...busy, `mechanisms.consultation.pressing=${pressing}`, "mechanisms.consultation.retraction=0.5"),
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
