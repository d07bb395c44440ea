import { expect, it } from "vitest";
import { drawsFrom, type Means, neutrality } from "../../src/experiment/index.ts";
import { measureIndex, measures } from "../../src/observation/index.ts";
import { small } from "../support/scenarios.ts";

const index = (id: string) => measureIndex.get(id) as number;

it("counts draws that help, harm or do neither, and leaves out those in which there was nothing to measure", async () => {
  const rows = await neutrality(await small(), { draws: 20, replicates: 3, seed: "s", weeks: 60 }, async (jobs) =>
    jobs.map(({ scenario: { partyBuilding, seed } }): Means => {
      const [, draw, replicate] = seed.split("/").map(Number);
      const on = partyBuilding === "on" ? 1 : 0;
      const means = new Float64Array(measures.length).fill(0.5);
      // Draws 0 to 9 help by 0.1 to 0.19, 10 to 14 harm, the others by as much in one replicate as they harm in another.
      const effect = draw < 10 ? 0.1 + draw / 100 : draw < 15 ? -0.1 : 0.1 * (replicate - 1);
      means[index("participation_rate")] += on * (effect + 0.001 * replicate);
      // Nothing was settled in half of the draws.
      means[index("self_settled_share")] = draw % 2 === 0 ? Number.NaN : 0.5 + on * (0.1 + 0.001 * replicate);
      // The same in all replicates: by how much others would differ is not known.
      means[index("motivation_mean")] += on * 0.1;
      return [means];
    }),
  );
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome);
  expect(of("participation_rate")).toMatchObject({ help: 0.5, none: 0.25, harm: 0.25, count: 20 });
  expect(of("participation_rate")?.median).toBeCloseTo((0.101 + 0.001) / 2, 9); // between the least that helps and none
  expect(of("self_settled_share")).toMatchObject({ help: 1, none: 0, harm: 0, count: 10 });
  expect(of("self_settled_share")?.median).toBeCloseTo(0.101, 9);
  expect(of("motivation_mean")).toMatchObject({ help: 0, none: 1, harm: 0, count: 20 });
});

it("takes its draws from a posterior where there is one", async () => {
  const sets = [{ weight: 1, parameters: { rigidity: 0.125 } }];
  const size = { draws: 3, replicates: 2, seed: "s", weeks: 60 };
  const seen = new Set<number>();
  await neutrality(
    await small(),
    size,
    async (jobs) =>
      jobs.map(({ scenario }): Means => {
        seen.add(scenario.rigidity);
        return [new Float64Array(measures.length)];
      }),
    drawsFrom(sets),
  );
  expect([...seen]).toEqual([0.125]);
});

it("names the parameter that parts help from harm, and where", async () => {
  const rows = await neutrality(await small(), { draws: 120, replicates: 2, seed: "s", weeks: 60 }, async (jobs) => {
    return jobs.map(({ scenario }): Means => {
      const means = new Float64Array(measures.length).fill(0.5);
      const sign = scenario.rigidity < 0.5 ? 1 : -1;
      const noise = 0.001 * Number(scenario.seed.split("/")[2]);
      if (scenario.partyBuilding === "on") means[index("participation_rate")] += 0.1 * sign + noise;
      return [means];
    });
  });
  const [participation, ...others] = rows;
  expect(participation.deciding.map(({ path }) => path)).toEqual(["rigidity"]);
  expect(participation.deciding[0].correlation).toBeLessThan(-0.8);
  expect(participation.foretold).toBeGreaterThan(0.6);
  const [below, above] = participation.regions;
  expect(below).toMatchObject({ help: 1, harm: 0, bounds: [{ path: "rigidity", side: "below", value: expect.closeTo(0.5, 1) }] });
  expect(above).toMatchObject({ help: 0, harm: 1 });
  for (const { deciding, foretold, regions } of others) expect([deciding, foretold, regions.length]).toEqual([[], 0, 1]);
});

it("foretells nothing of a set of parameters from the same set drawn once more", async () => {
  const sets = Array.from({ length: 10 }, (_, k) => ({ weight: 1, parameters: { rigidity: k / 10 } }));
  const rows = await neutrality(
    await small(),
    { draws: 160, replicates: 2, seed: "s", weeks: 60 },
    async (jobs) =>
      jobs.map(({ scenario }): Means => {
        const means = new Float64Array(measures.length).fill(0.5);
        // Each set has an effect of its own, which says nothing of its neighbours.
        const own = [0.1, 0.1, -0.1, 0.1, -0.1, -0.1, 0.1, -0.1, -0.1, 0.1][Math.round(scenario.rigidity * 10)];
        if (scenario.partyBuilding === "on") means[index("participation_rate")] += own + 0.001 * Number(scenario.seed.split("/")[2]);
        return [means];
      }),
    drawsFrom(sets),
  );
  const [participation] = rows;
  expect(participation.count).toBe(160);
  expect([participation.deciding, participation.foretold, participation.regions.length]).toEqual([[], 0, 1]);
});
