import { describe, expect, it } from "vitest";
import type { World } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import type { GroupHistory } from "../../src/observation/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const WEEKS = 52;
const scenario = await small("population.residents=1500");

/** Who attends what in a world, by the world itself. */
const attended = ({ residents }: World): string[] =>
  Array.from(residents.columns.groups.subarray(0, residents.rows * 3))
    .flatMap((group, k) => (group >= 0 ? [`${Math.floor(k / 3)} ${group}`] : []))
    .sort();
const inWeek = (history: GroupHistory, week: number): string[] =>
  [...history.attendances()]
    .filter(({ from, to }) => from <= week && week <= to)
    .map(({ resident, group }) => `${resident} ${group}`)
    .sort();

describe("attendance of interest groups in every week", () => {
  it("comes back as it was, changes nothing, and goes on from a checkpoint", () => {
    const run = Run.start(scenario, mechanisms);
    const { groups } = run.keepPast();
    const then = [attended(run.world)];
    let middle: Uint8Array | undefined;
    while (run.world.week < WEEKS) {
      run.step();
      then.push(attended(run.world));
      if (run.world.week === 20) middle = run.checkpoint("test");
    }
    expect(run.stateDigest()).toBe(runWeeks(scenario, WEEKS).stateDigest());
    for (const [week, those] of then.entries()) expect(inWeek(groups, week)).toEqual(those);
    expect(new Set(then.map(String)).size).toBeGreaterThan(5); // it changes
    const resumed = Run.resume(middle as Uint8Array, mechanisms);
    if (!resumed.ok) throw new Error(tellSaid("en", resumed.message));
    while (resumed.run.world.week < WEEKS) resumed.run.step();
    expect([...resumed.run.keepPast().groups.attendances()]).toEqual([...groups.attendances()]);
  });
});
