import { Controls } from "./Controls.tsx";
import { Inspector } from "./Inspector.tsx";
import { Pictures } from "./pictures/Pictures.tsx";
import { t } from "./preferences.ts";
import { SeriesPanel } from "./SeriesPanel.tsx";
import { failure, loaded, restart } from "./session/index.ts";

/** One district: its controls, its measures and pictures, and what is opened in them. */
export function Workbench() {
  const result = loaded.value;
  return (
    <div class="room">
      <Controls />
      <main>
        {failure.value && (
          <div role="alert" class="alarm">
            <p>{t("crashed", { message: failure.value })}</p>
            <button type="button" onClick={() => void restart()}>
              {t("restart")}
            </button>
          </div>
        )}
        {result && !result.ok && (
          <div role="alert" class="alarm">
            <p>
              <strong>{t("problem")}</strong>
            </p>
            <ul>
              {result.problems.map((problem) => (
                <li key={`${problem.path}${problem.message}`}>
                  <code>
                    {problem.file}:{problem.line}:{problem.column}
                  </code>{" "}
                  {problem.path} {problem.message} {problem.remedy}
                </li>
              ))}
            </ul>
          </div>
        )}
        {!result && !failure.value && (
          <p class="busy" aria-busy="true" role="status">
            {t("building")}
          </p>
        )}
        {result?.ok && (
          <>
            <SeriesPanel />
            <Pictures />
          </>
        )}
        <footer>{t("limits")}</footer>
      </main>
      <Inspector />
    </div>
  );
}
