import fc from "fast-check";
import { expect, it } from "vitest";
import { World } from "../../../src/engine/index.ts";
import { TrailingYear } from "../../../src/observation/sums/trailingYear.ts";
import { takingFrom } from "../../../src/observation/takePart.ts";
import type { Column } from "../../../src/population/index.ts";
import { small } from "../../support/scenarios.ts";

it("sums what was counted in the last 52 weeks, or since the start, also when it was put away in between", async () => {
  const world = World.build(await small());
  const { communities, matters, durations } = world.weekTotals;
  const counts = fc.array(fc.nat(1000), { minLength: 60, maxLength: 130 });
  fc.assert(
    fc.property(counts, fc.nat(129), (weekly, stop) => {
      let year = new TrailingYear();
      for (const [w, count] of weekly.entries()) {
        world.week = w + 1;
        communities.columns.messages[0] = count;
        matters.columns.raised.fill(0)[w % matters.rows] = count;
        durations.columns.settled.fill(0)[w % 128] = count;
        durations.columns.matched.fill(0)[5] = count;
        const sums = year.turn(world);
        const last = weekly.slice(Math.max(0, w - 51), w + 1).reduce((a, b) => a + b, 0);
        expect([sums.weeks, sums.communities.messages, sums.matters.raised]).toEqual([Math.min(52, w + 1), last, last]);
        expect([sums.settled.reduce((a, b) => a + b, 0), sums.matched[5]]).toEqual([last, last]);
        if (w === stop) {
          const parts = new Map(year.parts().map(({ name, values }) => [name, values.slice() as Column]));
          year = new TrailingYear();
          year.restore(takingFrom(parts));
        }
      }
    }),
    { numRuns: 20 },
  );
});
