import { median } from "simple-statistics";
import { exp } from "../../numeric/index.ts";
import { setupStream } from "../../random/index.ts";
import { truncatedKernel } from "./kernel.ts";

/** A point of the unit cube that is to be simulated; the name gives its run draws of its own. */
export interface Proposal {
  name: string;
  point: readonly number[];
}

/** How far the simulations of a point lie from what is known, and what is to be kept of them. */
export interface Simulated {
  /** [replicate] 0 where nothing is left to be wished; NaN where it cannot be said. */
  distances: readonly number[];
  values: readonly number[];
}

/** Answers stand in the order of the proposals. */
export type Simulate = (proposals: readonly Proposal[]) => Promise<readonly Simulated[]>;

export interface Particle extends Simulated {
  point: readonly number[];
  /** Of its nearest simulation. */
  distance: number;
  /** Sum 1 over all particles. */
  weight: number;
}

export interface Generation {
  /** Distance up to which points were accepted. */
  tolerance: number;
  /** Points simulated for it. */
  proposed: number;
  accepted: number;
  /** Effective sample size, 1 / sum of squared weights (Kish 1965). */
  effective: number;
}

export interface Posterior {
  particles: Particle[];
  generations: Generation[];
  /** Why it ended: all was met, or so many generations, or the runs were used up, or no smaller distance was found. */
  ended: "met" | "generations" | "runs" | "stuck";
}

const effectiveSize = (particles: readonly Particle[]) => 1 / particles.reduce((sum, { weight }) => sum + weight * weight, 0);
/** Simulations of a point that are near enough: each counts (the B_t of Toni et al.). */
const within = ({ distances }: Simulated, tolerance: number) => distances.filter((distance) => distance <= tolerance).length;
/** Weights in proportion to shares. */
const weighted = (particles: Omit<Particle, "weight">[], shares: readonly number[]): Particle[] => {
  const sum = shares.reduce((total, share) => total + share, 0);
  return particles.map((particle, i) => ({ ...particle, weight: shares[i] / sum }));
};
const particle = (point: readonly number[], simulated: Simulated): Omit<Particle, "weight"> => ({
  point,
  ...simulated,
  distance: Math.min(...simulated.distances.filter((distance) => !Number.isNaN(distance))),
});

async function fromPrior(dimensions: number, draws: number, seed: string, simulate: Simulate) {
  const proposals = Array.from({ length: draws }, (_, i): Proposal => {
    const stream = setupStream(seed, `calibrate/0/${i}`);
    return { name: `0/${i}`, point: Array.from({ length: dimensions }, () => stream.next()) };
  });
  const simulated = await simulate(proposals);
  const found = proposals.map(({ point }, i) => particle(point, simulated[i])).filter(({ distance }) => Number.isFinite(distance));
  if (found.length === 0) throw new Error(`abc: no distance of ${draws} draws from the prior is a number. Look at the patterns.`);
  return found;
}

/**
 * Approximate Bayesian computation by rejection: of draws from a uniform prior those are kept that come nearest, and all that
 * are as near.
 *
 * Source: J. K. Pritchard et al. (1999), Mol. Biol. Evol. 16(12), 1791-1798; nearest share: M. A. Beaumont, W. Zhang,
 * D. J. Balding (2002), Genetics 162(4), 2025-2035.
 */
export async function abcRejection(
  { dimensions, draws, particles, seed }: { dimensions: number; draws: number; particles: number; seed: string },
  simulate: Simulate,
): Promise<Posterior> {
  const found = await fromPrior(dimensions, draws, seed, simulate);
  const tolerance = found.map(({ distance }) => distance).sort((a, b) => a - b)[Math.min(particles, found.length) - 1];
  const near = found.filter(({ distance }) => distance <= tolerance);
  const kept = weighted(
    near,
    near.map((one) => within(one, tolerance)),
  );
  return {
    particles: kept,
    generations: [{ tolerance, proposed: draws, accepted: kept.length, effective: effectiveSize(kept) }],
    ended: tolerance === 0 ? "met" : "runs",
  };
}

