import type { Problem } from "../../scenario/index.ts";
import { inWords, language, t } from "./preferences.ts";
import { failure, lastKept, notice, recover, refusal, restart } from "./session/index.ts";
import { TablesReport } from "./TablesReport.tsx";

/** What the reader must know now: a failure and what to do, what is wrong with a scenario, how a link came out. */
export function Notices() {
  const refused = refusal.value;
  const told = notice.value;
  const kept = failure.value ? lastKept() : 0;
  return (
    <div class="notices">
      {failure.value && (
        <div role="alert" class="alarm">
          <p>
            <strong>{t("crashed", { message: inWords(failure.value) })}</strong>
          </p>
          <p>{t("crashedHelp")}</p>
          {kept > 0 && (
            <button type="button" class="main" onClick={() => void recover()}>
              {t("recover", { week: kept })}
            </button>
          )}
          <button type="button" class="outline" onClick={() => void restart()}>
            {t("restart")}
          </button>
        </div>
      )}
      {refused && (
        <div role="alert" class="alarm">
          <p>
            <strong>{refused.file === undefined ? t("refusedChange") : t("refusedFile", { file: refused.file })}</strong>
            <button type="button" class="quiet" aria-label={t("close")} onClick={() => (refusal.value = undefined)}>
              ✕
            </button>
          </p>
          <ul>
            {refused.problems.map((problem) => (
              <li key={`${problem.path}${problem.message}`}>
                <code>{inChanges(problem) ? t("problemInChanges") : `${problem.file}:${problem.line}:${problem.column}`}</code>{" "}
                {problem.path} {inWords(problem.message)} {inWords(problem.remedy)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <TablesReport />
      <div role="status">
        {told && (
          <div class={told.tone === "good" ? "told good" : "told"}>
            <span>
              {t(
                told.word,
                Object.fromEntries(
                  Object.entries(told.values ?? {}).map(([name, value]) => [
                    name,
                    typeof value === "object" ? value[language.value] : value,
                  ]),
                ),
              )}
            </span>
            <button type="button" class="quiet" aria-label={t("close")} onClick={() => (notice.value = undefined)}>
              ✕
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Whether a problem lies in what was changed on the page, and not in a file. */
const inChanges = ({ line }: Problem): boolean => line === 0;
