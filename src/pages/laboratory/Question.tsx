import { language, t } from "./preferences.ts";
import { ScenarioChoice } from "./ScenarioChoice.tsx";
import { changed, interventions, loaded, shownRecording } from "./session/index.ts";

/** What the scenario asks, what to look for, and what stands here: the first thing to be read. */
export function Question() {
  const result = loaded.value?.ok ? loaded.value : undefined;
  const { question, lookFor } = result ?? shownRecording.value ?? {};
  const changes = Object.keys(changed.value).length + interventions.value.length;
  return (
    <header class="question">
      <div class="asked">
        {question?.[language.value] && <h1>{question[language.value]}</h1>}
        <p class="once">
          {t("realOneRun")} <a href="#real">{t("isItReal")}</a>
        </p>
      </div>
      {lookFor?.[language.value] && (
        <p>
          <strong>{t("lookFor")}</strong> {lookFor[language.value]}
        </p>
      )}
      <div class="district">
        <ScenarioChoice />
        {result && (
          <p class="help">
            {t("districtIs", {
              residents: result.residents.toLocaleString(language.value),
              communities: result.communities.length,
              organizations: result.organizations,
              changes,
            })}
          </p>
        )}
      </div>
    </header>
  );
}
