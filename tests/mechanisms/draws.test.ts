import { describe, expect, it } from "vitest";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { hashText } from "../../src/numeric/index.ts";
import { Draws } from "../../src/random/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const WEEKS = 6;

/** All draws of a run by stream: key (agent, week, draw) -> number. */
async function drawsOf(...set: string[]): Promise<Map<number, Map<string, number>>> {
  const seen = new Map<number, Map<string, number>>();
  const original = Draws.prototype.uint32;
  Draws.prototype.uint32 = function (this: Draws, agent: number, draw = 0) {
    const value = original.call(this, agent, draw);
    const { stream } = this as unknown as { stream: number };
    let of = seen.get(stream);
    if (!of) seen.set(stream, (of = new Map()));
    of.set(`${agent}/${this.week}/${draw}`, value);
    return value;
  };
  try {
    runWeeks(await small(...set), WEEKS);
  } finally {
    Draws.prototype.uint32 = original;
  }
  return seen;
}

describe("draws", () => {
  it("have a stream of their own for every mechanism", () => {
    const ids = mechanisms.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map(hashText)).size).toBe(ids.length);
  });

  it("of all other mechanisms are the same, number by number, when any one is switched off", async () => {
    const own = mechanisms.map(({ id }) => id);
    const before = await drawsOf();
    expect(before.size).toBeGreaterThan(40);
    for (const id of own) {
      const off = await drawsOf(`mechanisms.${id}.mode=off`);
      expect(off.has(hashText(id)), id).toBe(false);
      let compared = 0;
      for (const [stream, numbers] of off) {
        const with_ = before.get(stream);
        if (!with_) continue;
        for (const [key, value] of numbers) {
          const there = with_.get(key);
          if (there === undefined) continue;
          compared++;
          if (there !== value) throw new Error(`${id} off changes the draw ${key} of stream ${stream}`);
        }
      }
      expect(compared, id).toBeGreaterThan(1000);
    }
  });
});
