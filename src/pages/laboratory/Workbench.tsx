import { Against } from "./baseline/Against.tsx";
import { Controls } from "./controls/Controls.tsx";
import { Inspector } from "./Inspector.tsx";
import { Pictures } from "./pictures/Pictures.tsx";
import { t } from "./preferences.ts";
import { Question } from "./Question.tsx";
import { AllSeries, allMeasures } from "./series/AllSeries.tsx";
import { failure, loaded, shownRecording } from "./session/index.ts";

/** One district: its controls, its measures and pictures, and what is opened in them. */
export function Workbench() {
  const result = loaded.value;
  return (
    <div class="page">
      <Controls />
      <main>
        <Question />
        <Against />
        <div class={allMeasures.value ? "bench" : "bench beside"}>
          {(result?.ok || shownRecording.value) && <AllSeries />}
          {!result && !failure.value && (
            <p class="busy" aria-busy="true" role="status">
              {t("building")}
            </p>
          )}
          {result?.ok && <Pictures />}
        </div>
        <footer>{t("limits")}</footer>
      </main>
      <Inspector />
    </div>
  );
}
