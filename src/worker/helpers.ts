import { type Said, said } from "../scenario/index.ts";
import { type Called, started } from "./calls.ts";

/** Said by a worker to the page: it wants a helper at the other end of a line, or, without one, needs it no longer. */
interface Wanted {
  helper: number;
  line?: MessagePort;
}

/** Said by the page to a worker: a helper has ended by itself. */
interface Lost {
  lost: number;
  why: Said;
}

/**
 * A worker of this page whose helpers, workers too, the page starts for it: a worker in Firefox that starts one itself may wait for
 * ever when the browser is driven by a program. Helpers end with the worker.
 *
 * @param start  starts one
 */
export function withHelpers(worker: Worker, start: () => Worker): Called {
  const helpers = new Map<number, Worker>();
  const dismiss = (helper: number) => {
    helpers.get(helper)?.terminate();
    helpers.delete(helper);
  };
  let isOver = false;
  const dismissAll = () => {
    isOver = true;
    for (const helper of [...helpers.keys()]) dismiss(helper);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Partial<Wanted> | undefined>) => {
    const { helper, line } = data ?? {};
    if (helper === undefined || isOver) return;
    if (line === undefined) return dismiss(helper);
    const one = start();
    helpers.set(helper, one);
    started(one).onEnd((why) => helpers.has(helper) && worker.postMessage({ lost: helper, why } satisfies Lost));
    one.postMessage({ line }, [line]);
  });
  const called = started(worker);
  called.onEnd(dismissAll);
  return {
    ...called,
    terminate() {
      dismissAll();
      called.terminate();
    },
  };
}

let last = 0;

/** Has the page start a helper for this worker. Called by a worker that the page has started `withHelpers`. */
export function startHelper(): Called {
  const helper = ++last;
  const { port1: line, port2 } = new MessageChannel();
  const over = new AbortController();
  postMessage({ helper, line: port2 } satisfies Wanted, { transfer: [port2] });
  line.start();
  return {
    line,
    onEnd(told) {
      const { signal } = over;
      line.addEventListener("messageerror", () => told(said("workerGarbled")), { signal });
      const hear = ({ data }: MessageEvent<Partial<Lost> | undefined>) => data?.lost === helper && data.why && told(data.why);
      addEventListener("message", hear, { signal });
    },
    terminate() {
      over.abort();
      line.close();
      postMessage({ helper } satisfies Wanted);
    },
  };
}

/** The line to the worker that this one helps. Called once, by a helper. */
export const lineOfHelper = () =>
  new Promise<MessagePort>((resolve) => {
    addEventListener("message", ({ data }: MessageEvent<{ line: MessagePort }>) => resolve(data.line), { once: true });
  });
