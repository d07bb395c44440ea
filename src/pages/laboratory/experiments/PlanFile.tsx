import { useSignalEffect } from "@preact/signals";
import { problemInChinese } from "../../../words/index.ts";
import type { PlanFacts } from "../../../worker/experiments/protocol.ts";
import { language, t } from "../preferences.ts";
import { save } from "../save.ts";
import { answer, conduct, conducting, facts, failures, lanes, pause, progress, read, text, trouble } from "./conduct.ts";

const WAIT = 300; // milliseconds after the last keystroke before the plan is read

/** The plan as its file, what it comes to, and the running of it. */
export function PlanFile() {
  useSignalEffect(() => {
    text.value;
    const timer = setTimeout(() => void read(), WAIT);
    return () => clearTimeout(timer);
  });
  const found = answer.value;
  const said = (sentence: string) => (language.value === "zh" ? problemInChinese(sentence) : sentence);
  return (
    <section class="card plan-file" aria-labelledby="plan-file">
      <h2 id="plan-file">{t("planFile")}</h2>
      <p class="help" id="plan-file-help">
        {t("planFileHelp")}
      </p>
      <textarea
        rows={14}
        spellcheck={false}
        aria-label={t("planFile")}
        aria-describedby="plan-file-help"
        value={text.value}
        readOnly={conducting.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      {found && !found.ok && (
        <div class="alarm" role="alert">
          <ul>
            {found.problems.map(({ line, column, path, message, remedy }) => (
              <li key={`${line}:${column}:${path}`}>
                <code>
                  {line}:{column}
                </code>{" "}
                {path} {said(message)} {said(remedy)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {facts.value && (
        <p role="status" class="plan-facts" data-digest={facts.value.digest}>
          {t("planFacts", counts(facts.value))}
        </p>
      )}
      <div class="buttons">
        {conducting.value ? (
          <button type="button" onClick={() => void pause()}>
            ❚❚ {t("planPause")}
          </button>
        ) : (
          <button type="button" disabled={!facts.value} onClick={() => void conduct()}>
            ▶ {t("planRun")}
          </button>
        )}
        <label class="lanes">
          {t("planWorkers")}
          <input
            type="number"
            min={1}
            max={64}
            value={lanes.value}
            disabled={conducting.value}
            onChange={(event) => (lanes.value = Math.min(64, Math.max(1, Math.round(Number(event.currentTarget.value)) || 1)))}
          />
        </label>
        <button type="button" class="outline" onClick={() => save("plan.yaml", text.value)}>
          {t("planDownload")}
        </button>
        <label class="file">
          {t("planOpen")}
          <input
            type="file"
            accept=".yaml,.yml"
            class="visually-hidden"
            onChange={(event) => void event.currentTarget.files?.[0]?.text().then((content) => (text.value = content))}
          />
        </label>
      </div>
      <Progress />
      {failures.value && (
        <p role="alert" class="alarm">
          {t("planFailed", failures.value)}
        </p>
      )}
      {trouble.value && (
        <p role="alert" class="alarm">
          {t(trouble.value.full ? "planFull" : "planBroken", { message: trouble.value.message })}
        </p>
      )}
    </section>
  );
}

const counts = ({ runs, points, arms, replicates, weeks }: PlanFacts) => ({ runs, points, arms: arms.length, replicates, weeks });

function Progress() {
  const { done, total, found, since } = progress.value;
  if (total === 0) return null;
  const rate = (60_000 * (done - found)) / (performance.now() - since);
  const minutes = (total - done) / rate;
  const left = minutes < 1.5 ? `${Math.ceil(60 * minutes)} s` : `${Math.ceil(minutes)} min`;
  return (
    <div class="plan-progress" data-done={done} data-total={total}>
      <progress value={done} max={total} aria-label={t("planProgress", { done, total })} />
      <span role="status">
        {t("planProgress", { done, total })}
        {conducting.value && done > found && ` · ${t("planRate", { rate: rate.toFixed(rate < 10 ? 1 : 0), left })}`}
      </span>
    </div>
  );
}
