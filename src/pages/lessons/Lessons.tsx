import "./lessons.css";
import { useComputed, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type Lesson, type Predicted, type Scene, sceneRun } from "../../teaching/index.ts";
import { goTo } from "../laboratory/goTo.ts";
import { place } from "../laboratory/place.ts";
import { language, t } from "../laboratory/preferences.ts";
import { lessonFile } from "../laboratory/session/index.ts";
import { useTypeOfWindow } from "../laboratory/stage/onStage.ts";
import { ensembleOfScene, isRunning, progress, runEnsemble, trouble } from "./ensembles.ts";
import { exportPredictions } from "./exportPredictions.ts";
import { HowToTeach } from "./HowToTeach.tsx";
import { inTongue } from "./inTongue.ts";
import { predictionsIn, readPlace, writePlace } from "./lessonPlace.ts";
import { isUnread, keepAll, keepPrediction, lessonOf, openDropped, openFromAddress, predictionsOf, shippedLessons } from "./opened.ts";
import { PredictionForm } from "./PredictionForm.tsx";
import { Reveal } from "./Reveal.tsx";
import { SceneRunView } from "./SceneRunView.tsx";

const STAGE = "lesson-stage";

/** The lessons, or the one that is open. */
export function Lessons({ staged = false }: { staged?: boolean; pages?: readonly string[] }) {
  const { id } = readPlace(place.value);
  const dropped = lessonFile.value;
  useEffect(() => void openDropped(), [dropped]);
  useEffect(() => {
    if (isUnread(id)) void openFromAddress(id);
  }, [id]);
  const lesson = lessonOf(id);
  return lesson ? <LessonView key={id} id={id} lesson={lesson} staged={staged} /> : <Shelf />;
}

/** The same for a room: larger letters, and nothing around it. */
export function LessonOnStage() {
  useTypeOfWindow();
  return (
    <div class="lesson-stage">
      <Lessons staged />
    </div>
  );
}

function Shelf() {
  return (
    <main class="lessons">
      <h1>{t("lessonsHead")}</h1>
      <p>{t("lessonsHelp")}</p>
      <ol class="shelf">
        {[...shippedLessons].map(([id, lesson]) => (
          <li key={id}>
            <a href={`#lessons/${id}/1`} lang={language.value}>
              <strong>{inTongue(lesson, "title")}</strong>
              <span>{inTongue(lesson, "question")}</span>
              <small>{t("lessonMinutes", { minutes: lesson.minutes, scenes: lesson.scenes.length })}</small>
            </a>
          </li>
        ))}
      </ol>
      <p class="help">
        {t("lessonOwn")}: {t("lessonOwnHelp")}
      </p>
      <HowToTeach />
    </main>
  );
}

