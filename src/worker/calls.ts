import { wrap } from "comlink";

/** Why a worker cannot be asked any more. */
export class WorkerEnded extends Error {}

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

/**
 * Calls to a worker that reject if it fails, dies or is stopped: comlink alone would wait for ever. `ended` rejects then
 * too. Called by the page.
 */
export function callsTo<Api>(worker: Worker) {
  const api = wrap<Api>(worker) as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  let end = (_: string) => {};
  const ended = new Promise<never>((_, reject) => {
    end = (message) => reject(new WorkerEnded(message));
  });
  ended.catch(() => {}); // reported by the calls that wait, or by the next one, if nobody listens
  worker.addEventListener("error", (event) => end(event.message || "The script of the worker could not be loaded."));
  worker.addEventListener("messageerror", () => end("The worker sent data that cannot be read."));
  worker.addEventListener("message", ({ data }: MessageEvent<Partial<Alive> | undefined>) => {
    if (data?.holds) void navigator.locks.request(data.holds, () => end("The worker ended without a word, perhaps for want of memory."));
  });
  const call =
    <K extends keyof Api & string>(name: K) =>
    (...args: Api[K] extends (...args: infer A) => unknown ? A : never) =>
      Promise.race([api[name](...args), ended]) as Promise<Api[K] extends (...args: never) => infer R ? Awaited<R> : never>;
  const stop = () => {
    end("The worker was stopped.");
    worker.terminate();
  };
  return { call, stop, ended };
}
