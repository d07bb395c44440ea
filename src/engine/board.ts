// Places on the board, an Int32Array in shared memory that all threads see.
const CLAIMS = 0; // round << 16 | parts claimed
const DONE = 1; // parts finished in this round
const FAILED = 2; // parts that threw in a helper
const PLACES = 3;

const PATIENCE = 60_000; // milliseconds without any part finished

/** Where threads that share work claim its parts one by one, and say which are done. */
export class Board {
  /** What all of them see. */
  readonly places: Int32Array;
  private round = 0;
  /** Parts that a round can have. */
  static readonly most = 65_535;

  constructor(places: Int32Array = new Int32Array(new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT))) {
    this.places = places;
  }

  /** Begins another round, of work that the others are told of by its number. */
  open(): number {
    this.round = (this.round + 1) & 0x7fff;
    Atomics.store(this.places, DONE, 0);
    Atomics.store(this.places, CLAIMS, this.round << 16);
    return this.round;
  }

  /** Does parts until none is left to claim. */
  work(parts: number, work: (part: number) => void): void {
    for (let part = this.claim(this.round, parts); part >= 0; part = this.claim(this.round, parts)) {
      work(part);
      Atomics.add(this.places, DONE, 1);
    }
  }

  /** The same from another thread: what fails there is known here. */
  help(round: number, parts: number, work: (part: number) => void): void {
    const { places } = this;
    for (let part = this.claim(round, parts); part >= 0; part = this.claim(round, parts)) {
      try {
        work(part);
      } catch {
        Atomics.add(places, FAILED, 1);
      }
      Atomics.add(places, DONE, 1);
      Atomics.notify(places, DONE);
    }
  }

  /** Waits for all parts. @throws if one of them failed in another thread, or does not end */
  close(what: string, parts: number): void {
    const { places } = this;
    for (let done = Atomics.load(places, DONE); done < parts; done = Atomics.load(places, DONE)) {
      if (Atomics.wait(places, DONE, done, PATIENCE) === "timed-out") {
        throw new Error(`threads: ${parts - done} parts of ${what} are not finished after ${PATIENCE / 1000} s. Run with one thread.`);
      }
    }
    if (Atomics.load(places, FAILED) > 0) throw new Error(`threads: ${what} failed in another thread. Run with one thread to see where.`);
  }

  /** Claims the next part of a round; -1 when there is none left, or the round is over. */
  private claim(round: number, parts: number): number {
    const { places } = this;
    for (;;) {
      const seen = Atomics.load(places, CLAIMS);
      const next = seen & 0xffff;
      if (seen >>> 16 !== round || next >= parts) return -1;
      if (Atomics.compareExchange(places, CLAIMS, seen, seen + 1) === seen) return next;
    }
  }
}
