import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type Post, sharedBy } from "../engine/index.ts";
import type { Run } from "../experiment/index.ts";
import type { Share } from "../kernels/index.ts";
import { collectGarbage } from "./collectGarbage.ts";

/** Threads that wait for a run to help with. */
export interface Helpers {
  /** Has them help to build a district; absent where there are none. */
  readonly share: Share | undefined;
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
  const posts = workers.map(
    (worker): Post =>
      (message) =>
        worker.postMessage(message),
  );
  return {
    share: posts.length === 0 ? undefined : sharedBy(posts),
    lend(run) {
      if (posts.length === 0) return;
      run.shareOut(posts);
      collectGarbage(); // what building has left, before other threads bring their own
    },
    async dismiss() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
