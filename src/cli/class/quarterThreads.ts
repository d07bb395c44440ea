import { availableParallelism } from "node:os";
import { openPool } from "../openPool.ts";
import type { ComputeQuarter, Quarter } from "./quarters.ts";

/** Threads that compute quarters; a district stays with the thread that has its last state. */
export function quarterThreads(threads = availableParallelism()): { compute: ComputeQuarter; close(): Promise<unknown> } {
  const lanes = Array.from({ length: threads }, () => openPool(new URL("./quarters.worker.js", import.meta.url), 1));
  return {
    compute: async (seat, order) => (await lanes[seat % threads].run(order, { name: "after" })) as Quarter,
    close: () => Promise.all(lanes.map((lane) => lane.destroy())),
  };
}
