import { describe, expect, it } from "vitest";
import { ASKED_BY_BRANCH, controls, INVITATION, invites, rewards, SENDERS, Simulation, supports, World } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { scenario } from "../support/scenarios.ts";

/** A district in which one law works alone; `prepare` sets it up, then so many weeks pass. */
async function alone(id: string, weeks: number, prepare: (world: World) => void, ...set: string[]): Promise<World> {
  const of = await scenario("community", "population.residents=400", "organizations.count=4", ...set);
  const world = World.build(of);
  const simulation = Simulation.start(
    of,
    mechanisms.filter((mechanism) => mechanism.id === id),
    { world },
  );
  prepare(world);
  for (let week = 0; week < weeks; week++) simulation.step();
  return world;
}
const adult = ({ residents }: World) => residents.columns.age.findIndex((age) => age >= 18);

describe("motivation", () => {
  it("moves by support towards one and by control towards zero, by so much a month, and counts a month's contacts once", async () => {
    const set = ["support=0.05", "control=0.1", "recovery=0"].map((one) => `mechanisms.motivationCrowding.${one}`);
    const m = async (input: (world: World, i: number) => void) => {
      let before = 0;
      const world = await alone(
        "motivationCrowding",
        8,
        (w) => {
          before = w.residents.columns.motivation[adult(w)];
          input(w, adult(w));
        },
        ...set,
      );
      return [before, world.residents.columns.motivation[adult(world)]];
    };
    const [a, free] = await m((w, i) => supports(w, i, 1));
    expect(free).toBeCloseTo(a + 0.05 * (1 - a), 6);
    const [b, pressed] = await m((w, i) => controls(w, i, 0.5));
    expect(pressed).toBeCloseTo(b - 0.1 * 0.5 * b, 6);
    const [c, often] = await m((w, i) => {
      for (let k = 0; k < 40; k++) supports(w, i, 0.7);
    });
    expect(often).toBeCloseTo(c + 0.05 * (1 - c), 6);
  });

  it("returns to its set point at its rate when nothing is met", async () => {
    const world = await alone(
      "motivationCrowding",
      40,
      (w) => w.residents.columns.motivation.fill(0.9),
      "mechanisms.motivationCrowding.recovery=0.1",
    );
    const { motivation, motivationSetPoint } = world.residents.columns;
    for (let i = 0; i < 50; i++) expect(motivation[i]).toBeCloseTo(motivationSetPoint[i] + (0.9 - motivationSetPoint[i]) * 0.9 ** 10, 5);
  });
});

describe("the extrinsic motive", () => {
  const set = ["gain=0.2", "base=0.3", "recovery=0.1", "crowding=1"].map((one) => `mechanisms.extrinsicMotive.${one}`);

  it("rises while rewards come, to a level of its own, and falls back when they stop, which is felt as control", async () => {
    const of = await scenario("community", "population.residents=400", "organizations.count=4", ...set);
    const world = World.build(of);
    const simulation = Simulation.start(
      of,
      mechanisms.filter(({ id }) => id === "extrinsicMotive"),
      { world },
    );
    const i = adult(world);
    for (let month = 0; month < 120; month++) {
      rewards(world, i, 0.5);
      for (let week = 0; week < 4; week++) simulation.step();
    }
    // a r (1 − e) = b (e − e0)
    const { extrinsic, controlMet } = world.residents.columns;
    expect(extrinsic[i]).toBeCloseTo((0.2 * 0.5 + 0.1 * 0.3) / (0.2 * 0.5 + 0.1), 3);
    expect(controlMet[i]).toBe(0);
    for (let week = 0; week < 4; week++) simulation.step();
    expect(extrinsic[i]).toBeCloseTo(0.65 - 0.1 * 0.35, 3);
    expect([3, 4]).toContain(controlMet[i]); // 3.5 hundredths
  });
});

