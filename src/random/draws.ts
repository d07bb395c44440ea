import seedrandom from "seedrandom";
import { exp, hashText, log, normalQuantile } from "../numeric/index.ts";
import { philox4x32, philoxRange } from "./philox.ts";

/** The key of a run, from its seed. */
export interface DrawKey {
  readonly k0: number;
  readonly k1: number;
}

/** @param seed  any text but the empty one */
export function drawKey(seed: string): DrawKey {
  if (seed === "") throw new Error("drawKey: the seed is empty. Any other text will do.");
  const alea = seedrandom.alea(`${seed}/draws`);
  return { k0: alea.int32(), k1: alea.int32() };
}

/** The uniform number of an unsigned 32-bit integer: in the open interval (0, 1), a multiple of 2^-33. */
export const unit = (word: number): number => (word + 0.5) / 4294967296;

/**
 * Draws of one named stream, keyed by (seed, stream, agent, week, draw): each is a pure function of its key, so that
 * neither their order nor the presence of other mechanisms matters. The same key gives the same number.
 *
 * Draw indexes below 65,536 belong to the caller; methods that need further numbers take draw + k * 65,536.
 */
export class Draws {
  week = 0;
  private readonly k0: number;
  private readonly k1: number;
  private readonly stream: number;
  private readonly words = new Uint32Array(4);
  // The block that `words` holds: only a saving, never a state.
  private agentHeld = -1;
  private weekHeld = -1;
  private blockHeld = -1;

  constructor(key: DrawKey, stream: string) {
    this.k0 = key.k0;
    this.k1 = key.k1;
    this.stream = hashText(stream);
  }

  /** An unsigned 32-bit integer. */
  uint32(agent: number, draw = 0): number {
    const block = draw >>> 2;
    if (agent !== this.agentHeld || block !== this.blockHeld || this.week !== this.weekHeld) {
      philox4x32(this.words, agent, this.week, this.stream, block, this.k0, this.k1);
      this.agentHeld = agent;
      this.weekHeld = this.week;
      this.blockHeld = block;
    }
    return this.words[draw & 3];
  }

  /**
   * The four numbers of one block for many agents at once, several times as fast as one by one:
   * out[4 (i - from) + k] = uint32(i, 4 block + k) for i in [from, to). `unit` makes uniform numbers of them.
   */
  fill(out: Uint32Array, from: number, to: number, block = 0): void {
    if (out.length < 4 * (to - from)) {
      throw new RangeError(`Draws.fill: ${out.length} places for agents ${from} to ${to - 1}; they need ${4 * (to - from)}.`);
    }
    philoxRange(out, from, to, this.week, this.stream, block, this.k0, this.k1);
  }

  /** A number in the open interval (0, 1), a multiple of 2^-33. */
  uniform(agent: number, draw = 0): number {
    return unit(this.uint32(agent, draw));
  }

  /** A whole number in [0, n); each has probability 1/n to within 2^-32. */
  below(agent: number, n: number, draw = 0): number {
    return Math.floor(this.uniform(agent, draw) * n);
  }

  /**
   * True with probability p.
   *
   * @param _whose  agent whom it concerns, where the draw is keyed by something else; told to whoever looks on
   */
  chance(agent: number, p: number, draw = 0, _whose = agent): boolean {
    return p > 0 && (p >= 1 || this.uniform(agent, draw) < p);
  }

  /** An index of the weights, each with probability proportional to its weight; the last one if all are 0. */
  choose(agent: number, weights: ArrayLike<number>, draw = 0): number {
    const last = weights.length - 1;
    let sum = 0;
    for (let k = 0; k <= last; k++) sum += weights[k];
    let left = this.uniform(agent, draw) * sum;
    let k = 0;
    while (k < last && left >= weights[k]) left -= weights[k++];
    return k;
  }

  /** Standard normal, by inversion. */
  normal(agent: number, draw = 0): number {
    return normalQuantile(this.uniform(agent, draw));
  }

  /** Exponential with the given rate. */
  exponential(agent: number, rate: number, draw = 0): number {
    return -log(this.uniform(agent, draw)) / rate;
  }

  /**
   * Poisson, by inversion. A mean above 30 is split into parts of at most 30, one further draw each (a sum of Poisson
   * variables is Poisson), so that e^-mean never underflows.
   */
  poisson(agent: number, mean: number, draw = 0): number {
    const parts = Math.ceil(mean / 30);
    let total = 0;
    for (let part = 0; part < parts; part++) {
      const lambda = mean / parts;
      const u = this.uniform(agent, draw + part * 65536);
      let probability = exp(-lambda);
      let cumulative = probability;
      let k = 0;
      while (u > cumulative && probability > 1e-20) {
        k++;
        probability *= lambda / k;
        cumulative += probability;
      }
      total += k;
    }
    return total;
  }
}
