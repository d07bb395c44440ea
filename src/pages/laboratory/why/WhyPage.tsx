import { useSignal } from "@preact/signals";
import { differingValues, type StoryKind, storyKinds } from "../../../observation/index.ts";
import { agentName, columnName, valueInWords } from "../../../words/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { NumberField } from "../NumberField.tsx";
import { inWords, language, t } from "../preferences.ts";
import { loaded, week } from "../session/index.ts";
import { meaning, StoryView } from "./StoryView.tsx";
import { askOtherwise, failure, nobody, otherwise, progress, stop, tell, told } from "./telling.ts";
import { asked, chosen } from "./WhyButton.tsx";
import "./why.css";

const spans = [0, 13, 52];

/** The story of one agent of the run that stands: choose whom, and read. */
export function WhyPage() {
  const span = useSignal(0);
  const agent = chosen.value;
  const begin = () => void tell(chosen.peek(), span.peek());
  useSignalEffect(() => {
    if (asked.value === undefined) return;
    chosen.value = asked.value;
    asked.value = undefined;
    if (week.peek() > 0) begin();
  });
  const going = progress.value;
  return (
    <main class="why">
      <h2>{t("whyPage")}</h2>
      <p class="help">{t("whyHelp")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <label>
          {t("whyWho")}
          <select value={agent.kind} onChange={(event) => (chosen.value = { kind: event.currentTarget.value as StoryKind, index: 0 })}>
            {storyKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind_${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("whyNumber")}
          <NumberField value={agent.index} min={0} whole onChange={(index) => (chosen.value = { ...agent, index })} />
        </label>
        <label>
          {t("whyWeeks")}
          <select value={span.value} onChange={(event) => (span.value = Number(event.currentTarget.value))}>
            {spans.map((n) => (
              <option key={n} value={n}>
                {n === 0 ? t("whyAll") : t("whyLast", { n })}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={!loaded.value?.ok || week.value === 0 || going !== undefined}>
          {t("whyTell")}
        </button>
        {going && (
          <button type="button" class="secondary" onClick={stop}>
            {t("whyStop")}
          </button>
        )}
      </form>
      {week.value === 0 && <p role="status">{t("whyNone")}</p>}
      {going && (
        <p role="status">
          <progress max={going.to} value={going.week} aria-label={t("whyRunning", { week: going.week, weeks: going.to })} />{" "}
          {t("whyRunning", { week: going.week, weeks: going.to })}
          {Number.isFinite(going.left) && `, ${t("whyLeft", { seconds: Math.ceil(going.left) })}`}
        </p>
      )}
      {failure.value && <p role="alert">{t("whyFailed", { message: inWords(failure.value) })}</p>}
      {nobody.value && (
        <p role="alert">
          {t(nobody.value.count === 0 ? "whyNoneYet" : "whyNobody", {
            name: agentName(language.value, nobody.value.agent),
            count: nobody.value.count,
            last: nobody.value.count - 1,
          })}
        </p>
      )}
      <Otherwise />
      {told.value && (
        <section aria-label={t("whyTimeline", { name: agentName(language.value, told.value.agent) })}>
          <h2>{t("story_heading", { name: agentName(language.value, told.value.agent), from: told.value.from + 1, to: told.value.to })}</h2>
          <StoryView
            key={`${told.value.agent.kind}${told.value.agent.index}`}
            story={told.value}
            onOtherwise={(mechanism, at, draw) => void askOtherwise(mechanism, at, draw)}
          />
        </section>
      )}
    </main>
  );
}

/** What would be otherwise by the end, had one draw fallen on the other side. */
function Otherwise() {
  const it = otherwise.value;
  const here = told.value;
  if (!it || !here) return null;
  const values = differingValues(here, it.story);
  const { kind } = here.agent;
  const what = meaning(it.mechanism, it.draw.stream, it.draw.draw)?.[language.value] ?? it.mechanism;
  return (
    <section class="card otherwise" role="status" aria-label={t("whyOtherwise")}>
      <p>{t("whyOtherwiseResult", { what, week: it.week, to: here.to })}</p>
      {values.length === 0 ? (
        <p>{t("whyOtherwiseSame")}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("measure")}</th>
              <th scope="col">{t("whyHere")}</th>
              <th scope="col">{t("whyThere")}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={`${value.column}${value.place}`}>
                <td>{columnName(language.value, kind, value.column, value.place)}</td>
                <td>{valueInWords(language.value, kind, value, value.here)}</td>
                <td>{valueInWords(language.value, kind, value, value.there)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" class="secondary" onClick={() => (otherwise.value = undefined)}>
        {t("close")}
      </button>
    </section>
  );
}
