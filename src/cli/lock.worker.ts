import { futimesSync } from "node:fs";
import { workerData } from "node:worker_threads";

/** The heart of a lock. */
const { file, beat } = workerData as { file: number; beat: number };
setInterval(() => {
  const now = new Date();
  futimesSync(file, now, now);
}, beat);
