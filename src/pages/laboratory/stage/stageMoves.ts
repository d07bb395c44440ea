import { goTo } from "../goTo.ts";
import { place } from "../place.ts";
import { stepOnce, week } from "../session/index.ts";
import { stopPlayback } from "../toolbar/playback.ts";
import { held, hold, shownWeek } from "../weekSelection.ts";
import { stagePicture, stagePictures } from "./stagePictures.ts";

/** What a presenter does beside running and stopping: step through weeks and pictures, and leave. */

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

/** Back to where what is shown came from. */
export function leaveStage(): void {
  const claim = /^claim\/of-(.+)$/.exec(place.value)?.[1];
  goTo(claim === undefined ? "laboratory" : `claims/${claim}`);
}
