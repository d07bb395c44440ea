import { callsTo } from "../calls.ts";
import type { ExperimentsApi } from "./protocol.ts";

export type Experiments = {
  [K in keyof ExperimentsApi]: (...args: Parameters<ExperimentsApi[K]>) => Promise<Awaited<ReturnType<ExperimentsApi[K]>>>;
} & {
  /** Ends the worker, and the runs that it computes. */
  stop(): void;
};

/** Starts the worker that conducts experiments. Vite bundles the file named here; keep the expression in this exact form. */
export function startExperiments(): Experiments {
  const { call, stop } = callsTo<ExperimentsApi>(new Worker(new URL("./experiments.worker.ts", import.meta.url), { type: "module" }));
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
