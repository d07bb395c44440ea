import { afterAll, describe, expect, it } from "vitest";
import { tidy } from "../../proof/kills/commands.ts";
import { kills } from "../../proof/kills/kinds.ts";
import { setupStream } from "../../src/random/index.ts";

afterAll(tidy);

// A hundred moments: npm run kills.
describe.each(kills)("$id", ({ id, what, missing, moment }) => {
  it.skipIf(missing !== undefined && !process.env.CI)(what, async () => {
    expect(missing).toBeUndefined();
    const stream = setupStream("ci", `kills/${id}`);
    await moment(() => stream.next());
  });
});
