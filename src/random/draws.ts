import seedrandom from "seedrandom";
import { apart, type Memory } from "../kernels/index.ts";
import { exp, hashText, log, normalQuantile } from "../numeric/index.ts";
import { fillBlocks, fillListed } from "./fillBlocks.kernel.ts";
import { philoxBlock, philoxRange } from "./philoxRange.ts";

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

/** The draws 0 of a range of agents: the same numbers as those of `Draws`, with nothing left to make. */
export class Once {
  /** [agent - from] the words of which the numbers are made, for kernels. */
  readonly words: Uint32Array;
  private readonly from: number;

  constructor(words: Uint32Array, from: number) {
    this.words = words;
    this.from = from;
  }

  uniform(agent: number): number {
    return unit(this.words[agent - this.from]);
  }

  /** True with probability p. */
  chance(agent: number, p: number): boolean {
    return this.uniform(agent) < p;
  }
}

/** Draws of agents who are listed: the same numbers as those of `Draws`, with nothing left to make. */
export class Listed {
  /** [4 (block stride + row) + word] the words of which the numbers are made, for kernels; blocks from the first one on. */
  readonly words: Uint32Array;
  readonly stride: number;
  private readonly firstBlock: number;

  constructor(words: Uint32Array, stride: number, firstBlock: number) {
    this.words = words;
    this.stride = stride;
    this.firstBlock = firstBlock;
  }

  uniform(row: number, draw: number): number {
    return unit(this.words[4 * (((draw >>> 2) - this.firstBlock) * this.stride + row) + (draw & 3)]);
  }

  /** A whole number in [0, n). */
  below(row: number, n: number, draw: number): number {
    return Math.floor(this.uniform(row, draw) * n);
  }

  /** True with probability p. @param _agent  the one in this row */
  chance(row: number, _agent: number, p: number, draw: number): boolean {
    return p > 0 && (p >= 1 || this.uniform(row, draw) < p);
  }
}

/** Block of the draws 0: that of no other draw. */
const FIRST = 0xffffffff;
/** Blocks of draws 0 that are made ahead at most. */
const AHEAD = 256;

/**
 * Draws of one named stream, keyed by (seed, stream, agent, week, draw): each is a pure function of its key, so that
 * neither their order nor the presence of other mechanisms matters. The same key gives the same number.
 *
 * Philox gives four words at a time. The draws 0 of four agents in a row share a block, because most rules ask every
 * resident once; the draws 4k ... 4k + 3 of one agent share another. So give the draw that everyone makes the index 0.
 *
 * Draw indexes below 65,536 belong to the caller; methods that need further numbers take draw + k * 65,536.
 */
export class Draws {
  private readonly k0: number;
  private readonly k1: number;
  private readonly stream: number;
  private turnedTo = 0;
  // The words at hand: only a saving, never a state. Draws 0 of the agents [firstFrom, firstTo), and one other block.
  private first: Uint32Array<ArrayBuffer> = new Uint32Array(4);
  private firstFrom = 0;
  private firstTo = 0;
  private readonly words = new Uint32Array(4);
  private readonly memory: Memory;
  /** Draws that were made at once: the draws 0 of a range, then blocks of agents who are listed. */
  private readonly made: Uint32Array[] = [];
  private agentHeld = -1;
  private blockHeld = -1;

  /** @param memory  where the draws of many agents are made, for kernels that read them */
  constructor(key: DrawKey, stream: string, memory = apart) {
    this.memory = memory;
    this.k0 = key.k0;
    this.k1 = key.k1;
    this.stream = hashText(stream);
  }

  get week(): number {
    return this.turnedTo;
  }

  set week(week: number) {
    if (week === this.turnedTo) return;
    this.turnedTo = week;
    this.firstTo = this.firstFrom;
    this.agentHeld = -1;
  }

  /** An unsigned 32-bit integer. */
  uint32(agent: number, draw = 0): number {
    return draw === 0 ? this.firstWord(agent) : this.word(agent, draw);
  }

  private firstWord(agent: number): number {
    if (agent < this.firstFrom || agent >= this.firstTo) this.makeFirst(agent >>> 2);
    return this.first[agent - this.firstFrom];
  }

