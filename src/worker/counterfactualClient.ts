import { callsTo, started } from "./calls.ts";
import type { CounterfactualApi } from "./counterfactualProtocol.ts";

type Asynchronous = {
  [K in keyof CounterfactualApi]: (...args: Parameters<CounterfactualApi[K]>) => Promise<Awaited<ReturnType<CounterfactualApi[K]>>>;
};

export interface Counterfactual extends Asynchronous {
  /** Ends the worker, in the midst of its work if need be. */
  stop(): void;
}

/** Starts a worker for a counterfactual run. Vite bundles the file named here; keep the expression in this exact form. */
export function startCounterfactual(): Counterfactual {
  const { call, stop } = callsTo<CounterfactualApi>(
    started(new Worker(new URL("./counterfactual.worker.ts", import.meta.url), { type: "module" })),
  );
  return {
    tell: call("tell"),
    begin: call("begin"),
    step: call("step"),
    network: call("network"),
    communities: call("communities"),
    inspect: call("inspect"),
    differences: call("differences"),
    present: call("present"),
    digest: call("digest"),
    stop,
  };
}
