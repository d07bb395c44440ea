import type { RunResult } from "./request.ts";
import type { RunStore } from "./runBatch.ts";

/** Results in memory. */
export class MemoryStore implements RunStore {
  readonly results = new Map<string, RunResult>();

  state(key: string): "finished" | "failed" | undefined {
    const result = this.results.get(key);
    return result && (result.ok ? "finished" : "failed");
  }

  async get(key: string): Promise<RunResult | undefined> {
    return this.results.get(key);
  }

  async put(key: string, result: RunResult): Promise<void> {
    this.results.set(key, result);
  }
}
