import { proxy, wrap } from "comlink";
import type { ExperimentsApi } from "./protocol.ts";

export type Experiments = {
  [K in keyof ExperimentsApi]: (...args: Parameters<ExperimentsApi[K]>) => Promise<Awaited<ReturnType<ExperimentsApi[K]>>>;
};

/** Starts the worker that conducts experiments. Every pending call rejects if it fails. */
export function startExperiments(): Experiments {
  const worker = new Worker(new URL("./experiments.worker.ts", import.meta.url), { type: "module" });
  const api = wrap<Experiments>(worker);
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the script could not be loaded")));
  });
  failure.catch(() => {}); // reported by the call that is waiting, or by the next one
  return new Proxy({} as Experiments, {
    get:
      (_, name: keyof ExperimentsApi) =>
      (...args: unknown[]) =>
        Promise.race([
          (api[name] as (...rest: unknown[]) => Promise<unknown>)(...args.map((arg) => (typeof arg === "function" ? proxy(arg) : arg))),
          failure,
        ]),
  });
}
