import { expect, it } from "vitest";
import { foundIn } from "../../src/pages/laboratory/real/found.ts";
import type { FinishedRuns } from "../../src/worker/experiments/protocol.ts";

const of = { replicates: 60, outcomes: [{ name: "participation_rate", measure: "participation_rate", span: [1, 8] }] } as never;
const run = (replicate: number, arm: string, value: number) => ({ point: 0, replicate, arm, outcomes: [value] });
const found = (runs: FinishedRuns["runs"]) => foundIn({ of, runs })[0];

it("pairs are the changed run minus that of the baseline, whichever came first", () => {
  const { baseline, changed, difference } = found([
    run(0, "changed", 0.5),
    run(0, "baseline", 0.4),
    run(1, "baseline", 0.2),
    run(1, "changed", 0.4),
  ]);
  expect(baseline).toBeCloseTo(0.3, 12);
  expect(changed).toBeCloseTo(0.45, 12);
  expect(difference.mean).toBeCloseTo(0.15, 12);
  expect(difference.count).toBe(2);
});

it("a pair that came in before one that is not there yet does not count", () => {
  const { difference } = found([
    run(0, "baseline", 0.1),
    run(0, "changed", 0.2),
    run(1, "baseline", 0.1),
    run(2, "baseline", 0),
    run(2, "changed", 0.9),
  ]);
  expect(difference.count).toBe(1);
});
