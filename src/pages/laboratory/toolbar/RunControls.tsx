import { language, t } from "../preferences.ts";
import {
  build,
  building,
  failure,
  file,
  files,
  finished,
  loaded,
  pause,
  replaying,
  run,
  running,
  scenarioFile,
  seed,
  speed,
  stepOnce,
  titleOf,
} from "../session/index.ts";
import { Icon } from "./Icon.tsx";
import { RunMenu } from "./RunMenu.tsx";

/** Which scenario, and the three things to do with a run. */
export function RunControls() {
  const ready = loaded.value !== undefined && failure.value === undefined;
  const coming = building.value;
  return (
    <>
      <label class="scenario">
        <span>{t("scenario")}</span>
        <select
          value={coming?.file !== undefined && coming.file in files.value ? coming.file : file.value}
          onChange={(event) => void build(scenarioFile(event.currentTarget.value))}
        >
          {Object.keys(files.value).map((name) => (
            <option key={name} value={name}>
              {titleOf(name, language.value)}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="drive" aria-label={t("run")}>
        <button
          type="button"
          class="quiet"
          aria-label={t("reset")}
          title={t("reset")}
          disabled={!loaded.value}
          onClick={() => void build()}
        >
          <Icon name="reset" />
        </button>
        {running.value ? (
          <button type="button" class="main" onClick={once(pause)}>
            <Icon name="pause" /> {replaying.value === undefined ? t("pause") : t("stop")}
          </button>
        ) : (
          <button type="button" class="main" disabled={!ready || finished.value} onClick={once(() => void run())}>
            <Icon name="run" /> {t("run")}
          </button>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={t("step")}
          title={t("step")}
          disabled={!ready || running.value || finished.value}
          onClick={() => void stepOnce()}
        >
          <Icon name="step" />
        </button>
      </fieldset>
    </>
  );
}

/** What a run begins with and how fast and how long it goes, at the end of the weeks. */
export function RunSettings() {
  return (
    <>
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
    </>
  );
}

/** Run and pause share a place: the second click of a double click must not take back the first. */
const once = (act: () => void) => (event: MouseEvent) => {
  if (event.detail < 2) act();
};
