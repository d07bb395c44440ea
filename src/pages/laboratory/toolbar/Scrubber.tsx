import { useEffect } from "preact/hooks";
import { t } from "../preferences.ts";
import { week, weeks } from "../session/index.ts";
import { hold, shownWeek } from "../weekSelection.ts";
import { Icon } from "./Icon.tsx";
import { playing, stopPlayback, togglePlayback } from "./playback.ts";

/** Drags all pictures to any week that has been computed; at the end of these they follow the run again. */
export function Scrubber() {
  const last = Math.max(1, weeks.value);
  return (
    <input
      class="scrubber"
      type="range"
      aria-label={t("scrubber")}
      aria-valuetext={t("weekShort", { week: shownWeek.value })}
      min={1}
      max={last}
      disabled={week.value === 0}
      value={Math.max(1, shownWeek.value)}
      onInput={(event) => {
        hold(event.currentTarget.valueAsNumber);
        event.currentTarget.value = String(shownWeek.value); // never past what has been computed
      }}
    />
  );
}

/** Plays the weeks so far: from the one that is held, or from the first. */
export function Playback() {
  useEffect(() => stopPlayback, []);
  const name = t(playing.value ? "pausePlayback" : "playback");
  return (
    <button type="button" class="quiet playback" aria-label={name} title={name} disabled={week.value < 2} onClick={togglePlayback}>
      <Icon name={playing.value ? "pause" : "run"} />
    </button>
  );
}
