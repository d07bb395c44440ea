import { expect, it } from "vitest";
import { type Observer, Simulation } from "../../src/engine/index.ts";
import { aroundResidents, cameLately, exposure, mechanisms } from "../../src/mechanisms/index.ts";
import { small } from "../support/scenarios.ts";

it("what is around a resident is what the next decision of that resident goes by", async () => {
  // Who asks does not move the bar, and nobody moves house between one week's end and the next week's invitations.
  const scenario = await small(
    "mechanisms.people.mode=off",
    "mechanisms.participation.closeness=0",
    "mechanisms.participation.pressure=0",
    "mechanisms.participation.habituation=0",
  );
  let told: { index: number; share: number; threshold: number }[] = [];
  const observer: Observer = {
    watches: (kind) => kind === "resident",
    decide: (_, __, { outcome }) => outcome,
    remark: ({ index, what, values }) => {
      if (what === "exposure") told.push({ index, share: values.share, threshold: values.threshold });
    },
  };
  const simulation = Simulation.start(scenario, mechanisms, { observer });
  const { world } = simulation;
  const p = scenario.mechanisms.participation as Parameters<typeof cameLately>[2];
  const everyone = Array.from({ length: world.residents.rows }, (_, i) => i);
  let compared = 0;
  for (let week = 1; week <= 20; week++) {
    const before = aroundResidents(world, everyone, p);
    const came = everyone.map((i) => cameLately(world, i, p));
    told = [];
    simulation.step();
    if (week === 1) continue; // the weight of the party circle is not known before the first week
    for (const { index, share, threshold } of told) {
      const { bar, circles } = before[index];
      const shares = circles.map(({ others }) => (others.length > 0 ? others.filter((j) => came[j]).length / others.length : 0));
      expect(
        exposure(
          circles.map(({ weight }) => weight),
          shares,
          circles.length,
        ),
        `resident ${index}, week ${week}`,
      ).toBe(share);
      expect(bar).toBeCloseTo(threshold, 10);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(100);
});
