import "../lessons/lessons.css";
import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { parse } from "yaml";
import {
  armsOf,
  type Lesson,
  lessonSchema,
  type Predicted,
  type Prediction,
  type Reply,
  runsOfOptions,
  valuesOf,
} from "../../teaching/index.ts";
import { marks } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { scaleNow } from "../laboratory/stage/onStage.ts";
import { CurveChart } from "../lessons/CurveChart.tsx";
import { ensembleOfScene, progress, runEnsemble } from "../lessons/ensembles.ts";
import { inTongue } from "../lessons/inTongue.ts";
import { Strip } from "../lessons/Reveal.tsx";
import { board, followBoard } from "./board.ts";
import { decidedInWords } from "./decidedInWords.ts";
import { Multiples } from "./Multiples.tsx";
import { predictionsInWords } from "./predictionsInWords.ts";
import { QrCode } from "./QrCode.tsx";
import { Replicates } from "./Replicates.tsx";
import { RoundTable } from "./RoundTable.tsx";
import { roundInWords } from "./roundInWords.ts";
import { Trouble } from "./Trouble.tsx";

type Shown = Extract<Reply, { type: "board" }>;

/** What the room sees: how to join, what is predicted or played, and what came of it. No names. */
export function Screen() {
  useEffect(() => {
    followBoard({ type: "watch" });
    const set = () => document.documentElement.style.setProperty("--stage", String(scaleNow()));
    set();
    addEventListener("resize", set);
    addEventListener("keydown", (event: KeyboardEvent) => {
      if (event.key === "l") language.value = language.value === "en" ? "zh" : "en";
    });
  }, []);
  const now = board.value;
  if (!now) return <p class="busy">{t("classReaching")}</p>;
  const { state, seats, join, scene, predictions } = now;
  const counts = { here: seats.filter(({ here }) => here).length, seats: seats.length, done: seats.filter(({ done }) => done).length };
  const waiting =
    state.phase === "waiting" &&
    state.round === 1 &&
    (state.mode !== "lesson" || (scene?.scene === 0 && !scene.revealed && predictions.length === 0));
  return (
    <main class={`screen ${waiting ? "joining" : ""}`} lang={language.value}>
      <header>
        <h1>{state.title[language.value]}</h1>
        <p role="status">{t("boardSeats", counts)}</p>
      </header>
      <aside class="how">
        <QrCode text={`${join.address}/#${join.code}`} />
        <p>{join.address}</p>
        <p class="code">{join.code}</p>
      </aside>
      <Trouble state={state} />
      {now.replicates && !waiting && <Replicates of={now.replicates} />}
      {now.apart && state.round > 1 && <Multiples of={now.apart} />}
      {state.mode === "lesson" && <SceneOnScreen now={now} />}
      {(state.mode === "district" || state.mode === "districts") && <Play now={now} />}
    </main>
  );
}

function Play({ now: { state, rounds } }: { now: Shown }) {
  const last = rounds[rounds.length - 1];
  if (state.phase === "debrief") return <Debrief rounds={rounds} />;
  return (
    <>
      {state.phase === "open" && <h2>{t("classRound", { round: state.round, from: state.week + 1, to: state.week + 13 })}</h2>}
      {state.phase === "paused" && <h2>{t("classPaused")}</h2>}
      {state.phase === "running" && (
        <h2 class="busy" aria-busy="true">
          {t("classRunning")}
        </h2>
      )}
      {last && <RoundTable played={last} />}
    </>
  );
}

/** What was decided in each round, who won and who paid, and where it led from the first to the last. */
function Debrief({ rounds }: { rounds: Shown["rounds"] }) {
  const [first, last] = [rounds[0], rounds[rounds.length - 1]];
  const whole = last && { ...last, rows: last.rows.map((row, k) => ({ ...row, before: first.rows[k].after })) };
  return (
    <>
      <ol class="decided">
        {rounds.map((played) => (
          <li key={played.round}>
            <strong>{t("roundsDecided", { round: played.round })}</strong>
            {marks[language.value].colon}
            {played.interventions.map(decidedInWords).join(marks[language.value].part) || t("roundsNothing")}
            <p class="verdict">{roundInWords(played)}</p>
          </li>
        ))}
      </ol>
      {whole && <RoundTable played={whole} title={t("roundsWhole", { from: first.round, to: last.round })} />}
    </>
  );
}

