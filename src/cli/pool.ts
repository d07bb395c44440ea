import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { Execute, Job, Means, RunJobs, RunResult } from "../experiment/index.ts";
import { jobKey, KeptRuns } from "./keptRuns.ts";
import { progressBar, type Terminal } from "./terminal.ts";

const openPool = (threads: number) =>
  new Tinypool({
    filename: fileURLToPath(new URL("./job.worker.js", import.meta.url)),
    runtime: "worker_threads",
    minThreads: threads,
    maxThreads: threads,
  });

/** Whoever computes the runs of a batch. */
export interface Executor {
  /** Runs that it takes at a time. */
  lanes: number;
  execute: Execute;
  /** Told of each run whose result is safe. */
  kept?(key: string): void;
  close(): Promise<void>;
}

/** Worker threads for the runs of a batch [as many as the machine has]. */
export function threadPool(threads = availableParallelism()): Executor {
  const pool = openPool(threads);
  return {
    lanes: threads,
    execute: (request) => pool.run(request, { name: "runRequest" }) as Promise<RunResult>,
    close: () => pool.destroy(),
  };
}

/**
 * Runs jobs on worker threads. Equal jobs are run once.
 *
 * @param folder  where finished runs are kept, and found again [nowhere]
 */
export async function pooled(
  terminal: Terminal,
  what: string,
  threads = availableParallelism(),
  folder?: string,
): Promise<{ runJobs: RunJobs; close(): Promise<void> }> {
  const kept = folder === undefined ? undefined : await KeptRuns.open(folder);
  const pool = openPool(threads);
  const known = new Map<string, Promise<Means>>();
  const compute = async (key: string, job: Job): Promise<Means> => {
    const found = await kept?.get(key, job.spans.length);
    if (found) return found;
    const means = (await pool.run(job, { name: "runJob" })) as Means;
    await kept?.put(key, means);
    return means;
  };
  return {
    async runJobs(jobs) {
      const keys = jobs.map(jobKey);
      const fresh = new Set(keys.filter((key) => !known.has(key)));
      const before = [...fresh].filter((key) => kept?.has(key)).length;
      if (before > 0) terminal.err(`${before} of ${fresh.size} runs were there before.`);
      const bar = progressBar(terminal, fresh.size, what, "runs");
      let done = 0;
      keys.forEach((key, k) => {
        if (!known.has(key))
          known.set(
            key,
            compute(key, jobs[k]).finally(() => bar.update(++done, "")),
          );
      });
      try {
        return await Promise.all(keys.map((key) => known.get(key) as Promise<Means>));
      } finally {
        bar.stop();
      }
    },
    async close() {
      await pool.destroy();
      await kept?.close();
    },
  };
}
