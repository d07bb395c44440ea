import { afterAll, describe, expect, it } from "vitest";
import { boundaries } from "../../proof/kills/boundaries.ts";
import { bytes } from "../../proof/kills/bytes.ts";
import { tidy } from "../../proof/kills/commands.ts";
import { kills } from "../../proof/kills/kinds.ts";
import { setupStream } from "../../src/random/index.ts";

afterAll(tidy);

// A hundred moments: npm run kills. All places: npm run kills -- --every.
describe.each(kills)("$id", ({ id, what, missing, moment }) => {
  it.skipIf(missing !== undefined && !process.env.CI)(what, async () => {
    expect(missing).toBeUndefined();
    const stream = setupStream("ci", `kills/${id}`);
    await moment(() => stream.next());
  });
});

it.each([{ ...bytes, some: 400 }, ...boundaries.map((kind) => ({ ...kind, some: 2 }))])(
  "$id: some of all places",
  async ({ places, some }) => {
    const all = await places();
    for (let k = 0; k < some; k++) await all[Math.floor(((k + 0.5) * all.length) / some)].befalls();
  },
);

// Found by trying all.
it("a batch that was killed while it said in its folder what that holds leaves no part of it there", async () => {
  const all = await boundaries[0].places();
  for (const { befalls } of all.filter(({ name }) => /^step [45]\b/.test(name))) await befalls();
});
