import { describe, expect, it } from "vitest";
import { Trunks } from "../../../src/experiment/batch/trunks.ts";
import { executeRun, meansOrder, type RunOrder } from "../../../src/experiment/index.ts";
import type { Intervention } from "../../../src/scenario/index.ts";
import { scenario, small } from "../../support/scenarios.ts";

const base = await small("population.communities=2");
const later = (week: number, path: string, value: Intervention["value"]): Intervention => ({ week, path, value });

/** A run to week 16 with changes, which may share weeks with others. */
const order = (interventions: Intervention[], shared?: number, seed = "1", weeks = 16): RunOrder => ({
  ...meansOrder({ ...base, seed, weeks, interventions }, [[1, weeks]]),
  ...(shared === undefined ? {} : { shared }),
});
const result = (of: RunOrder) => {
  const found = executeRun(of, () => []);
  if (!found.ok) throw new Error(found.cause);
  return found;
};

describe("runs that share their first weeks", () => {
  const changes: Intervention[][] = [
    [],
    [later(9, "partyBuilding", "off")],
    [later(9, "partyBuilding", "placebo")],
    [later(9, "rigidity", 1), later(12, "mechanisms.timeBank.mode", "off")],
    [{ ...later(9, "mechanisms.communityAlliance.mode", "off"), communities: [1] }],
    [later(4, "rigidity", 0), later(10, "rigidity", 1)], // its past is another one
  ];

  it.each(["wasm", "typescript"] as const)("end as from the beginning, to the last bit, with kernels in %s", (kernels) => {
    for (const seed of ["1", "2"])
      for (const interventions of changes) {
        const [whole, forked] = [undefined, 8].map((shared) => executeRun(order(interventions, shared, seed), () => [], kernels));
        expect(whole.ok, JSON.stringify(whole)).toBe(true);
        expect(forked).toEqual(whole);
      }
  });

  it("differ where they are to differ, and only there", () => {
    const states = changes.map((interventions) => result(order(interventions, 8)).digest.state);
    expect(new Set(states).size).toBe(changes.length);
  });

  it("may end in other weeks, one of them with the shared ones", () => {
    for (const weeks of [8, 12, 20, 6]) expect(result(order([], 8, "1", weeks))).toEqual(result(order([], undefined, "1", weeks)));
  });

  it("run them once as long as they come one after the other", () => {
    const trunks = new Trunks();
    const begun = [order([], 8), order(changes[1], 8), order(changes[3], 8, "1", 20), order(changes[5], 8), order([], 8, "2"), order([])];
    expect(begun.map((of) => [trunks.begin(of).world.week, trunks.runs])).toEqual([
      [8, 1],
      [8, 1],
      [8, 1],
      [8, 2],
      [8, 3],
      [0, 3],
    ]);
  });

  it("keep what they are to keep of the shared weeks too", () => {
    const kept = (shared: number | undefined): RunOrder => {
      const of = order([], shared);
      return { ...of, keep: { ...of.keep, measures: ["participation_rate"], every: 2, snapshots: [4] } };
    };
    const files = (week: number): [string, () => ArrayBuffer][] => [["state.parquet", () => Uint8Array.of(week).buffer]];
    const [whole, shared] = [undefined, 8].map((of) => executeRun(kept(of), ({ week }) => files(week)));
    expect(shared).toEqual(whole);
    expect(whole.ok && whole.snapshots).toHaveLength(1);
  });

  it("are told apart by all that was before", async () => {
    const other = { ...order([], 8), scenario: { ...(await scenario("community", "population.residents=300")), weeks: 16 } };
    expect(result(other).digest.state).not.toBe(result(order([], 8)).digest.state);
  });
});
