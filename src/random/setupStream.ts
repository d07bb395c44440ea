import seedrandom from "seedrandom";
import { exp, log, normalQuantile, pow } from "../numeric/index.ts";

const SQUEEZE = 0.0331; // Marsaglia & Tsang (2000)

/** A named stream of random numbers for the building of a district. */
export class SetupStream {
  private readonly generator: seedrandom.StatefulPRNG<seedrandom.State.Alea>;

  constructor(generator: seedrandom.StatefulPRNG<seedrandom.State.Alea>) {
    this.generator = generator;
  }

  /** Where it stands, from which another thread goes on. */
  get state(): readonly number[] {
    const { c, s0, s1, s2 } = this.generator.state();
    return [c, s0, s1, s2];
  }

  /** In [0, 1). */
  next(): number {
    return this.generator();
  }
  /** In [0, n). */
  int(n: number): number {
    return Math.floor(this.generator() * n);
  }
  range(low: number, high: number): number {
    return low + this.generator() * (high - low);
  }
  normal(): number {
    return normalQuantile(this.open());
  }
  exponential(rate: number): number {
    return -log(this.open()) / rate;
  }
  lognormal(median: number, sigma: number): number {
    return median * exp(sigma * this.normal());
  }
  /** Poisson by inversion; the mean is below 500. */
  poisson(mean: number): number {
    const u = this.generator();
    let probability = exp(-mean);
    let cumulative = probability;
    let k = 0;
    while (u > cumulative && k < 2000) {
      k++;
      probability *= mean / k;
      cumulative += probability;
    }
    return k;
  }
  /** Gamma by Marsaglia & Tsang (2000). */
  gamma(shape: number, scale: number): number {
    if (shape < 1) return this.gamma(shape + 1, scale) * pow(this.open(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = 1 + c * x;
      if (v <= 0) continue;
      const v3 = v * v * v;
      const u = this.open();
      // The first condition is inside the second, and spares both logarithms for most.
      if (u < 1 - SQUEEZE * (x * x) * (x * x)) return d * v3 * scale;
      if (log(u) < (x * x) / 2 + d - d * v3 + d * log(v3)) return d * v3 * scale;
    }
  }
  beta(a: number, b: number): number {
    const x = this.gamma(a, 1);
    return x / (x + this.gamma(b, 1));
  }
  /** Swaps items[from .. to) into a random order. */
  shuffle(items: Uint32Array | Int32Array, from = 0, to = items.length): void {
    for (let k = to - 1; k > from; k--) {
      const j = from + this.int(k - from + 1);
      const held = items[k];
      items[k] = items[j];
      items[j] = held;
    }
  }
  /** Index drawn with the given weights. */
  weighted(weights: readonly number[]): number {
    let left = this.generator() * weights.reduce((sum, w) => sum + w, 0);
    for (let k = 0; k < weights.length - 1; k++) {
      left -= weights[k];
      if (left < 0) return k;
    }
    return weights.length - 1;
  }
  private open(): number {
    return (Math.floor(this.generator() * 4294967296) + 0.5) / 4294967296;
  }
}

/** A stream of its own for each purpose, named in parts from the whole to the one, so that one purpose never shifts another. */
export function setupStream(seed: string, ...purpose: readonly (string | number)[]): SetupStream {
  const name = purpose.join("/");
  if (seed === "") throw new Error(`setupStream: the seed of "${name}" is empty. Any other text will do.`);
  return new SetupStream(seedrandom.alea(`${seed}/${name}`, { state: true }));
}

/** Numbers that say where a stream stands. */
export const STREAM_STATE = 4;

/** A stream that goes on from where another stood. */
export function streamAt([c, s0, s1, s2]: Iterable<number> & ArrayLike<number>): SetupStream {
  return new SetupStream(seedrandom.alea("", { state: { c, s0, s1, s2 } }));
}
