import { workerData } from "node:worker_threads";
import { Part, type SharedTown } from "./ours.ts";

const { shared, thread, weeks } = workerData as { shared: SharedTown; thread: number; weeks: Int32Array };
const part = new Part(shared, thread);
for (let done = 0; ; ) {
  part.start();
  const until = done + weeks[0];
  while (done < until) part.week(++done);
}
