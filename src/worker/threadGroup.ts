import type { Run } from "../experiment/index.ts";
import { startHelper } from "./helpers.ts";

/** Residents from whom on it is worth while to wake other threads. */
const WORTH_SHARING = 20_000;
const MOST_THREADS = 8;

/** Whether threads may share memory: a page that is isolated has it in most browsers, not in all (WebKitGTK). */
const shareMemory = (): boolean => globalThis.crossOriginIsolated === true && typeof globalThis.SharedArrayBuffer === "function";

/**
 * Lets other threads help with a run, where threads may share memory (docs/hosting.md);
 * elsewhere it runs in this thread alone, to the same bits.
 *
 * @returns what ends the threads
 */
export function hire(run: Run): () => void {
  if (!shareMemory() || run.world.residents.rows < WORTH_SHARING) return () => {};
  const threads = Math.min(MOST_THREADS, navigator.hardwareConcurrency);
  const helpers = Array.from({ length: threads - 1 }, startHelper);
  if (helpers.length > 0) run.shareOut(helpers.map(({ line }) => line.postMessage.bind(line)));
  return () => {
    for (const one of helpers) one.terminate();
  };
}
