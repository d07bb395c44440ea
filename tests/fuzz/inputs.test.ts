import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds } from "../../proof/fuzz/kinds.ts";
import { scenarios } from "../../proof/fuzz/scenarios.ts";
import { counts } from "../../proof/fuzz/texts.ts";

const numRuns = 200;

// Any number of them: npm run fuzz -- --of plans --runs 5000 --seed 1.
describe.each(kinds.filter((kind) => kind !== scenarios))("$id", ({ holds, any, check }) => {
  it(holds, async () => {
    await fc.assert(fc.asyncProperty(any, check), { seed: 11, numRuns });
  });
});

it("some texts are read, and most refused", () => {
  expect(counts.read).toBeGreaterThan(numRuns / 8);
  expect(counts.refused).toBeGreaterThan(numRuns);
});
