import { t } from "../preferences.ts";
import { built, changed, interventions, loaded, saveScenario, setParameter, undoAll, undoIntervention } from "../session/index.ts";
import { labelOfPath, shownValue } from "./labels.ts";

/** What differs from the scenario file: before the first week, and from which week on. */
export function Changes() {
  const result = loaded.value;
  const set = Object.entries(changed.value);
  const count = set.length + interventions.value.length;
  return (
    <details class="changes" open={count > 0}>
      <summary>
        {t("differences")} {count > 0 && <mark>{count}</mark>}
      </summary>
      {count === 0 && <p class="help">{t("noDifferences")}</p>}
      <ul>
        {set.map(([path, value]) => (
          <li key={path}>
            <span>
              {t("becomes", { name: labelOfPath(path), value: shownValue(path, value) })}
              {JSON.stringify(built.value[path]) !== JSON.stringify(value) && <small> {t("pending")}</small>}
            </span>
            <button
              type="button"
              class="link"
              aria-label={`${t("undo")}: ${labelOfPath(path)}`}
              onClick={() => void setParameter(path, result?.ok ? result.values[path] : undefined)}
            >
              {t("undo")}
            </button>
          </li>
        ))}
        {interventions.value.map((one) => (
          <li key={`${one.week}${one.path}`}>
            <span>
              {t("inWeek", { week: one.week, what: t("becomes", { name: labelOfPath(one.path), value: shownValue(one.path, one.value) }) })}
            </span>
            <button
              type="button"
              class="link"
              aria-label={`${t("undo")}: ${t("inWeek", { week: one.week, what: labelOfPath(one.path) })}`}
              onClick={() => void undoIntervention(one)}
            >
              {t("undo")}
            </button>
          </li>
        ))}
      </ul>
      {count > 0 && (
        <p class="acts">
          <button type="button" class="link" onClick={() => void saveScenario()}>
            {t("download")}
          </button>
          {interventions.value.length > 1 && (
            <button type="button" class="link" onClick={() => void undoAll()}>
              {t("undoAll")}
            </button>
          )}
        </p>
      )}
    </details>
  );
}
