import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../preferences.ts";
import { week, weeks } from "../session/index.ts";
import { held, hold, shownWeek } from "../weekSelection.ts";
import { Icon } from "./Icon.tsx";

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

const STEP = 120; // milliseconds from one week that is shown to the next
const LONGEST = 200; // steps, however long the run

/** Plays the weeks so far: from the one that is held, or from the first. */
export function Playback() {
  const playing = useSignal(false);
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  const stop = () => {
    clearInterval(timer.current);
    playing.value = false;
  };
  useEffect(() => stop, []);
  const play = () => {
    if (playing.value) {
      stop();
      return;
    }
    hold(held.value ?? 1);
    playing.value = true;
    timer.current = setInterval(() => {
      if (held.value === undefined) stop();
      else hold(held.value + Math.max(1, Math.round(week.value / LONGEST)));
    }, STEP);
  };
  const name = t(playing.value ? "pausePlayback" : "playback");
  return (
    <button type="button" class="quiet playback" aria-label={name} title={name} disabled={week.value < 2} onClick={play}>
      <Icon name={playing.value ? "pause" : "run"} />
    </button>
  );
}
