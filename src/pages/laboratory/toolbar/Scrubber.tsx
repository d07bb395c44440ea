import { t } from "../preferences.ts";
import { week, weeks } from "../session/index.ts";
import { hold, shownWeek } from "../weekSelection.ts";
import { goOrStop } from "./playback.ts";

/** Drags all pictures to any week that has been computed; at the end of these they follow the run again. Space plays and stops. */
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
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        goOrStop();
      }}
    />
  );
}
