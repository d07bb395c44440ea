import { releaseProxy, wrap } from "comlink";
import type { Execute, RunRequest, RunResult } from "../../experiment/index.ts";

interface RunWorker {
  run(request: RunRequest): Promise<RunResult>;
}

/** Workers that compute runs, one at a time each; made when first needed. */
export class RunPool {
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, (reason: Error) => void>();

  readonly execute: Execute = async (request) => {
    const worker = this.idle.pop() ?? new Worker(new URL("./run.worker.ts", import.meta.url), { type: "module" });
    const api = wrap<RunWorker>(worker);
    const failed = new Promise<never>((_, reject) => {
      this.busy.set(worker, reject);
      worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message || "its script could not be loaded"}`));
    });
    try {
      const result = await Promise.race([api.run(request) as Promise<RunResult>, failed]);
      this.idle.push(worker);
      return result;
    } catch (error) {
      worker.terminate();
      throw error;
    } finally {
      this.busy.delete(worker);
      if (this.idle.includes(worker)) api[releaseProxy]();
    }
  };

  /** Ends all workers; runs under way reject. */
  stop(): void {
    for (const worker of this.idle.splice(0)) worker.terminate();
    for (const reject of this.busy.values()) reject(new Error("The run was stopped."));
  }
}