describe("habituation", () => {
  it("forgets half of the invitations of each sender in its half-life", async () => {
    const world = await alone(
      "habituation",
      8,
      (w) => {
        for (let k = 0; k < 8; k++) invites(w, 3, ASKED_BY_BRANCH);
      },
      "mechanisms.habituation.halfLife=8",
    );
    const { asked } = world.residents.columns;
    expect(asked[3 * SENDERS + ASKED_BY_BRANCH]).toBeGreaterThanOrEqual(4 * INVITATION - 2);
    expect(asked[3 * SENDERS + ASKED_BY_BRANCH]).toBeLessThanOrEqual(4 * INVITATION);
    expect(asked.reduce((a, b) => a + b, 0)).toBe(asked[3 * SENDERS + ASKED_BY_BRANCH]);
  });
});

describe("taking part", () => {
  const everybody = [
    "sd=0",
    "noise=0",
    "age=0",
    "member=0",
    "motivation=0",
    "fatigue=0",
    "extrinsic=0",
    "mean=-1",
    "invitations=1",
    "closeInvitations=0",
    "groupInvitations=0",
  ].map((one) => `mechanisms.participation.${one}`);

  it("costs minutes of the week, meetings as well as volunteering, and nobody gives more than the week has", async () => {
    const world = await alone("participation", 1, () => {}, ...everybody, "mechanisms.participation.meeting=300");
    const { lastGovernance, lastVolunteering, minutesWeek, minutesYear, freeMinutes } = world.residents.columns;
    let governed = 0;
    for (let i = 0; i < world.residents.rows; i++) {
      expect(minutesWeek[i]).toBeLessThanOrEqual(freeMinutes[i]);
      if (lastGovernance[i] !== 1) continue;
      governed++;
      expect(minutesWeek[i]).toBeGreaterThanOrEqual(Math.min(freeMinutes[i], 150));
      if (lastVolunteering[i] !== 1) expect(minutesYear[i]).toBe(0);
    }
    expect(governed).toBeGreaterThan(100);
  });

  it("is heard less the oftener the same sender asks", async () => {
    const share = async (asks: number) => {
      const set = [
        ...everybody.filter((one) => !/mean|sd/.test(one)),
        "mechanisms.participation.mean=-0.2",
        "mechanisms.participation.sd=0.1",
        "mechanisms.participation.habituation=0.1",
      ];
      const world = await alone(
        "participation",
        1,
        (w) => {
          for (let i = 0; i < w.residents.rows; i++) for (let k = 0; k < SENDERS; k++) for (let n = 0; n < asks; n++) invites(w, i, k);
        },
        ...set,
      );
      return world.weekTotals.communities.columns.attendances[0] / world.weekTotals.communities.columns.invitations[0];
    };
    const [fresh, some, many] = [await share(0), await share(2), await share(6)];
    expect(fresh).toBeGreaterThan(0.9);
    expect(some).toBeLessThan(fresh);
    expect(many).toBeLessThan(0.05);
  });
});

describe("laws", () => {
  /** The only mechanism that may write a state, beside whoever comes and goes; inputs of a law are columns of their own. */
  const lawOf: Readonly<Record<string, string>> = {
    "residents.motivation": "motivationCrowding",
    "residents.extrinsic": "extrinsicMotive",
    "residents.fatigue": "fatigue",
    "residents.directorKnown": "familiarity",
    "residents.compliance": "normDiffusion",
    "residents.registered": "volunteerCentre",
    "residents.workplace": "jobChange",
  };

  it("are the only writers of their states", () => {
    const writers = Object.keys(lawOf).map((state) => [
      state,
      mechanisms.filter(({ id, writes }) => id !== "people" && writes.includes(state)).map(({ id }) => id),
    ]);
    expect(Object.fromEntries(writers)).toEqual(Object.fromEntries(Object.entries(lawOf).map(([state, law]) => [state, [law]])));
  });
});
