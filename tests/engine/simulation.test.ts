import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { World } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { kernelTargets } from "../../src/kernels/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { BeyondMeans } from "../../src/population/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { anyOf, catalog } from "../support/anyParameters.ts";
import { readText, runWeeks, scenario, small } from "../support/scenarios.ts";

describe("golden digests", () => {
  // They change when a rule, a default, the order of columns or the population changes: then say so in the commit,
  // and that seeded results differ. They must never change with the machine, the engine or the number of threads.
  it.each([
    ["community", "1", 26],
    ["community", "另一个种子", 26],
    ["zhonglou-tenth", "7", 8],
  ] as const)("%s, seed %s, %i weeks", async (name, seed, weeks) => {
    expect(runWeeks(await scenario(name, `seed=${seed}`), weeks).stateDigest()).toMatchSnapshot();
  });

  it("are the same, whatever runs kernels", async () => {
    const of = await scenario("community", "seed=1");
    const [compiled, read] = kernelTargets.map((kernels) => {
      const run = Run.start(of, mechanisms, World.build(of, { kernels }));
      expect(run.world.memory.kernels).toBe(kernels);
      for (let week = 0; week < 26; week++) run.step();
      return run.stateDigest();
    });
    expect(compiled).toBe(read);
  });

  it.each(["1-neighbours", "2-matters", "3-organizations", "4-circles", "5-programme"])("rung %s of the ladder, 26 weeks", async (rung) => {
    const reading = await readText(`extends: ladder/${rung}.yaml`, ["population.residents=6585"]);
    if (!reading.ok) throw new Error("cannot be read");
    expect(runWeeks(reading.scenario, 26).stateDigest()).toMatchSnapshot();
  });
});

describe("a run", () => {
  it("goes on from a checkpoint to the same bits, in state and in measures", async () => {
    // Many organizations are founded, so that tables and accounts grow before and after the checkpoint.
    const of = await small(
      "organizations.count=40",
      "mechanisms.densityDependence.founding=1",
      "mechanisms.densityDependence.competition=0",
    );
    const whole = runWeeks(of, 60);
    expect(whole.world.organizations.rows).toBeGreaterThan(80);
    const half = runWeeks(of, 23);
    const resumed = Run.resume(half.checkpoint("test"), mechanisms);
    if (!resumed.ok) throw new Error(tellSaid("en", resumed.message));
    while (resumed.run.world.week < 60) resumed.run.step();
    expect(resumed.run.stateDigest()).toBe(whole.stateDigest());
    expect(resumed.run.measuresDigest()).toBe(whole.measuresDigest());
  });

  it("refuses a checkpoint that is damaged, cut off or none at all", async () => {
    const bytes = runWeeks(await small(), 2).checkpoint("test");
    const message = (from: Uint8Array) => {
      const resumed = Run.resume(from, mechanisms);
      return resumed.ok ? "" : tellSaid("en", resumed.message);
    };
    const damaged = bytes.slice();
    damaged[5000] ^= 1;
    expect(message(damaged)).toContain("damaged or only half written");
    expect(message(bytes.slice(0, bytes.length - 10))).toContain("damaged or only half written");
    expect(message(new TextEncoder().encode("title: this is a scenario, not a checkpoint of any kind"))).toContain("is not a checkpoint");
  });

  it("has one digest, wherever its columns lie", async () => {
    const [run, other] = [runWeeks(await small(), 2), runWeeks(await small(), 2)];
    expect(run.stateDigest()).toBe(other.stateDigest());
    run.shareOut([]); // state moves to shared memory
    expect(run.stateDigest()).toBe(other.stateDigest());
  });

  it("is not changed by being observed", async () => {
    const of = await small();
    const observed = runWeeks(of, 12);
    const { Simulation } = await import("../../src/engine/index.ts");
    const alone = Simulation.start(of, mechanisms);
    for (let week = 0; week < 12; week++) alone.step();
    expect(alone.digest()).toBe(observed.stateDigest());
  });

  it("throws if anything in it calls Math.random or reads the clock", async () => {
    const kept = { random: Math.random, now: Date.now };
    const forbidden = () => {
      throw new Error("not in a run");
    };
    Object.assign(Math, { random: forbidden });
    Object.assign(Date, { now: forbidden });
    try {
      runWeeks(await small(), 56);
    } finally {
      Object.assign(Math, { random: kept.random });
      Object.assign(Date, { now: kept.now });
    }
  });

  it("with party building off equals, bit for bit, a run with any other values of its parameters", async () => {
    const programme = catalog.filter((entry) => entry.partyBuilding && entry.path !== "partyBuilding");
    expect(programme.length).toBeGreaterThan(15);
    const plain = runWeeks(await small("partyBuilding=off"), 12).stateDigest();
    await fc.assert(
      fc.asyncProperty(anyOf(programme), async (set) => {
        expect(runWeeks(await small("partyBuilding=off", ...set), 12).stateDigest()).toBe(plain);
      }),
      { numRuns: 15 },
    );
  });

  it("balances its ledger every week under any valid parameters of its mechanisms", async () => {
    const free = catalog.filter(({ path }) => path.startsWith("mechanisms.") || path === "partyBuilding" || path === "rigidity");
    await fc.assert(
      fc.asyncProperty(anyOf(free), async (set) => {
        // Each week of a run ends with assertBalanced, which throws; one beyond the means of a run has no end.
        const of = await small("population.residents=300", ...set);
        try {
          expect(runWeeks(of, 9).world.week).toBe(9);
        } catch (error) {
          if (!(error instanceof BeyondMeans)) throw error;
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(mechanisms.map(({ id }) => id))("leaves the draws of all other mechanisms as they are when %s is off", async (id) => {
    // Matters raised in the first week depend on draws of arrivals alone: with any other mechanism off, they are the same.
    const raised = (set: string[]) =>
      small(...set).then((of) => Array.from(runWeeks(of, 1).world.matters.columns.resident.subarray(0, 12)));
    const off = await raised([`mechanisms.${id}.mode=off`]);
    if (id === "arrivals") expect(off.every((resident) => resident === -1)).toBe(true);
    else expect(off).toEqual(await raised([]));
  });
});
