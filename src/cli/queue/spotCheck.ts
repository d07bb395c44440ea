import { randomInt } from "node:crypto";
import { encodeResult, type RunRequest, type RunResult } from "../../experiment/index.ts";
import type { Executor } from "../pool.ts";

const PARTS = 1_000_000;

/** Computes some of the results of a queue again. Which ones, nobody can foresee. */
export class SpotCheck {
  private same = 0; // computed again, to the same bits
  private seen = 0; // came from the queue
  private readonly share: number;
  private readonly open: () => Executor;
  private executor: Executor | undefined;

  /**
   * @param share  of the results, 0 to 1
   * @param open   opens what computes them, once there is one
   */
  constructor(share: number, open: () => Executor) {
    this.share = share;
    this.open = open;
  }

  get inWords(): string {
    return `${this.same} of ${this.seen} results of the queue were computed again here, to the same bits`;
  }

  /** Whether the next result is to be computed again. */
  chooses(): boolean {
    this.seen++;
    return randomInt(PARTS) < this.share * PARTS;
  }

  /** Computes a run again and says what is wrong with the result that came; undefined if nothing is. */
  async compare(request: RunRequest, result: RunResult & { ok: true }): Promise<string | undefined> {
    this.executor ??= this.open();
    const own = await this.executor.execute(request).catch((error: Error): RunResult => ({ ok: false, cause: error.message }));
    if (!own.ok) return `here it fails: ${own.cause}.`;
    if (Buffer.compare(encodeResult(own), encodeResult(result)) === 0) {
      this.same++;
      return undefined;
    }
    const differs = request.keep.outcomes.findIndex((_, o) => !Object.is(own.outcomes[o], result.outcomes[o]));
    return differs < 0
      ? `its state is ${result.digest.state.slice(0, 12)}, here ${own.digest.state.slice(0, 12)}.`
      : `its ${request.keep.outcomes[differs].name} is ${result.outcomes[differs]}, here ${own.outcomes[differs]}.`;
  }

  async close(): Promise<void> {
    await this.executor?.close();
  }
}
