import type { RunRequest, RunResult } from "../../experiment/index.ts";
import type { CommandFailure } from "../terminal.ts";

/** Why a run that was under way when the queue was closed has no result. */
export const CLOSED = "the queue is closed";

/** A run that waits for a result. */
export interface Pending {
  request: RunRequest;
  /** Times that something else stood in its place. */
  bad: number;
  /** True while its result is being computed again here. */
  checked: boolean;
  resolve(result: RunResult): void;
  reject(error: unknown): void;
}

/** Runs that wait for a result, until the queue is closed. */
export class PendingRuns {
  private readonly pending = new Map<string, Pending>();
  private readonly closing = new AbortController();
  private readonly fail: (failure: CommandFailure) => void;

  constructor(fail: (failure: CommandFailure) => void) {
    this.fail = fail;
  }

  /** Aborted when the queue is closed. */
  get signal(): AbortSignal {
    return this.closing.signal;
  }

  /** Rejects with the reason when the queue is closed. */
  get closed(): Promise<never> {
    const { signal } = this;
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
  }

  get size(): number {
    return this.pending.size;
  }

  keys(): string[] {
    return [...this.pending.keys()];
  }

  get(key: string): Pending | undefined {
    return this.pending.get(key);
  }

  /** Waits for the result of a run. */
  wait(request: RunRequest): Promise<RunResult> {
    return new Promise((resolve, reject) => {
      if (this.signal.aborted) reject(new Error(CLOSED));
      else this.pending.set(request.key, { request, bad: 0, checked: false, resolve, reject });
    });
  }

  resolve({ request: { key }, resolve }: Pending, result: RunResult): void {
    if (this.pending.delete(key)) resolve(result);
  }

  reject({ request: { key }, reject }: Pending, cause: string): void {
    if (this.pending.delete(key)) reject(new Error(cause));
  }

  /** Ends everything because the queue cannot go on. */
  end(failure: CommandFailure): void {
    if (this.signal.aborted) return;
    this.fail(failure);
    this.close(failure);
  }

  close(reason: Error): void {
    this.closing.abort(reason);
    for (const { reject } of this.pending.values()) reject(reason);
    this.pending.clear();
  }
}
