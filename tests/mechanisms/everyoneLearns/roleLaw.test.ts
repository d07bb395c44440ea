import { expect, it } from "vitest";
import { only, runWeeks, small } from "../../support/scenarios.ts";

it("roles come to rest at the shares of hours, sum to one, and stand still without hours", async () => {
  const run = runWeeks(await small(), 0, only("roleLaw"));
  const o = run.world.organizations.columns;
  o.alive.fill(1, 0, run.world.organizations.rows);
  o.type.fill(0);
  const before = [...o.role.subarray(4, 8)];
  o.hoursService[0] = 500;
  o.hoursModelling[0] = 100;
  o.hoursGuiding[0] = 300;
  o.hoursSeeking[0] = 100;
  for (let week = 0; week < 400; week++) run.step();
  [0.5, 0.1, 0.3, 0.1].forEach((share, k) => {
    expect(o.role[k]).toBeCloseTo(share, 3);
  });
  expect(o.role.subarray(0, 4).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
  expect([...o.role.subarray(4, 8)]).toEqual(before);
});
