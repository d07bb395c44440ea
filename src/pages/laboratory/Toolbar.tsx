import { language, t, theme } from "./preferences.ts";
import { room, rooms } from "./rooms.ts";
import { digest, file, files, finished, load, loaded, pause, run, running, seed, speed, stepOnce, week, weeks } from "./session/index.ts";

const titleOf = (name: string): string => {
  const key = language.value === "zh" ? "titleZh" : "title";
  return files[name].match(new RegExp(`^${key}: *(.+)$`, "m"))?.[1] ?? name;
};

/** Which scenario, which seed, and the four things to do with a run. */
export function Toolbar() {
  const result = loaded.value;
  const ready = result?.ok === true;
  return (
    <header class="toolbar">
      <div class="brand">
        <img src="./icon.svg" alt="" width="34" height="34" />
        <div>
          <strong>{t("title")}</strong>
          <small>{t("subtitle")}</small>
        </div>
      </div>
      <label>
        {t("scenario")}
        <select
          value={file.value}
          onChange={(event) => {
            file.value = event.currentTarget.value;
            void load();
          }}
        >
          {Object.keys(files).map((name) => (
            <option key={name} value={name}>
              {titleOf(name)}
            </option>
          ))}
        </select>
      </label>
      <label class="seed">
        {t("seed")}
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
        {running.value ? (
          <button type="button" class="main" onClick={pause}>
            ❚❚ {t("pause")}
          </button>
        ) : (
          <button type="button" class="main" disabled={!ready || finished.value} onClick={() => void run()}>
            ▶ {t("run")}
          </button>
        )}
        <button type="button" class="outline" disabled={!ready || running.value || finished.value} onClick={() => void stepOnce()}>
          {t("step")}
        </button>
        <button type="button" class="outline" disabled={!result} onClick={() => void load()}>
          {t("reset")}
        </button>
      </fieldset>
      <label>
        {t("speed")}
        <select value={speed.value} onChange={(event) => (speed.value = Number(event.currentTarget.value))}>
          <option value={0}>{t("speedTop")}</option>
          {[1, 4, 12].map((count) => (
            <option key={count} value={count}>
              {t("speedWeeks", { count })}
            </option>
          ))}
        </select>
      </label>
      <div class="clock">
        <span role="status" aria-live="off" data-week={week.value}>
          {t("week", { week: week.value, weeks: weeks.value })}
        </span>
        <progress value={week.value} max={Math.max(1, weeks.value)} aria-label={t("week", { week: week.value, weeks: weeks.value })} />
        <code class="digest" title={t("digest")} data-digest={digest.value}>
          {digest.value ? `${digest.value.slice(0, 16)}…` : ""}
        </code>
      </div>
      <nav class="rooms" aria-label={t("rooms")}>
        {rooms.map(({ id, word }) => (
          <a key={id} href={`#${id}`} aria-current={room.value === id ? "page" : undefined}>
            {t(word)}
          </a>
        ))}
      </nav>
      <div class="taste">
        <button type="button" class="quiet" onClick={() => (language.value = language.value === "en" ? "zh" : "en")}>
          {t("language")}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={t("theme")}
          title={t("theme")}
          onClick={() => (theme.value = theme.value === "dark" ? "light" : "dark")}
        >
          ◐
        </button>
      </div>
    </header>
  );
}
