import { callsTo } from "../calls.ts";
import { withHelpers } from "../helpers.ts";
import type { ExperimentsApi } from "./protocol.ts";

export type Experiments = {
  [K in keyof ExperimentsApi]: (...args: Parameters<ExperimentsApi[K]>) => Promise<Awaited<ReturnType<ExperimentsApi[K]>>>;
} & {
  /** Ends the worker, and the runs that it computes. */
  stop(): void;
};

/** Starts the worker that conducts experiments. Vite bundles the files named here; keep the expressions in this exact form. */
export function startExperiments(): Experiments {
  const worker = new Worker(new URL("./experiments.worker.ts", import.meta.url), { type: "module" });
  const startRunWorker = () => new Worker(new URL("./run.worker.ts", import.meta.url), { type: "module" });
  const { call, stop } = callsTo<ExperimentsApi>(withHelpers(worker, startRunWorker));
  return {
    read: call("read"),
    run: call("run"),
    pause: call("pause"),
    summary: call("summary"),
    runs: call("runs"),
    courses: call("courses"),
    firstState: call("firstState"),
    trial: call("trial"),
    series: call("series"),
    table: call("table"),
    kept: call("kept"),
    forget: call("forget"),
    selfTest: call("selfTest"),
    stop,
  };
}
