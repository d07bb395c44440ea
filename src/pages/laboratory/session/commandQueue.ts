interface Command {
  /** It only sets things going, and is dropped where they are to stand still. */
  passing: boolean;
  work: () => Promise<unknown>;
  start: () => Promise<void>;
  drop: () => void;
}

/**
 * Commands one at a time, in the order in which they were given; while none waits, what goes on goes on, piece by piece.
 * So a command always finds things at rest between two pieces, and nothing that it does can meet another.
 */
export class CommandQueue {
  private readonly piece: () => Promise<boolean>;
  private waiting: Command[] = [];
  private busy: Promise<void> | undefined;
  private called = false;
  private wake = () => {};

  /** @param piece  does the next piece of what goes on; false if there is nothing to do until `go` is called */
  constructor(piece: () => Promise<boolean>) {
    this.piece = piece;
  }

  /** Does something when its turn comes. What it throws reaches the caller, and the queue goes on; undefined if it was dropped. */
  add<T>(work: () => Promise<T>, passing = false): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ passing, work, start: () => work().then(resolve, reject), drop: () => resolve(undefined) });
      this.go();
    });
  }

  /** Drops the passing commands that wait. */
  dropPassing(): void {
    for (const { passing, drop } of this.waiting) if (passing) drop();
    this.waiting = this.waiting.filter(({ passing }) => !passing);
  }

  /** The command behind which another would wait, if any waits. */
  last(): (() => Promise<unknown>) | undefined {
    return this.waiting.at(-1)?.work;
  }

  /** Lets some time pass within a piece, cut short when `go` is called. */
  async sleep(milliseconds: number): Promise<void> {
    if (this.called) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Looks whether there is something to do. */
  go(): void {
    this.called = true;
    this.wake();
    this.busy ??= Promise.resolve()
      .then(() => this.run())
      .finally(() => {
        this.busy = undefined;
        if (this.called) this.go();
      });
  }

  /** Waits until no command waits and nothing goes on. */
  async rest(): Promise<void> {
    while (this.busy) await this.busy;
  }

  private async run(): Promise<void> {
    for (let more = true; more || this.called; ) {
      this.called = false;
      const next = this.waiting.shift();
      if (next) await next.start();
      more = next !== undefined || (await this.piece());
    }
  }
}
