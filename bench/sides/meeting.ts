/** Looks a waiting thread takes before it sleeps. */
const PATIENCE = 5000;

/** Where the threads of a town wait for each other. */
export class Meeting {
  private readonly memory: Int32Array;
  private readonly threads: number;

  constructor(memory: Int32Array, threads: number) {
    this.memory = memory;
    this.threads = threads;
  }

  /** [0] threads that have come, [1] meetings held */
  static memory = () => new Int32Array(2);

  /** Returns when all threads have called it. */
  wait(): void {
    if (this.threads === 1) return;
    const held = Atomics.load(this.memory, 1);
    if (Atomics.add(this.memory, 0, 1) === this.threads - 1) {
      Atomics.store(this.memory, 0, 0);
      Atomics.add(this.memory, 1, 1);
      Atomics.notify(this.memory, 1);
      return;
    }
    for (let look = 0; look < PATIENCE; look++) if (Atomics.load(this.memory, 1) !== held) return;
    Atomics.wait(this.memory, 1, held);
  }
}
