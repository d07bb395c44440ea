import "../laboratory/pictures/pictures.css";
import { useSignal } from "@preact/signals";
import { useContext, useEffect } from "preact/hooks";
import { scenarioSchema } from "../../mechanisms/index.ts";
import { type ParameterEntry, parameterCatalog, valueAt } from "../../scenario/index.ts";
import { type Lesson, type Scene, sceneRun } from "../../teaching/index.ts";
import { asRead, asWritten, marks, optionWord, parameterName, unitWord } from "../../words/index.ts";
import { Boundary, useLoaded } from "../laboratory/Boundary.tsx";
import { goTo } from "../laboratory/goTo.ts";
import { NumberField } from "../laboratory/NumberField.tsx";
import { Highlight } from "../laboratory/pictures/highlighted.ts";
import { language, t } from "../laboratory/preferences.ts";
import type { SeriesPanel } from "../laboratory/series/seriesPanels.ts";
import { useSeries } from "../laboratory/series/useSeries.ts";
import { before, build, building, loaded, scenarioFile, week, weeks } from "../laboratory/session/index.ts";
import { scaleNow } from "../laboratory/stage/onStage.ts";
import { type StagePicture, stagePictureNamed } from "../laboratory/stage/stagePictures.ts";
import { askWhy } from "../laboratory/why/askWhy.ts";
import { inTongue } from "./inTongue.ts";

const fileOf = (scenario: string) =>
  `${scenario
    .split("/")
    .at(-1)
    ?.replace(/\.yaml$/, "")}.yaml`;

/** One run of a scene: its picture, what is in reach, and its stories. It stands in the laboratory too. */
export function SceneRunView({ lesson, scene, staged }: { lesson: Lesson; scene: Scene; staged: boolean }) {
  const run = sceneRun(lesson, scene);
  const tried = useSignal<Readonly<Record<string, unknown>>>({});
  const start = () => {
    // What is tried is held against the scene as it is told.
    const told = { changed: { ...run.set, weeks: run.weeks }, interventions: [...run.interventions] };
    const changed = { ...told.changed, ...tried.value };
    const untried = Object.keys(tried.value).length === 0;
    void build({ ...scenarioFile(fileOf(run.scenario)), ...told, changed, baseline: told, seed: `${lesson.seed}/0` }, run.weeks).then(
      () => {
        if (untried) before.value = undefined; // what stood before was another scene
      },
    );
  };
  useEffect(start, []);
  const change = (next: Readonly<Record<string, unknown>>) => {
    tried.value = next;
    start();
  };
  const there = loaded.value?.ok && !building.value;
  const resting = there && week.value >= Math.min(run.weeks, weeks.value);
  return (
    <section class="scene-run" aria-label={t("lessonPicture")}>
      {!resting && (
        <p class="busy" aria-busy="true" role="status">
          {t("lessonBuilding")}
        </p>
      )}
      {scene.picture && there && (
        <Boundary key={`${scene.picture} ${language.value}`}>
          <Highlight.Provider value={scene.highlight ?? {}}>
            <Picture of={stagePictureNamed(scene.picture)} staged={staged} />
          </Highlight.Provider>
        </Boundary>
      )}
      {inTongue(scene, "look") && <p>{inTongue(scene, "look")}</p>}
      {scene.predict && <p class="help">{t("lessonPictureHelp")}</p>}
      {scene.controls.length > 0 && (
        <fieldset class="reach">
          <legend>{t("lessonReach")}</legend>
          <p class="help">{t("lessonReachHelp")}</p>
          {scene.controls.map((path) => (
            <Reach key={path} path={path} run={run} tried={tried.value} onChange={(value) => change({ ...tried.value, [path]: value })} />
          ))}
          {Object.keys(tried.value).length > 0 && (
            <button type="button" class="link" onClick={() => change({})}>
              {t("lessonUndo")}
            </button>
          )}
        </fieldset>
      )}
      <p class="acts">
        {scene.story && (
          <button type="button" class="outline" disabled={!resting} onClick={() => askWhy()}>
            {t("lessonStory")}
          </button>
        )}
        <button type="button" class="outline" disabled={!there} onClick={() => goTo("laboratory")}>
          {t("lessonTry")}
        </button>
      </p>
    </section>
  );
}

function Picture({ of, staged }: { of: StagePicture; staged: boolean }) {
  return "panel" in of ? <Series panel={of.panel} staged={staged} /> : <Loaded load={of.load} />;
}

function Series({ panel, staged }: { panel: SeriesPanel; staged: boolean }) {
  const highlight = useHighlight(panel);
  const { box } = useSeries(panel, false, highlight, staged ? scaleNow : undefined);
  return (
    <div class="card">
      {highlight && <p class="highlighted">{highlight.text}</p>}
      <div ref={box} />
    </div>
  );
}

/** What stands out in a chart, and in words. */
function useHighlight({ measures }: SeriesPanel) {
  const { measures: wanted = [], weeks } = useContext(Highlight);
  if (wanted.length === 0 && !weeks) return undefined;
  const series = measures.flatMap(([id], k) => (wanted.includes(id) ? [k] : []));
  const curves = series.map((k) => measures[k][language.value === "zh" ? 2 : 1]);
  const span = weeks ? [t("highlightWeeks", { from: weeks[0], to: weeks[1] })] : [];
  return { series, weeks, text: t("highlighted", { what: [...curves, ...span].join(marks[language.value].part) }) };
}

function Loaded({ load }: Pick<Extract<StagePicture, { load: unknown }>, "load">) {
  const Content = useLoaded(load);
  return Content ? <Content /> : null;
}

const entries = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));

/** A parameter within reach of a scene. */
function Reach({
  path,
  run,
  tried,
  onChange,
}: {
  path: string;
  run: ReturnType<typeof sceneRun>;
  tried: Readonly<Record<string, unknown>>;
  onChange: (value: unknown) => void;
}) {
  const entry = entries.get(path) as ParameterEntry;
  const ofFile = loaded.value?.ok ? loaded.value.values[path] : (run.set[path] ?? valueAt(run, path) ?? entry.default);
  const value = tried[path] ?? run.set[path] ?? ofFile;
  const { type, unit } = entry;
  return (
    <div class="reached">
      <label for={`reach-${path}`}>
        {parameterName(language.value, entry)} <small>{unitWord(language.value, unit)}</small>
      </label>
      {type === "choice" ? (
        <select id={`reach-${path}`} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)}>
          {entry.options?.map((option) => (
            <option key={option} value={option}>
              {optionWord(language.value, option) ?? option}
            </option>
          ))}
        </select>
      ) : type === "boolean" ? (
        <input
          id={`reach-${path}`}
          type="checkbox"
          role="switch"
          aria-checked={value === true}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      ) : (
        <NumberField
          id={`reach-${path}`}
          value={asRead(unit, Number(value))}
          min={asRead(unit, entry.min ?? 0)}
          max={asRead(unit, entry.max ?? 1)}
          whole={type === "integer"}
          onChange={(next) => onChange(asWritten(unit, next))}
        />
      )}
    </div>
  );
}
