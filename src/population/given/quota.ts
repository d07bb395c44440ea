/**
 * Takes exactly so many of a number of those who come one after the other, each with the same chance: selection sampling.
 *
 * Source: D. E. Knuth (1997), The Art of Computer Programming 2, 3rd edition, algorithm 3.4.2S.
 */
export class Quota {
  private left: number;
  private wanted: number;

  /** @param left  who will come @param wanted  how many of them to take */
  constructor(left: number, wanted: number) {
    this.left = left;
    this.wanted = Math.max(0, Math.min(left, Math.round(wanted)));
  }

  /** Whether the next one is taken. @param u  a number in [0, 1) */
  take(u: number): 0 | 1 {
    const taken = u * this.left-- < this.wanted;
    if (taken) this.wanted--;
    return taken ? 1 : 0;
  }
}
