import { expect, it } from "vitest";
import { nodeKinds } from "../../src/circles/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { membershipsFrame, QUARTER } from "../../src/worker/membershipsFrame.ts";
import { small } from "../support/scenarios.ts";

const RESIDENT = nodeKinds.length;

it("gathers who attended each interest group of a community, quarter by quarter", async () => {
  const run = Run.start(await small("population.residents=1500"), mechanisms);
  const past = run.keepPast();
  /** [quarter] by group: who attended it in any of its weeks; the start belongs to the first quarter. */
  const there: Map<number, Set<number>>[] = [new Map(), new Map()];
  const look = (quarter: number) => {
    const { columns, rows } = run.world.residents;
    for (let k = 0; k < rows * 3; k++) {
      const group = columns.groups[k];
      if (group >= 0) there[quarter].set(group, (there[quarter].get(group) ?? new Set()).add(Math.floor(k / 3)));
    }
  };
  look(0);
  while (run.world.week < 2 * QUARTER) {
    run.step();
    look(Math.ceil(run.world.week / QUARTER) - 1);
  }
  const { quarter, hub, offsets, members, kind, index, community } = membershipsFrame(run.world, past, "group", 0);
  expect(new Set(kind)).toEqual(new Set([RESIDENT]));
  expect(new Set(community)).toEqual(new Set([0]));
  const found = Array.from(quarter, (at, k) => [at, hub[k], [...members.subarray(offsets[k], offsets[k + 1])].map((m) => index[m])]);
  const expected = there.flatMap((groups, at) =>
    [...groups].filter(([, those]) => those.size > 1).map(([group, those]) => [at, group, [...those].sort((a, b) => a - b)] as const),
  );
  expect(found.length).toBeGreaterThan(5);
  expect(found).toEqual(expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
});