/**
 * Approximate Bayesian computation by sequential Monte Carlo: generations of particles under falling tolerance, each proposed
 * by moving one of the last and weighted by prior over proposal density.
 *
 *   w_i = b_i / sum_j w_j K(x_i | x_j)   for a uniform prior on the unit cube
 *
 *   b_i  simulations of the point that were near enough: 1 where each point is simulated once
 *
 * Sources: T. Toni et al. (2009), J. R. Soc. Interface 6(31), 187-202. doi:10.1098/rsif.2008.0172; kernel and weights:
 * M. A. Beaumont et al. (2009), Adaptive approximate Bayesian computation, Biometrika 96(4), 983-990.
 * doi:10.1093/biomet/asp052. The tolerance is the median distance of the generation before. Departure: steps are cut off at
 * the faces of the prior, and their density counts that, where the sources draw again.
 *
 * Draws: each proposal from a set-up stream of its own. Points are simulated in rounds of as many as there are particles, and
 * accepted in their order: neither threads nor luck with time change the posterior.
 *
 * @param options.runs  most simulations; a generation that they do not suffice for is dropped
 */
export async function abcSequential(
  {
    dimensions,
    particles,
    generations,
    runs,
    seed,
  }: { dimensions: number; particles: number; generations: number; runs: number; seed: string },
  simulate: Simulate,
): Promise<Posterior> {
  const first = await fromPrior(dimensions, particles, seed, simulate);
  let now = weighted(
    first,
    first.map((one) => within(one, Number.MAX_VALUE)),
  );
  const largest = (of: readonly Particle[]) =>
    of.reduce((most, { distances }) => distances.reduce((m, d) => (d > m && Number.isFinite(d) ? d : m), most), 0);
  const past: Generation[] = [{ tolerance: largest(now), proposed: particles, accepted: now.length, effective: effectiveSize(now) }];
  let used = particles;
  const end = (ended: Posterior["ended"]): Posterior => ({ particles: now, generations: past, ended });
  for (let t = 1; ; t++) {
    const { tolerance: before } = past[t - 1];
    if (before === 0) return end("met");
    if (t === generations) return end("generations");
    const distances = now.flatMap((one) => one.distances.filter((distance) => distance <= before));
    const nearer = distances.filter((distance) => distance < before);
    if (nearer.length === 0) return end("stuck");
    const tolerance = Math.min(
      median(distances),
      nearer.reduce((most, distance) => Math.max(most, distance), 0),
    );
    const weights = now.map(({ weight }) => weight);
    const kernel = truncatedKernel(
      now.map(({ point }) => point),
      weights,
    );
    const accepted: Omit<Particle, "weight">[] = [];
    let proposed = 0;
    while (accepted.length < particles) {
      if (used + particles > runs) return end("runs");
      const proposals = Array.from({ length: particles }, (_, k): Proposal => {
        const name = `${t}/${proposed + k}`;
        const stream = setupStream(seed, `calibrate/${name}`);
        return { name, point: kernel.move(now[stream.weighted(weights)].point, stream) };
      });
      const simulated = await simulate(proposals);
      proposals.forEach(({ point }, k) => {
        if (within(simulated[k], tolerance) > 0) accepted.push(particle(point, simulated[k]));
      });
      proposed += particles;
      used += particles;
    }
    const rate = accepted.length;
    const kept = accepted.slice(0, particles);
    const logs = kept.map(({ point }) => -kernel.logDensity(point));
    const most = Math.max(...logs);
    now = weighted(
      kept,
      logs.map((value, i) => within(kept[i], tolerance) * exp(value - most)),
    );
    past.push({ tolerance, proposed, accepted: rate, effective: effectiveSize(now) });
  }
}
