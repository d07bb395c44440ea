import fc from "fast-check";
import { expect, it } from "vitest";
import { inDrawnOrder } from "../../src/engine/index.ts";
import { Draws, drawKey } from "../../src/random/index.ts";

it("orders rows by the draws of their agents, and rows that draw the same as they were", () => {
  const draws = new Draws(drawKey("1"), "order");
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 200 }), (rows) => {
      const agent = Uint32Array.from({ length: 301 }, (_, row) => row >> 2); // four rows draw the same
      const drawn = (row: number) => draws.uniform(agent[row], 3);
      expect(inDrawnOrder(rows, agent, draws, 3)).toEqual(rows.toSorted((a, b) => drawn(a) - drawn(b)));
    }),
  );
});
