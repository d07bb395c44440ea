import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { Means, RunJobs } from "../experiment/index.ts";
import { progressBar, type Terminal } from "./terminal.ts";

/** Runs jobs on worker threads. Equal jobs are run once. */
export function pooled(terminal: Terminal, what: string, threads = availableParallelism()): { runJobs: RunJobs; close(): Promise<void> } {
  const pool = new Tinypool({
    filename: fileURLToPath(new URL("./job.worker.js", import.meta.url)),
    runtime: "worker_threads",
    minThreads: threads,
    maxThreads: threads,
  });
  const known = new Map<string, Promise<Means>>();
  return {
    async runJobs(jobs) {
      const keys = jobs.map((job) => JSON.stringify(job));
      const fresh = new Set(keys.filter((key) => !known.has(key)));
      const bar = progressBar(terminal, fresh.size, what, "runs");
      let done = 0;
      keys.forEach((key, k) => {
        if (known.has(key)) return;
        const answer = pool.run(jobs[k]) as Promise<Means>;
        known.set(
          key,
          answer.finally(() => bar.update(++done, "")),
        );
      });
      try {
        return await Promise.all(keys.map((key) => known.get(key) as Promise<Means>));
      } finally {
        bar.stop();
      }
    },
    close: () => pool.destroy(),
  };
}
