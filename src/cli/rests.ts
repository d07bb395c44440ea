import { setImmediate } from "node:timers/promises";
import type { Progress } from "./progress.ts";

/** Milliseconds. To tell another thread takes as long as a tenth of a week of one community. */
const EVERY = 50;

/**
 * What a long computation calls between its steps: now and then, by the clock, it tells how far it is and rests, so that
 * a wish to stop is heard.
 */
export function rests(bar: Progress): (done: number, note?: () => string) => Promise<void> | undefined {
  let last = performance.now();
  return (done, note) => {
    const now = performance.now();
    if (now - last < EVERY) return undefined;
    last = now;
    bar.update(done, note?.() ?? "");
    return setImmediate();
  };
}
