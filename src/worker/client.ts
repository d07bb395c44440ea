import { type Remote, releaseProxy, wrap } from "comlink";
import type { PictureName, Pictures } from "./pictures.ts";
import type { LaboratoryApi } from "./protocol.ts";

type Asynchronous = {
  picture<K extends PictureName>(name: K, ask: Pictures[K]["ask"]): Promise<Pictures[K]["frame"]>;
} & { [K in Exclude<keyof LaboratoryApi, "picture">]: (...args: Parameters<LaboratoryApi[K]>) => Promise<ReturnType<LaboratoryApi[K]>> };

export interface Laboratory extends Asynchronous {
  /** Ends the worker. */
  stop(): void;
}

/** Calls to a worker that reject if it fails: comlink alone would wait for ever. */
export function callsTo<Api>(worker: Worker) {
  const api = wrap<Api>(worker) as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the script could not be loaded")));
    worker.addEventListener("messageerror", () => reject(new Error("the worker sent data that cannot be read")));
  });
  failure.catch(() => {}); // reported by the call that is waiting, or by the next one
  const call =
    <K extends keyof Api & string>(name: K) =>
    (...args: Api[K] extends (...args: infer A) => unknown ? A : never) =>
      Promise.race([api[name](...args), failure]) as Promise<Api[K] extends (...args: never) => infer R ? Awaited<R> : never>;
  const stop = () => {
    (api as unknown as Remote<unknown>)[releaseProxy]();
    worker.terminate();
  };
  return { call, stop };
}

/** Connects to the laboratory's worker. */
export function connect(worker: Worker): Laboratory {
  const { call, stop } = callsTo<LaboratoryApi>(worker);
  return {
    describe: call("describe"),
    load: call("load"),
    step: call("step"),
    picture: call("picture") as Laboratory["picture"],
    schedule: call("schedule"),
    restore: call("restore"),
    write: call("write"),
    network: call("network"),
    people: call("people"),
    inspect: call("inspect"),
    present: call("present"),
    fates: call("fates"),
    checkpoint: call("checkpoint"),
    digest: call("digest"),
    stop,
  };
}

/** Starts the laboratory's worker. Vite bundles the file named here; keep the expression in this exact form. */
export const start = (): Laboratory => connect(new Worker(new URL("./laboratory.worker.ts", import.meta.url), { type: "module" }));
