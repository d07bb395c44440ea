import { setImmediate } from "node:timers/promises";
import type { Progress } from "./progress.ts";

/** Milliseconds from one rest to the next. */
const REST = 50;
/** Milliseconds from one report to the next: to tell another thread, and to draw a bar, takes as long as a week of one community. */
const TELL = 250;

/**
 * What a long computation calls between its steps: now and then, by the clock, it tells how far it is and rests, so that
 * a wish to stop is heard.
 */
export function rests(bar: Progress): (done: number, note?: () => string) => Promise<void> | undefined {
  let rested = performance.now();
  let told = rested;
  return (done, note) => {
    const now = performance.now();
    if (now - rested < REST) return undefined;
    rested = now;
    if (now - told >= TELL) {
      told = now;
      bar.update(done, note?.() ?? "");
    }
    return setImmediate();
  };
}
