import { describe, expect, it } from "vitest";
import { abcRejection, abcSequential, type Posterior, type Simulate } from "../../../src/experiment/index.ts";
import { setupStream } from "../../../src/random/index.ts";

/** Six successes seen in twenty trials with unknown chance: with a uniform prior the posterior is Beta(7, 15). */
const successes: Simulate = async (proposals) =>
  proposals.map(({ name, point: [chance] }) => {
    const stream = setupStream("trials", name);
    const count = Array.from({ length: 20 }, () => stream.next()).filter((u) => u < chance).length;
    return { distances: [Math.abs(count - 6)], values: [count] };
  });
const known = { mean: 7 / 22, deviation: Math.sqrt((7 * 15) / (22 * 22 * 23)) };

function moments({ particles }: Posterior) {
  const mean = particles.reduce((sum, { point, weight }) => sum + weight * point[0], 0);
  const variance = particles.reduce((sum, { point, weight }) => sum + weight * (point[0] - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(variance) };
}

const size = { dimensions: 1, particles: 600, generations: 12, runs: 200_000, seed: "s" };

describe("approximate Bayesian computation", () => {
  it("by rejection finds the known posterior", async () => {
    const posterior = await abcRejection({ ...size, draws: 12_000, particles: 400 }, successes);
    expect(posterior.generations[0].tolerance).toBe(0);
    expect(posterior.particles.length).toBeGreaterThan(450); // all that are as near: one draw in 21
    expect(Math.abs(moments(posterior).mean - known.mean)).toBeLessThan(0.015);
    expect(Math.abs(moments(posterior).deviation / known.deviation - 1)).toBeLessThan(0.1);
  });

  it("by sequential Monte Carlo finds the same with fewer simulations, and weights that are not all equal", async () => {
    const posterior = await abcSequential(size, successes);
    expect(posterior.ended).toBe("met");
    expect(Math.abs(moments(posterior).mean - known.mean)).toBeLessThan(0.015);
    expect(Math.abs(moments(posterior).deviation / known.deviation - 1)).toBeLessThan(0.1);
    const { effective, proposed } = posterior.generations[posterior.generations.length - 1];
    expect(effective).toBeGreaterThan(300);
    expect(effective).toBeLessThan(600);
    expect(proposed).toBeLessThan(600 * 21);
    expect(posterior.particles.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("leaves what the data do not speak of as the prior had it, at the faces too", async () => {
    const posterior = await abcSequential({ ...size, dimensions: 2 }, successes);
    const thirds = [0, 0, 0];
    for (const { point, weight } of posterior.particles) thirds[Math.floor(3 * point[1])] += weight;
    for (const third of thirds) expect(Math.abs(third - 1 / 3)).toBeLessThan(0.06);
  });

  it("is the same whatever the order in which simulations end, and another for another seed", async () => {
    const few = { ...size, particles: 50, generations: 3 };
    const backwards: Simulate = async (proposals) => (await successes([...proposals].reverse())).toReversed();
    const posterior = await abcSequential(few, successes);
    expect(await abcSequential(few, backwards)).toEqual(posterior);
    expect(await abcSequential({ ...few, seed: "t" }, successes)).not.toEqual(posterior);
  });

  it("drops a generation for which the runs do not suffice, and says so", async () => {
    const posterior = await abcSequential({ ...size, particles: 50, runs: 120 }, successes);
    expect(posterior.ended).toBe("runs");
    expect(posterior.generations.length).toBeLessThan(3);
    expect(posterior.particles.length).toBe(50);
  });

  it("says when nothing nearer is left", async () => {
    const posterior = await abcSequential({ ...size, particles: 20 }, async (proposals) =>
      proposals.map(() => ({ distances: [1], values: [] })),
    );
    expect(posterior.ended).toBe("stuck");
  });
});
