import { type Endpoint, proxy, wrap } from "comlink";
import { type Said, said } from "../scenario/index.ts";
import { tellSaid } from "../words/index.ts";

/** Why a worker cannot be asked any more. */
export class WorkerEnded extends Error {
  readonly said: Said;

  constructor(why: Said) {
    super(tellSaid("en", why));
    this.said = why;
  }
}

/** Why the script of a worker ended; a browser says nothing of one that it could not load. */
export const scriptFailed = (message: string): Said => (message ? said("unexpected", { message }) : said("workerNotLoaded"));

/** Asked of a page: told the name of a lock that a worker holds as long as it lives. */
interface Alive {
  holds: string;
}

/**
 * Holds a lock for as long as this worker lives and tells the page its name: a worker that ends for want of memory may
 * raise no error, but its lock comes free. Called by the worker.
 */
export function sayAlive(): void {
  if (navigator.locks === undefined) return; // the page is not served securely
  const holds = `worker ${crypto.randomUUID()}`;
  void navigator.locks.request(holds, () => {
    postMessage({ holds } satisfies Alive);
    return new Promise(() => {});
  });
}

/** A worker, as whoever calls it sees it. */
export interface Called {
  readonly line: Endpoint;
  /** @param told  of why it ended by itself */
  onEnd(told: (why: Said) => void): void;
  terminate(): void;
}

/** A worker that this page has started. */
export const started = (worker: Worker): Called => ({
  line: worker,
  onEnd(told) {
    worker.addEventListener("error", (event) => told(scriptFailed(event.message)));
    worker.addEventListener("messageerror", () => told(said("workerGarbled")));
    worker.addEventListener("message", ({ data }: MessageEvent<Partial<Alive> | undefined>) => {
      if (data?.holds) void navigator.locks.request(data.holds, () => told(said("workerSilent")));
    });
  },
  terminate: () => worker.terminate(),
});

/**
 * Calls to a worker that reject if it fails, dies or is stopped: comlink alone would wait for ever. `ended` rejects then
 * too. Functions that a call is given are called here, until it has ended: each comes by a line of its own, on which the last
 * word may arrive after the answer (Firefox).
 */
export function callsTo<Api>(worker: Called) {
  // Methods are called by their names; what each takes and gives, `call` says to the caller.
  const api = wrap<Api>(worker.line) as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  let end = (_: Said) => {};
  const ended = new Promise<never>((_, reject) => {
    end = (why) => reject(new WorkerEnded(why));
  });
  ended.catch(() => {}); // reported by the calls that wait, or by the next one, if nobody listens
  worker.onEnd(end);
  async function answer(name: string, args: readonly unknown[]): Promise<unknown> {
    let isOver = false;
    const line = (given: unknown) =>
      typeof given === "function" ? proxy((...told: unknown[]) => (isOver ? undefined : given(...told))) : given;
    try {
      return await Promise.race([api[name](...args.map(line)), ended]);
    } finally {
      isOver = true;
    }
  }
  const call =
    <K extends keyof Api & string>(name: K) =>
    (...args: Api[K] extends (...args: infer A) => unknown ? A : never) =>
      answer(name, args) as Promise<Api[K] extends (...args: never) => infer R ? Awaited<R> : never>;
  const stop = () => {
    end(said("workerStopped"));
    worker.terminate();
  };
  return { call, stop, ended };
}
