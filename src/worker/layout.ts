import type { Said } from "../scenario/index.ts";
import type { Layout } from "../views/index.ts";
import { scriptFailed } from "./calls.ts";

/**
 * A layout in a worker of its own, so that neither the page nor the model waits for it.
 *
 * @param onFault  told when the worker fails: nodes stay where they are from then on
 */
export function startLayout(onFault: (why: Said) => void): Layout {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  let round = 0;
  const layout: Layout = {
    begin: (request) => worker.postMessage({ round: ++round, request }),
    onPositions: () => {},
    stop: () => worker.terminate(),
  };
  worker.addEventListener("message", ({ data }: MessageEvent<{ round: number; positions: Float32Array; settled: boolean }>) => {
    if (data.round === round) layout.onPositions(data.positions, data.settled); // else of a graph that is no more
  });
  worker.addEventListener("error", ({ message }) => onFault(scriptFailed(message)));
  return layout;
}
