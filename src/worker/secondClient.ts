import { proxy } from "comlink";
import { callsTo } from "./calls.ts";
import type { SecondApi } from "./secondProtocol.ts";

type Asynchronous = { [K in keyof SecondApi]: (...args: Parameters<SecondApi[K]>) => Promise<ReturnType<SecondApi[K]>> };

export interface SecondWorld extends Asynchronous {
  /** Ends the worker, in the midst of its work if need be. */
  stop(): void;
}

/** Starts a worker for a second world. Vite bundles the file named here; keep the expression in this exact form. */
export function startSecond(): SecondWorld {
  const { call, stop } = callsTo<SecondApi>(new Worker(new URL("./second.worker.ts", import.meta.url), { type: "module" }));
  return {
    tell: (request, progress) => call("tell")(request, proxy(progress)),
    branch: (request, progress) => call("branch")(request, proxy(progress)),
    adopt: call("adopt"),
    step: call("step"),
    network: call("network"),
    people: call("people"),
    inspect: call("inspect"),
    differences: call("differences"),
    present: call("present"),
    digest: call("digest"),
    stop,
  };
}
