import { type Remote, wrap } from "comlink";
import type { Execute, RunRequest, RunResult } from "../../experiment/index.ts";

interface RunWorker {
  worker: Worker;
  api: Remote<{ run(request: RunRequest): RunResult }>;
}

function startRunWorker(): RunWorker {
  const worker = new Worker(new URL("./run.worker.ts", import.meta.url), { type: "module" });
  return { worker, api: wrap(worker) };
}

/** Workers that compute runs, one at a time each; made when first needed. */
export class RunPool {
  private readonly idle: RunWorker[] = [];
  /** How to reject what each busy worker computes. */
  private readonly busy = new Map<RunWorker, (reason: Error) => void>();

  readonly execute: Execute = async (request) => {
    const one = this.idle.pop() ?? startRunWorker();
    const failed = new Promise<never>((_, reject) => {
      this.busy.set(one, reject);
      one.worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message || "its script could not be loaded"}`));
    });
    try {
      const result = await Promise.race([one.api.run(request) as Promise<RunResult>, failed]);
      this.idle.push(one);
      return result;
    } catch (error) {
      one.worker.terminate();
      throw error;
    } finally {
      this.busy.delete(one);
    }
  };

  /** Ends all workers; runs under way reject. */
  stop(): void {
    for (const { worker } of this.idle.splice(0)) worker.terminate();
    for (const reject of this.busy.values()) reject(new Error("The run was stopped."));
  }
}
