import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../preferences.ts";
import { build, building, failure, finished, loaded, replaying, running, seed, speed, stepOnce, week } from "../session/index.ts";
import { Icon } from "./Icon.tsx";
import { goOrStop, playing, plays, stopPlayback } from "./playback.ts";
import { RunMenu } from "./RunMenu.tsx";

/** The three things to do with a run. */
export function RunControls() {
  useEffect(() => stopPlayback, []);
  const ready = loaded.value !== undefined && failure.value === undefined;
  const goes = running.value || playing.value;
  const past = plays.value && week.value > 1;
  return (
    <fieldset class="drive" aria-label={t("run")}>
      <button type="button" class="quiet" aria-label={t("reset")} title={t("reset")} disabled={!loaded.value} onClick={() => void build()}>
        <Icon name="reset" />
      </button>
      <button
        type="button"
        class="main"
        title={!goes && past ? t("playHelp") : undefined}
        disabled={!goes && !past && (!ready || finished.value)}
        onClick={once(goOrStop)}
      >
        <Icon name={goes ? "pause" : "run"} /> {t(replaying.value !== undefined ? "stop" : goes ? "pause" : past ? "play" : "run")}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={t("step")}
        title={t("step")}
        disabled={!ready || goes || finished.value}
        onClick={() => void stepOnce()}
      >
        <Icon name="step" />
      </button>
    </fieldset>
  );
}

/** What a run begins with and how fast and how long it goes, at the end of the weeks; on a phone when asked for. */
export function RunSettings() {
  const asked = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="quiet more"
        aria-label={t("runSettings")}
        title={t("runSettings")}
        aria-expanded={asked.value}
        onClick={() => (asked.value = !asked.value)}
      >
        ⋯
      </button>
      <div class={asked.value ? "settings asked" : "settings"}>
        <label class="seed">
          <span>{t("seed")}</span>
          <input
            type="text"
            value={building.value?.seed ?? seed.value}
            onChange={(event) => void build({ seed: event.currentTarget.value })}
          />
        </label>
        <label class="speed">
          <span>{t("speed")}</span>
          <select value={speed.value} onChange={(event) => (speed.value = Number(event.currentTarget.value))}>
            <option value={0}>{t("speedTop")}</option>
            {[1, 4, 12].map((count) => (
              <option key={count} value={count}>
                {t("speedWeeks", { count })}
              </option>
            ))}
          </select>
        </label>
        <RunMenu />
      </div>
    </>
  );
}

/** Run and pause share a place: the second click of a double click must not take back the first. */
const once = (act: () => void) => (event: MouseEvent) => {
  if (event.detail < 2) act();
};