  /** Whoever asks for one block after the other gets ever more of them ahead. */
  private makeFirst(four: number): void {
    const held = this.firstTo - this.firstFrom;
    const blocks = held > 0 && this.firstTo === four * 4 ? Math.min(AHEAD, held / 2) : 1;
    if (this.first.length < blocks * 4) this.first = new Uint32Array(blocks * 4);
    if (blocks === 1) philoxBlock(this.first, four, this.turnedTo, this.stream, FIRST, this.k0, this.k1);
    else philoxRange(this.first, four, four + blocks, this.turnedTo, this.stream, FIRST, this.k0, this.k1);
    this.firstFrom = four * 4;
    this.firstTo = this.firstFrom + blocks * 4;
  }

  private word(agent: number, draw: number): number {
    const block = draw >>> 2;
    if (agent !== this.agentHeld || block !== this.blockHeld) {
      philoxBlock(this.words, agent, this.turnedTo, this.stream, block, this.k0, this.k1);
      this.agentHeld = agent;
      this.blockHeld = block;
    }
    return this.words[draw & 3];
  }

  /** The draws 0 of the agents [from, to), made at once; until the next call. For loops over residents. */
  once(from: number, to: number): Once {
    return new Once(this.wordsOf(from, to), from);
  }

  /** [agent - from] words 0. */
  protected wordsOf(from: number, to: number): Uint32Array {
    const start = from & ~3;
    const places = ((to + 3) & ~3) - start;
    const made = this.roomFor(0, places);
    if (this.memory.kernels === "typescript") this.fillFirst(made, start, to);
    else this.memory.kernel({ fillBlocks })(made, start / 4, (start + places) / 4, this.turnedTo, this.stream, FIRST, this.k0, this.k1);
    return made.subarray(from - start);
  }

  /**
   * The draws 4 first ... 4 (first + blocks) - 1 of agents who are listed, made at once; until the next call for the same
   * first block. The draw 0 is not among them (see `fill`).
   *
   * @param agents  [row] their first `rows`, in the memory of these draws
   */
  listed(agents: Uint32Array, rows: number, first = 0, blocks = 1): Listed {
    const { memory, turnedTo, stream, k0, k1 } = this;
    const stride = (rows + 3) & ~3; // whole fours
    const made = this.roomFor(1 + first, 4 * stride * blocks);
    if (memory.kernels === "wasm") memory.kernel({ fillListed })(made, agents, rows, stride, turnedTo, stream, first, blocks, k0, k1);
    else {
      for (let row = 0; row < rows; row++) {
        for (let b = 0; b < blocks; b++) philoxBlock(made, agents[row], turnedTo, stream, first + b, k0, k1, 4 * (b * stride + row));
      }
    }
    return new Listed(made, stride, first);
  }

  /** Room for so many words, and the end of the last four blocks. */
  private roomFor(place: number, words: number): Uint32Array {
    const room = this.made[place];
    if (room !== undefined && room.length >= words) return room;
    if (room !== undefined) this.memory.giveBack(room);
    return (this.made[place] = this.memory.column(Uint32Array, Math.ceil(words / 16) * 16));
  }

  /**
   * The draws 0 of many agents at once: out[i - from] = uint32(i, 0) for i in [from, to). `unit` makes uniform numbers
   * of them.
   *
   * @param from  a multiple of 4
   */
  fillFirst(out: Uint32Array, from: number, to: number): void {
    const last = Math.ceil(to / 4);
    if (from % 4 !== 0 || out.length < 4 * (last - from / 4)) {
      throw new RangeError(
        `Draws.fillFirst: ${out.length} places for agents ${from} to ${to - 1}. Begin at a multiple of 4, with places for whole fours.`,
      );
    }
    philoxRange(out, from / 4, last, this.turnedTo, this.stream, FIRST, this.k0, this.k1);
  }

  /**
   * Four draws of many agents at once: out[4 (i - from) + k] = uint32(i, 4 block + k) for i in [from, to). Only the
   * draws 0 lie elsewhere: the first word of block 0 is a number of its own, to be had here alone.
   */
  fill(out: Uint32Array, from: number, to: number, block = 0): void {
    if (out.length < 4 * (to - from)) {
      throw new RangeError(`Draws.fill: ${out.length} places for agents ${from} to ${to - 1}; they need ${4 * (to - from)}.`);
    }
    philoxRange(out, from, to, this.turnedTo, this.stream, block, this.k0, this.k1);
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
   * variables is Poisson), so that e^-mean never underflows. A mean beyond ten million, of which it would be a 3,000th
   * part that is due to chance, stands for the draw: the time it takes is bounded.
   */
  poisson(agent: number, mean: number, draw = 0): number {
    if (mean > 1e7) return Math.round(mean);
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
