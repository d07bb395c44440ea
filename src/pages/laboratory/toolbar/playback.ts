import { signal } from "@preact/signals";
import { week } from "../session/index.ts";
import { held, hold } from "../weekSelection.ts";

const STEP = 120; // milliseconds from one week that is shown to the next
const LONGEST = 200; // steps, however long the run

/** Whether the weeks so far are being played. */
export const playing = signal(false);
let timer: ReturnType<typeof setInterval>;

export function stopPlayback(): void {
  clearInterval(timer);
  playing.value = false;
}

/** Plays the weeks so far, from the one that is held or from the first; or stops. */
export function togglePlayback(): void {
  if (playing.value) {
    stopPlayback();
    return;
  }
  hold(held.value ?? 1);
  playing.value = true;
  timer = setInterval(() => {
    if (held.value === undefined) stopPlayback();
    else hold(held.value + Math.max(1, Math.round(week.value / LONGEST)));
  }, STEP);
}
