import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Simulation, World } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { BeyondMeans } from "../../src/population/index.ts";
import type { BaseScenario } from "../../src/scenario/index.ts";
import { anyOf, catalog } from "../support/anyParameters.ts";
import { busyDistricts, WEEKS } from "../support/busyDistricts.ts";
import { scenario } from "../support/scenarios.ts";
import { ColumnWatch } from "../support/watchColumns.ts";

function watched(of: BaseScenario, watch: ColumnWatch, weeks = WEEKS): string {
  const world = World.build(of, { kernels: "typescript" });
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
    for (const of of await busyDistricts()) {
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

  it("is all that its begin reads, where that is said apart", async () => {
    const early = mechanisms.filter(({ beginReads }) => beginReads !== undefined);
    expect(early.length).toBeGreaterThan(0);
    const watch = new ColumnWatch();
    const watchedOnes = new Map(watch.of(early).map((mechanism) => [mechanism.id, mechanism]));
    const [of] = await busyDistricts();
    const world = World.build(of, { kernels: "typescript" });
    const simulation = Simulation.start(
      of,
      mechanisms.map((mechanism) => ({ ...mechanism, begin: (watchedOnes.get(mechanism.id) ?? mechanism).begin }) as typeof mechanism),
      { world },
    );
    watch.watch(world);
    watch.during(() => {
      for (let week = 0; week < WEEKS; week++) simulation.step();
    });
    const state = new Set(mechanisms.flatMap(({ id, writes }) => (id === "people" ? [] : writes)));
    for (const { id, beginReads = [], writes } of early) {
      const read = [...(watch.touched.get(id)?.reads ?? [])].filter((name) => covers([...state], name));
      expect(read.length).toBeGreaterThan(0);
      for (const name of read) expect(covers([...beginReads, ...writes], name), `${id} begins with ${name}`).toBe(true);
      for (const name of watch.touched.get(id)?.writes ?? []) expect(covers(writes, name), `${id} writes ${name}`).toBe(true);
    }
  });

  it("is all that it writes under any valid parameters", async () => {
    const free = catalog.filter(({ path }) => path.startsWith("mechanisms.") || path === "partyBuilding" || path === "rigidity");
    await fc.assert(
      fc.asyncProperty(anyOf(free), async (set) => {
        const watch = new ColumnWatch();
        try {
          watched(await scenario("community", "population.residents=300", "organizations.count=20", ...set), watch, 9);
        } catch (error) {
          if (!(error instanceof BeyondMeans)) throw error; // some found more organizations than a run can hold
        }
        for (const { id, writes } of mechanisms) {
          for (const name of watch.touched.get(id)?.writes ?? []) expect(covers(writes, name), `${id} writes ${name}`).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });
});