function LessonView({ id, lesson, staged }: { id: string; lesson: Lesson; staged: boolean }) {
  const here = staged ? STAGE : "lessons";
  const opened = readPlace(place.value);
  const scene = Math.min(Math.max(1, opened.scene), lesson.scenes.length);
  const predictions = predictionsOf(id, lesson);
  // What the address brings along goes before what was kept; then the address says all.
  useEffect(() => {
    const brought = predictionsIn(lesson, opened.words);
    if (brought.size > 0) keepAll(id, new Map([...predictions, ...brought]));
  }, []);
  useEffect(() => {
    place.value = writePlace(id, scene, predictionsOf(id, lesson));
  }, [predictions, scene]);
  const toScene = (next: number) => goTo(`${here}/${encodeURIComponent(id)}/${next}`);
  const step = (by: 1 | -1) => {
    const next = scene + by;
    if (next >= 1 && next <= lesson.scenes.length) toScene(next);
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const by = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key] as 1 | -1 | undefined;
      if (event.altKey || event.ctrlKey || event.metaKey || isField(event.target)) return;
      if (by !== undefined) step(by);
      else if (event.key === "Escape" && staged) goTo(`lessons/${encodeURIComponent(id)}/${scene}`);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
  const last = scene === lesson.scenes.length;
  return (
    <main class="lesson" lang={language.value}>
      <header>
        <p>{staged ? inTongue(lesson, "title") : <a href="#lessons">{t("lessonAll")}</a>}</p>
        {!staged && <h1>{inTongue(lesson, "title")}</h1>}
        {!staged && <p>{inTongue(lesson, "question")}</p>}
        <nav class="scenes" aria-label={t("lessonScenes")}>
          {lesson.scenes.map((one, k) => (
            <a
              key={one.title}
              href={`#${here}/${encodeURIComponent(id)}/${k + 1}`}
              aria-current={k + 1 === scene ? "step" : undefined}
              title={inTongue(one, "title")}
            >
              {k + 1}
            </a>
          ))}
        </nav>
      </header>
      <SceneView
        key={scene}
        lesson={lesson}
        scene={lesson.scenes[scene - 1]}
        predicted={predictions.get(scene - 1)}
        staged={staged}
        onPredict={(predicted) => keepPrediction(id, lesson, scene - 1, predicted)}
      />
      <footer>
        <button type="button" class="outline" disabled={scene === 1} onClick={() => step(-1)}>
          {t("lessonBack")}
        </button>
        {last ? (
          <button type="button" class="main" onClick={() => goTo("laboratory")}>
            {t("lessonEnd")}
          </button>
        ) : (
          <button type="button" class="main" onClick={() => step(1)}>
            {t("lessonNext")}
          </button>
        )}
        {!staged && (
          <button type="button" class="quiet" onClick={() => goTo(`${STAGE}/${encodeURIComponent(id)}/${scene}`)}>
            {t("lessonProjector")}
          </button>
        )}
        {predictions.size > 0 && (
          <button type="button" class="quiet" onClick={() => exportPredictions(id, lesson, predictions)}>
            {t("lessonExport")}
          </button>
        )}
      </footer>
    </main>
  );
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, select, textarea, [role=slider], [role=dialog]") !== null;

interface SceneProps {
  lesson: Lesson;
  scene: Scene;
  predicted: Predicted | undefined;
  staged: boolean;
  onPredict: (predicted: Predicted | undefined) => void;
}

/** A scene: what it tells, what is predicted, what came of it, and what to see and to talk about then. */
function SceneView({ lesson, scene, predicted, staged, onPredict }: SceneProps) {
  const { predict } = scene;
  const { weeks } = sceneRun(lesson, scene);
  const said = !predict || predicted !== undefined;
  const looked = useSignal(!predict);
  const ensemble = useComputed(() => predict && ensembleOfScene(lesson, scene, predict));
  useEffect(() => {
    if (predict) void runEnsemble(lesson, scene, predict);
  }, []);
  const enough = ensemble.value !== undefined && ensemble.value.outcomes[0].length >= LEAST_RUNS;
  const going = predict && isRunning(lesson, scene, predict) ? progress.value : undefined;
  return (
    <article>
      <h2>{inTongue(scene, "title")}</h2>
      <p class="text">{inTongue(scene, "text")}</p>
      {predict && (
        <section class="predict" aria-label={t("predictYours")}>
          <h3>{inTongue(predict, "ask")}</h3>
          {predicted === undefined ? (
            <PredictionForm predict={predict} weeks={weeks} ensemble={ensemble.value} onSay={onPredict} />
          ) : (
            <>
              {enough && ensemble.value && <Reveal predict={predict} weeks={weeks} predicted={predicted} ensemble={ensemble.value} />}
              {going && (
                <p role="status" aria-busy="true">
                  <progress max={going.total} value={going.done} /> {t("revealRunning", { done: going.done, total: going.total })}
                </p>
              )}
              <button type="button" class="link" onClick={() => onPredict(undefined)}>
                {t("predictAgain")}
              </button>
            </>
          )}
          {trouble.value && (
            <p role="alert" class="alarm">
              {trouble.value}
            </p>
          )}
        </section>
      )}
      {said && (scene.picture || scene.controls.length > 0 || scene.story) && (
        <Look open={looked.value && !going} busy={going !== undefined} onOpen={() => (looked.value = true)}>
          <SceneRunView lesson={lesson} scene={scene} staged={staged} />
        </Look>
      )}
      {said && inTongue(scene, "talk") && (
        <aside class="talk">
          <h3>{t("lessonTalk")}</h3>
          <p>{inTongue(scene, "talk")}</p>
        </aside>
      )}
    </article>
  );
}

/** What is looked at when it is asked for. */
function Look({ open, busy, onOpen, children }: { open: boolean; busy: boolean; onOpen: () => void; children: ComponentChildren }) {
  if (open) return <>{children}</>;
  return (
    <button type="button" class="outline" disabled={busy} onClick={onOpen}>
      {t("lessonPicture")}
    </button>
  );
}

/** Runs of which a band is shown. */
const LEAST_RUNS = 6;
