import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import type { Run } from "../experiment/index.ts";

/** Threads that wait for a run to help with. */
export interface Helpers {
  /** Shares the work of a run out among this thread and them. */
  lend(run: Run): void;
  dismiss(): Promise<void>;
}

/** Hires all threads but this one: they load what they need while this one builds. */
export function hire(threads: number): Helpers {
  const workers = Array.from({ length: threads - 1 }, () => new Worker(fileURLToPath(new URL("./threadGroup.worker.js", import.meta.url))));
  for (const worker of workers) {
    worker.unref();
    worker.on("error", (error) => {
      throw new Error(`run: a thread failed: ${error.message}. Run with --threads 1.`, { cause: error });
    });
  }
  return {
    lend(run) {
      if (workers.length === 0) return;
      run.shareOut(workers.map((worker) => (message) => worker.postMessage(message)));
      collectGarbage(); // what building has left, before other threads bring their own
    },
    async dismiss() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Node collects garbage on demand where a flag allows it, which a context made later sees. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("globalThis.gc?.()"); // Bun has none
}
