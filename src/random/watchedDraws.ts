import type { Memory } from "../kernels/index.ts";
import { type DrawKey, Draws, Listed, Once } from "./draws.ts";

/** What a draw decided. */
export interface Decision {
  /** What the draw is keyed by, and its index. */
  readonly key: number;
  readonly draw: number;
  /** Agent whom it concerns. */
  readonly whose: number;
  /** Number drawn, in (0, 1). */
  readonly u: number;
  /** Probability of each outcome: of a chance, false and true. */
  readonly p: readonly number[];
  /** Index of the outcome: of a chance, 1 if it came true. */
  readonly outcome: number;
}

/** Is told what a draw decided and returns the outcome that shall hold: the same one, unless it forces another. */
export type Decide = (decision: Decision) => number;

/** Draws with the same numbers, of which someone who looks on sees what they decide. */
export class WatchedDraws extends Draws {
  private readonly isWatched: (whose: number, draw: number) => boolean;
  private readonly decide: Decide;

  /** @param isWatched  whether what a draw decides about an agent is told */
  constructor(key: DrawKey, stream: string, memory: Memory, isWatched: (whose: number, draw: number) => boolean, decide: Decide) {
    super(key, stream, memory);
    this.isWatched = isWatched;
    this.decide = decide;
  }

  override chance(agent: number, p: number, draw = 0, whose = agent): boolean {
    const outcome = super.chance(agent, p, draw);
    if (!(p > 0) || !this.isWatched(whose, draw)) return outcome;
    const share = Math.min(1, p);
    const decision = { key: agent, draw, whose, u: this.uniform(agent, draw), p: [1 - share, share], outcome: outcome ? 1 : 0 };
    return this.decide(decision) === 1;
  }

  override once(from: number, to: number): Once {
    return new WatchedOnce(this, this.wordsOf(from, to), from);
  }

  override listed(agents: Uint32Array, rows: number, first = 0, blocks = 1): Listed {
    return new WatchedListed(this, super.listed(agents, rows, first, blocks), first);
  }

  override choose(agent: number, weights: ArrayLike<number>, draw = 0): number {
    const outcome = super.choose(agent, weights, draw);
    if (!this.isWatched(agent, draw)) return outcome;
    const all = Array.from(weights);
    const sum = all.reduce((a, b) => a + b, 0);
    const p = all.map((weight) => (sum > 0 ? weight / sum : 0));
    return this.decide({ key: agent, draw, whose: agent, u: this.uniform(agent, draw), p, outcome });
  }
}

/** The same numbers, told one by one. */
class WatchedOnce extends Once {
  private readonly draws: Draws;

  constructor(draws: Draws, words: Uint32Array, from: number) {
    super(words, from);
    this.draws = draws;
  }

  override chance(agent: number, p: number): boolean {
    return this.draws.chance(agent, p, 0);
  }
}

/** The same numbers, told one by one. */
class WatchedListed extends Listed {
  private readonly draws: Draws;

  constructor(draws: Draws, { words, stride }: Listed, firstBlock: number) {
    super(words, stride, firstBlock);
    this.draws = draws;
  }

  override chance(_row: number, agent: number, p: number, draw: number): boolean {
    return this.draws.chance(agent, p, draw);
  }
}
