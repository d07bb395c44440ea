import seedrandom from "seedrandom";
import { exp, log } from "../numeric/index.ts";
import { drawBeta, drawGamma, drawNext, drawNormal, drawOpen, drawPoisson } from "./setupDraws.kernel.ts";

/** A named stream of random numbers for the building of a district. */
export class SetupStream {
  /** Where it stands (Alea), from which a kernel or another thread goes on. */
  readonly alea: Float64Array;

  constructor(alea: Float64Array) {
    this.alea = alea;
  }

  /** In [0, 1). */
  next(): number {
    return drawNext(this.alea);
  }
  /** In [0, n). */
  int(n: number): number {
    return Math.floor(this.next() * n);
  }
  range(low: number, high: number): number {
    return low + this.next() * (high - low);
  }
  normal(): number {
    return drawNormal(this.alea);
  }
  exponential(rate: number): number {
    return -log(drawOpen(this.alea)) / rate;
  }
  lognormal(median: number, sigma: number): number {
    return median * exp(sigma * this.normal());
  }
  poisson(mean: number): number {
    return drawPoisson(this.alea, mean);
  }
  gamma(shape: number, scale: number): number {
    return drawGamma(this.alea, shape, scale);
  }
  beta(a: number, b: number): number {
    return drawBeta(this.alea, a, b);
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
    let left = this.next() * weights.reduce((sum, w) => sum + w, 0);
    for (let k = 0; k < weights.length - 1; k++) {
      left -= weights[k];
      if (left < 0) return k;
    }
    return weights.length - 1;
  }
}

/** A stream of its own for each purpose, named in parts from the whole to the one, so that one purpose never shifts another. */
export function setupStream(seed: string, ...purpose: readonly (string | number)[]): SetupStream {
  const name = purpose.join("/");
  if (seed === "") throw new Error(`setupStream: the seed of "${name}" is empty. Any other text will do.`);
  const { c, s0, s1, s2 } = seedrandom.alea(`${seed}/${name}`, { state: true }).state();
  return new SetupStream(Float64Array.of(c, s0, s1, s2));
}

/** Numbers that say where a stream stands. */
export const STREAM_STATE = 4;

/** A stream that goes on from where another stood. @param alea  moves on with it */
export const streamAt = (alea: Float64Array): SetupStream => new SetupStream(alea);
