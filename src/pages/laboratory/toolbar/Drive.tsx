import { language, t } from "../preferences.ts";
import {
  choose,
  file,
  files,
  finished,
  load,
  loaded,
  pause,
  replaying,
  run,
  running,
  seed,
  speed,
  stepOnce,
  titleOf,
} from "../session/index.ts";
import { Icon } from "./Icon.tsx";

/** Which scenario, which seed, and the three things to do with a run. */
export function Drive() {
  const ready = loaded.value?.ok === true;
  return (
    <>
      <label class="scenario">
        <span>{t("scenario")}</span>
        <select
          value={file.value}
          onChange={(event) => {
            choose(event.currentTarget.value);
            void load();
          }}
        >
          {Object.keys(files.value).map((name) => (
            <option key={name} value={name}>
              {titleOf(name, language.value)}
            </option>
          ))}
        </select>
      </label>
      <label class="seed">
        <span>{t("seed")}</span>
        <input
          type="text"
          value={seed.value}
          onChange={(event) => {
            seed.value = event.currentTarget.value;
            void load();
          }}
        />
      </label>
      <fieldset class="drive" aria-label={t("run")}>
        <button type="button" class="quiet" aria-label={t("reset")} title={t("reset")} disabled={!loaded.value} onClick={() => void load()}>
          <Icon name="reset" />
        </button>
        {running.value ? (
          <button type="button" class="main" onClick={pause}>
            <Icon name="pause" /> {replaying.value === undefined ? t("pause") : t("stop")}
          </button>
        ) : (
          <button type="button" class="main" disabled={!ready || finished.value} onClick={() => void run()}>
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
    </>
  );
}
