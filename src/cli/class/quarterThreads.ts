import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { ComputeQuarter, Quarter } from "./quarters.ts";

/** Threads that compute quarters; a district stays with the thread that has its last state. */
export function quarterThreads(threads = availableParallelism()): { compute: ComputeQuarter; close(): Promise<unknown> } {
  const lanes = Array.from(
    { length: threads },
    () =>
      new Tinypool({
        filename: fileURLToPath(new URL("./quarters.worker.js", import.meta.url)),
        runtime: "worker_threads",
        minThreads: 1,
        maxThreads: 1,
      }),
  );
  return {
    compute: async (seat, order) => (await lanes[seat % threads].run(order, { name: "after" })) as Quarter,
    close: () => Promise.all(lanes.map((lane) => lane.destroy())),
  };
}
