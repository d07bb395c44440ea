import { forceLayout, type LayoutRequest } from "../views/index.ts";

const EVERY = 60; // milliseconds between pictures of a layout that is still moving
let current = 0;

/** Lays out the graph that was sent last, and sends positions until it has come to rest. */
addEventListener("message", ({ data: { round, request } }: MessageEvent<{ round: number; request: LayoutRequest }>) => {
  current = round;
  const layout = forceLayout(request);
  const go = () => {
    if (round !== current) return; // another graph has come
    const until = performance.now() + EVERY;
    let moving = true;
    while (moving && performance.now() < until) moving = layout.step();
    const positions = layout.positions();
    postMessage({ round, positions, settled: !moving }, { transfer: [positions.buffer] });
    if (moving) setTimeout(go, 0);
  };
  go();
});
