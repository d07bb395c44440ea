import type { Execute, RunRequest, RunResult } from "../../experiment/index.ts";
import { callsTo } from "../calls.ts";
import { startHelper } from "../helpers.ts";

interface RunWorker {
  run(request: RunRequest): Promise<RunResult>;
  stop(): void;
}

function startRunWorker(): RunWorker {
  const { call, stop } = callsTo<{ run(request: RunRequest): RunResult }>(startHelper());
  return { run: call("run"), stop };
}

/** Workers that compute runs, one at a time each; made when first needed. */
export class RunPool {
  private readonly idle: RunWorker[] = [];
  private readonly busy = new Set<RunWorker>();

  readonly execute: Execute = async (request) => {
    const one = this.idle.pop() ?? startRunWorker();
    this.busy.add(one);
    try {
      const result = await one.run(request);
      if (this.busy.has(one)) this.idle.push(one); // else it was stopped at the last moment
      return result;
    } catch (error) {
      one.stop();
      throw error;
    } finally {
      this.busy.delete(one);
    }
  };

  /** Ends all workers; runs under way reject. */
  stop(): void {
    for (const one of [...this.idle.splice(0), ...this.busy]) one.stop();
    this.busy.clear();
  }
}
