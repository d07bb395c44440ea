import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { Execute, Means, RunJobs, RunResult } from "../experiment/index.ts";
import { progressBar, type Terminal } from "./terminal.ts";

const openPool = (threads: number) =>
  new Tinypool({
    filename: fileURLToPath(new URL("./job.worker.js", import.meta.url)),
    runtime: "worker_threads",
    minThreads: threads,
    maxThreads: threads,
  });

/** Worker threads for the runs of a batch [as many as the machine has]. */
export function threadPool(threads = availableParallelism()): { threads: number; execute: Execute; close(): Promise<void> } {
  const pool = openPool(threads);
  return {
    threads,
    execute: (request) => pool.run(request, { name: "runRequest" }) as Promise<RunResult>,
    close: () => pool.destroy(),
  };
}

/** Runs jobs on worker threads. Equal jobs are run once. */
export function pooled(terminal: Terminal, what: string, threads = availableParallelism()): { runJobs: RunJobs; close(): Promise<void> } {
  const pool = openPool(threads);
  const known = new Map<string, Promise<Means>>();
  return {
    async runJobs(jobs) {
      const keys = jobs.map((job) => JSON.stringify(job));
      const fresh = new Set(keys.filter((key) => !known.has(key)));
      const bar = progressBar(terminal, fresh.size, what, "runs");
      let done = 0;
      keys.forEach((key, k) => {
        if (known.has(key)) return;
        const answer = pool.run(jobs[k], { name: "runJob" }) as Promise<Means>;
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
