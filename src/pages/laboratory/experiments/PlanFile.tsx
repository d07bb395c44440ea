import type { Problem } from "../../../scenario/index.ts";
import { marks, tellTime } from "../../../words/index.ts";
import type { PlanFacts } from "../../../worker/experiments/protocol.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { NumberField } from "../NumberField.tsx";
import { secondsLeft } from "../pace.ts";
import { inWords, language, t } from "../preferences.ts";
import { save } from "../save.ts";
import { notice, tellEncoding, textOf } from "../session/index.ts";
import {
  answer,
  apart,
  conduct,
  conducting,
  facts,
  failures,
  lanes,
  openPlan,
  pause,
  progress,
  read,
  redraft,
  refused,
  secondsMissing,
  text,
  trouble,
} from "./conduct.ts";

const WAIT = 300; // milliseconds after the last keystroke before the plan is read

/** The plan as its file, what it comes to, and the running of it. */
export function PlanFile() {
  useSignalEffect(() => {
    text.value;
    const timer = setTimeout(() => void read(), WAIT);
    return () => clearTimeout(timer);
  });
  const found = answer.value;
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
            <Problems list={found.problems} />
          </ul>
        </div>
      )}
      {apart.value && !conducting.value && (
        <p class="help">
          {t("planApart")}{" "}
          <button type="button" class="link" onClick={redraft}>
            {t("planRedraft")}
          </button>
        </p>
      )}
      {facts.value && (
        <p role="status" class="plan-facts" data-digest={facts.value.digest}>
          {t("planFacts", counts(facts.value))}
          <Takes of={facts.value} />
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
          <NumberField value={lanes.value} min={1} max={64} whole disabled={conducting.value} onChange={(next) => (lanes.value = next)} />
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
            disabled={conducting.value}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen) void open(chosen);
              event.currentTarget.value = "";
            }}
          />
        </label>
      </div>
      <Refused />
      <Progress />
      {failures.value && (
        <p role="alert" class="alarm">
          {t("planFailed", { count: failures.value.count, cause: inWords(failures.value.cause) })}
        </p>
      )}
      {trouble.value && (
        <p role="alert" class="alarm">
          {t(trouble.value.full ? "planFull" : "planBroken", { message: inWords(trouble.value.why) })}
        </p>
      )}
    </section>
  );
}

/** Opens a plan that was chosen as a file. */
async function open(chosen: File): Promise<void> {
  const { name } = chosen;
  notice.value = undefined;
  const written = await textOf(chosen).catch(() => undefined);
  if (written === undefined) {
    refused.value = { name, why: "plan" };
    return;
  }
  tellEncoding(name, written);
  await openPlan({ name, text: written.text });
}

/** What could not be opened, and why. */
function Refused() {
  if (!refused.value) return null;
  const { name, why, problems = [] } = refused.value;
  return (
    <div class="alarm" role="alert">
      <p>
        {t(`results_${why}`, { name })}{" "}
        <button type="button" class="quiet" aria-label={t("close")} onClick={() => (refused.value = undefined)}>
          ✕
        </button>
      </p>
      <ul>
        <Problems list={problems} />
      </ul>
    </div>
  );
}

function Problems({ list }: { list: readonly Problem[] }) {
  return (
    <>
      {list.map(({ line, column, path, message, remedy }) => (
        <li key={`${line}:${column}:${path}`}>
          <code>
            {line}:{column}
          </code>{" "}
          {path} {inWords(message)} {inWords(remedy)}
        </li>
      ))}
    </>
  );
}

const counts = ({ runs, points, arms, replicates, weeks }: PlanFacts) => ({ runs, points, arms: arms.length, replicates, weeks });

/** How long the runs that are missing take on this machine, by a short trial. */
function Takes({ of: { intervals } }: { of: PlanFacts }) {
  const seconds = secondsMissing.value;
  if (seconds === undefined || conducting.value) return null;
  const word = intervals.anytime === undefined ? "time_about" : "time_atMost";
  return <strong>{`${marks[language.value].part}${t(word, { time: tellTime(language.value, seconds) })}`}</strong>;
}

function Progress() {
  const { done, total } = progress.value;
  if (total === 0) return null;
  const left = conducting.value ? secondsLeft(progress.value) : undefined;
  const word = facts.value?.intervals.anytime === undefined ? "time_left" : "time_leftAtMost";
  return (
    <div class="plan-progress" data-done={done} data-total={total}>
      <progress value={done} max={total} aria-label={t("planProgress", { done, total })} />
      <span role="status">
        {t("planProgress", { done, total })}
        {left !== undefined && `${marks[language.value].part}${t(word, { time: tellTime(language.value, left) })}`}
      </span>
    </div>
  );
}
