import { type Remote, releaseProxy, wrap } from "comlink";
import type { LaboratoryApi } from "./protocol.ts";

type Asynchronous = { [K in keyof LaboratoryApi]: (...args: Parameters<LaboratoryApi[K]>) => Promise<ReturnType<LaboratoryApi[K]>> };

export interface Laboratory extends Asynchronous {
  /** Ends the worker. */
  stop(): void;
}

/** Connects to the worker. Every pending call rejects if the worker fails: comlink alone would wait for ever. */
export function connect(worker: Worker): Laboratory {
  const api = wrap<Asynchronous>(worker);
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the script could not be loaded")));
    worker.addEventListener("messageerror", () => reject(new Error("the worker sent data that cannot be read")));
  });
  failure.catch(() => {}); // reported by the call that is waiting, or by the next one
  const call =
    <K extends keyof LaboratoryApi>(name: K) =>
    (...args: Parameters<LaboratoryApi[K]>) =>
      Promise.race([(api[name] as (...rest: unknown[]) => unknown)(...args), failure]) as Promise<ReturnType<LaboratoryApi[K]>>;
  return {
    describe: call("describe"),
    load: call("load"),
    step: call("step"),
    intervene: call("intervene"),
    network: call("network"),
    people: call("people"),
    inspect: call("inspect"),
    digest: call("digest"),
    stop() {
      (api as Remote<unknown>)[releaseProxy]();
      worker.terminate();
    },
  };
}

/** Starts the laboratory's worker. Vite bundles the file named here; keep the expression in this exact form. */
export const start = (): Laboratory => connect(new Worker(new URL("./laboratory.worker.ts", import.meta.url), { type: "module" }));
