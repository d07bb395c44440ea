import { expect, it } from "vitest";
import { type Expansion, pooledDifferences, RunTable } from "../../../src/experiment/index.ts";
import { expanded, tinyPlan } from "../../support/plans.ts";

const ARMS = "arms: { off: { set: { partyBuilding: off } }, on: { set: { partyBuilding: on } } }";

function pooled({ plan, arms, points, replicates, keep }: Expansion, difference: (point: number, replicate: number) => number) {
  const runs = new RunTable();
  for (let point = 0; point < points; point++)
    for (let replicate = 0; replicate < replicates; replicate++) {
      const common = 100 * point + 7 * replicate; // what both arms have in common does not count
      runs.add({ point, replicate, arm: "off" }, [common]);
      runs.add({ point, replicate, arm: "on" }, [common + difference(point, replicate)]);
    }
  return pooledDifferences(plan, { arms, outcomes: keep.outcomes, points }, runs)[0];
}

it("arms of a grid are compared replicate by replicate, over all points", async () => {
  const plan = await expanded(tinyPlan("factors: { rigidity: [0, 1] }", "replicates: 3", ARMS));
  // Replicates 0, 1, 2 differ by 1, 2, 3 on average over the two points.
  const { arms, difference, deviation } = pooled(plan, (point, replicate) => replicate + 1 + (point === 0 ? 0.5 : -0.5));
  expect(arms).toEqual(["on", "off"]);
  expect([difference.mean, difference.count, deviation]).toEqual([2, 3, 1]);
  expect(difference.high).toBeCloseTo(2 + 4.302653 / Math.sqrt(3), 5);
});

it("arms at points that are drawn are compared point by point, and along trajectories as a whole", async () => {
  const drawn = await expanded(
    tinyPlan("factors: { rigidity: { from: 0, to: 1 } }", "design: { kind: latinHypercube, size: 5 }", "replicates: 2", ARMS),
  );
  expect(pooled(drawn, (point) => point).difference).toMatchObject({ mean: 2, count: 5 });
  const screened = await expanded(tinyPlan("factors: { rigidity: { from: 0, to: 1 } }", "design: { kind: morris, size: 3 }", ARMS));
  expect(pooled(screened, (point) => point).difference).toMatchObject({ mean: 2.5, count: 3 });
});

it("a replicate that lacks a point does not count", async () => {
  const plan = await expanded(tinyPlan("factors: { rigidity: [0, 1] }", "replicates: 3", ARMS));
  expect(pooled(plan, (point, replicate) => (point === 1 && replicate === 2 ? Number.NaN : 1)).difference.count).toBe(2);
});

it("rows with random numbers of their own are a sample: arms are compared row by row", async () => {
  const rows = (draws: string) =>
    expanded(tinyPlan(`design: { kind: rows, draws: ${draws}, rows: [{ rigidity: 0.1 }, { rigidity: 0.2 }, { rigidity: 0.3 }] }`, ARMS));
  expect(pooled(await rows("own"), (point) => point + 1).difference).toMatchObject({ mean: 2, count: 3 });
  expect(pooled(await rows("common"), (point) => point + 1).difference).toMatchObject({ mean: 2, count: 1 });
});
