import { goTo } from "../goTo.ts";
import { place } from "../place.ts";
import { finished, pause, run, running, stepOnce, week } from "../session/index.ts";
import { playing, stopPlayback, togglePlayback } from "../toolbar/playback.ts";
import { held, hold, shownWeek } from "../weekSelection.ts";
import { stagePicture, stagePictures } from "./stagePictures.ts";

/** What a presenter does: run and stop, step through weeks and pictures, and leave. */

/** Runs or pauses; what has run to its end is played from its first week. */
export function runOrStop(): void {
  if (running.value) pause();
  else if (playing.value || finished.value) togglePlayback();
  else {
    hold("now");
    void run();
  }
}

/** Steps on by some weeks; past the last one that has run, the run goes on by one. */
export function stepWeeks(by: number): void {
  stopPlayback();
  if (by > 0 && held.value === undefined) void stepOnce();
  else if (week.value > 0) hold(Math.max(1, shownWeek.value + by));
}

export function showWeek(which: "first" | "last"): void {
  stopPlayback();
  hold(which === "first" ? 1 : "now");
}

export function stepPicture(by: 1 | -1): void {
  const pictures = stagePictures();
  const at = pictures.indexOf(stagePicture(place.value));
  place.value = pictures[(at + by + pictures.length) % pictures.length].id;
}

export const leaveStage = (): void => goTo("laboratory");