function SceneOnScreen({ now: { text, scene, predictions } }: { now: Shown }) {
  const lesson = useComputed<Lesson | undefined>(() => (text === undefined ? undefined : lessonSchema.parse(parse(text)))).value;
  const of = scene && lesson?.scenes[scene.scene];
  const revealed = scene?.revealed === true;
  useEffect(() => {
    if (lesson && of?.predict && revealed) void runEnsemble(lesson, of, of.predict);
  }, [of?.title, revealed]);
  if (!lesson || !scene || !of) return null;
  const ensemble = of.predict && revealed ? ensembleOfScene(lesson, of, of.predict) : undefined;
  return (
    <article class="lesson">
      <h2>{inTongue(of, "title")}</h2>
      <p>{inTongue(of, "text")}</p>
      {of.predict && (
        <>
          <h3>{inTongue(of.predict, "ask")}</h3>
          <p>{t("screenPredictions", { count: predictions.length })}</p>
          {ensemble && predictions.length > 0 && (
            <p class="told" role="status">
              {predictionsInWords(of.predict, predictions, ensemble)}
            </p>
          )}
          <Crowd predict={of.predict} weeks={scene.weeks} crowd={predictions} ensemble={ensemble} />
          {ensemble && inTongue(of.predict, "says") && <p>{inTongue(of.predict, "says")}</p>}
          {revealed && progress.value && (
            <p role="status">
              <progress max={progress.value.total} value={progress.value.done} />
            </p>
          )}
        </>
      )}
      {(revealed || !of.predict) && inTongue(of, "talk") && (
        <aside class="talk">
          <h3>{t("lessonTalk")}</h3>
          <p>{inTongue(of, "talk")}</p>
        </aside>
      )}
    </article>
  );
}

/** What a class predicted, and the runs once they are revealed. */
function Crowd({
  predict,
  weeks,
  crowd,
  ensemble,
}: {
  predict: Prediction;
  weeks: number;
  crowd: readonly Predicted[];
  ensemble: ReturnType<typeof ensembleOfScene>;
}) {
  if (predict.kind === "curve")
    return <CurveChart predict={predict} weeks={weeks} values={[]} crowd={crowd} ensemble={ensemble} revealed={ensemble !== undefined} />;
  if (predict.kind === "value") {
    const rows = [{ name: t("screenClass"), values: crowd.map(([value]) => value) }];
    if (ensemble) rows.push({ name: t("screenRuns"), values: valuesOf(predict, ensemble) });
    return crowd.length > 0 || ensemble ? <Strip rows={rows} predict={predict} /> : null;
  }
  const of = predict.kind === "choose" ? options(predict, crowd) : firsts(predict, crowd);
  const runs = ensemble && (predict.kind === "choose" ? runsOfOptions(predict, ensemble) : undefined);
  return (
    <>
      <ul class="counts">
        {of.map(({ name, count }, k) => (
          <li key={name}>
            <span>{name}</span>
            <span class="bar" style={{ "--share": crowd.length > 0 ? count / crowd.length : 0 }} />
            <span>
              {count}
              {runs && ` · ${t("revealCount", { count: runs[k], runs: ensemble.outcomes[0].length })}`}
            </span>
          </li>
        ))}
      </ul>
      {ensemble && predict.kind === "order" && (
        <Strip rows={armsOf(predict).map((arm, k) => ({ name: inTongue(arm, "title"), values: ensemble.outcomes[k] }))} predict={predict} />
      )}
    </>
  );
}

const options = (predict: Prediction, crowd: readonly Predicted[]) =>
  (predict.options ?? []).map((option, k) => ({ name: inTongue(option, "text"), count: crowd.filter(([chosen]) => chosen === k).length }));

/** How many put each arm first. */
const firsts = (predict: Prediction, crowd: readonly Predicted[]) =>
  armsOf(predict).map((arm, k) => ({
    name: `${inTongue(arm, "title")} ${t("predictHighest")}`,
    count: crowd.filter(([first]) => first === k).length,
  }));
