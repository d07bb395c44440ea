import { computed, signal } from "@preact/signals";
import { finished, pause, run, running, week } from "../session/index.ts";
import { held, hold } from "../weekSelection.ts";

const STEP = 120; // milliseconds from one week that is shown to the next
const LONGEST = 200; // steps, however long the run

/** Whether the weeks so far are being played. */
export const playing = signal(false);
/** Whether there is a past to be played: a week of it is held, or the run has come to its end. */
export const plays = computed(() => held.value !== undefined || finished.value);
let timer: ReturnType<typeof setInterval>;

export function stopPlayback(): void {
  clearInterval(timer);
  playing.value = false;
}

/** Plays the weeks so far, from the one that is held or from the first, up to the last. */
function play(): void {
  hold(held.value ?? 1);
  playing.value = true;
  timer = setInterval(() => {
    if (held.value === undefined) stopPlayback();
    else hold(held.value + Math.max(1, Math.round(week.value / LONGEST)));
  }, STEP);
}

/** The one button of a player: stops what goes; plays on from a week of the past; at the last week the run goes on. */
export function goOrStop(): void {
  if (running.value) pause();
  else if (playing.value) stopPlayback();
  else if (plays.value) play();
  else void run();
}
