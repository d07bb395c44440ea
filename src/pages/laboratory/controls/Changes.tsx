import { t } from "../preferences.ts";
import { built, changed, interventions, loaded, saveScenario, setParameter, undoAll, undoIntervention } from "../session/index.ts";
import { interventionInWords, labelOfPath, shownValue } from "./labels.ts";

/** What differs from the scenario file: before the first week, and from which week on; and what the file itself changes in its weeks. */
export function Changes() {
  const result = loaded.value;
  const set = Object.entries(changed.value);
  const ofFile = result?.interventions ?? [];
  const count = set.length + interventions.value.length;
  return (
    <details class="changes" open={count + ofFile.length > 0}>
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
        {interventions.value.map((one, k) => (
          <li key={`${k}${one.path}`}>
            <span>{t("inWeek", { week: one.week, what: interventionInWords(one) })}</span>
            <button
              type="button"
              class="link"
              aria-label={`${t("undo")}: ${t("inWeek", { week: one.week, what: interventionInWords(one) })}`}
              onClick={() => void undoIntervention(one)}
            >
              {t("undo")}
            </button>
          </li>
        ))}
      </ul>
      {ofFile.length > 0 && (
        <>
          <h4>{t("scheduled")}</h4>
          <ul>
            {ofFile.map((one, k) => (
              <li key={`${k}${one.path}`}>{t("inWeek", { week: one.week, what: interventionInWords(one) })}</li>
            ))}
          </ul>
        </>
      )}
      {count > 0 && (
        <p class="acts">
          <a href="#real">{t("isItReal")}</a>
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
