import type { ArmOutcome, ReplicateTask } from "../teaching/index.ts";
import { callsTo, started } from "./calls.ts";

interface Api {
  runArm(task: Pick<ReplicateTask, "measure" | "span">, text: string): ArmOutcome;
}

/**
 * Runs both arms of a replicate in a worker, one after the other.
 *
 * @param told  which of them is being run, from 1
 * @throws Error if this browser cannot
 */
export async function runReplicate(task: ReplicateTask, told: (run: number) => void): Promise<ArmOutcome[]> {
  // Vite bundles the file named here; keep the expression in this exact form.
  const worker = new Worker(new URL("./replicate.worker.ts", import.meta.url), { type: "module" });
  const { call, stop } = callsTo<Api>(started(worker));
  const runArm = call("runArm");
  try {
    const outcomes: ArmOutcome[] = [];
    for (const [k, text] of task.arms.entries()) {
      told(k + 1);
      outcomes.push(await runArm({ measure: task.measure, span: task.span }, text));
    }
    return outcomes;
  } finally {
    stop();
  }
}
