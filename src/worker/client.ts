import { callsTo } from "./calls.ts";
import { withHelpers } from "./helpers.ts";
import type { PictureName, Pictures } from "./pictures.ts";
import type { LaboratoryApi } from "./protocol.ts";

type Asynchronous = {
  picture<K extends PictureName>(name: K, ask: Pictures[K]["ask"]): Promise<Pictures[K]["frame"]>;
} & { [K in Exclude<keyof LaboratoryApi, "picture">]: (...args: Parameters<LaboratoryApi[K]>) => Promise<ReturnType<LaboratoryApi[K]>> };

export interface Laboratory extends Asynchronous {
  /** Ends the worker, in the midst of its work if need be. */
  stop(): void;
  /** Rejects when the worker has ended, however that came. */
  readonly ended: Promise<never>;
}

/** Starts the laboratory's worker. Vite bundles the files named here; keep the expressions in this exact form. */
export function start(): Laboratory {
  const worker = new Worker(new URL("./laboratory.worker.ts", import.meta.url), { type: "module" });
  const startThread = () => new Worker(new URL("./threadGroup.worker.ts", import.meta.url), { type: "module" });
  const { call, stop, ended } = callsTo<LaboratoryApi>(withHelpers(worker, startThread));
  return {
    describe: call("describe"),
    load: call("load"),
    step: call("step"),
    picture: call("picture") as Laboratory["picture"],
    schedule: call("schedule"),
    restore: call("restore"),
    write: call("write"),
    inspect: call("inspect"),
    agents: call("agents"),
    suggestions: call("suggestions"),
    present: call("present"),
    agentStates: call("agentStates"),
    networkGexf: call("networkGexf"),
    checkpoint: call("checkpoint"),
    digest: call("digest"),
    stop,
    ended,
  };
}
