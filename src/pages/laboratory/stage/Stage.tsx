import "../pictures/pictures.css";
import "../toolbar/toolbar.css";
import "./stage.css";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Boundary, useLoaded, useSignalEffect } from "../Boundary.tsx";
import { Keys } from "../Keys.tsx";
import { place } from "../place.ts";
import { language, t } from "../preferences.ts";
import { nameOfSeries, type SeriesPanel } from "../series/seriesPanels.ts";
import { useSeries } from "../series/useSeries.ts";
import { failure, loaded, shownRecording } from "../session/index.ts";
import { stopPlayback } from "../toolbar/playback.ts";
import { addressOf, readChoices } from "./choices.ts";
import { OnStage, useTypeOfWindow } from "./onStage.ts";
import { StageBar } from "./StageBar.tsx";
import { keysOfStage } from "./stageKeys.ts";
import { leaveStage } from "./stageMoves.ts";
import { type StagePicture, stagePicture } from "./stagePictures.ts";

/** The address as the stage wrote it last: another one was followed, and what it says is chosen. */
let written = "";

/** One picture and one sentence for a room, over the whole window; the run is driven below them, or by the keys of a presenter. */
export function Stage() {
  const blank = useSignal(false);
  const keys = useMemo(() => keysOfStage(blank), []);
  const picture = stagePicture(place.value);
  useSignalEffect(() => {
    const address = place.value;
    if (address !== written) readChoices(address);
    written = addressOf(stagePicture(address).id, address); // the address names what is shown
    place.value = written;
  });
  useTypeOfWindow();
  useFullscreen();
  useEffect(() => stopPlayback, []);
  const there = loaded.value?.ok || shownRecording.value;
  return (
    <div class="stage">
      <main>
        {there ? (
          <Boundary key={`${picture.id} ${language.value}`}>
            <OnStage.Provider value={picture.id}>
              {"panel" in picture ? <StagedSeries panel={picture.panel} /> : <Loaded load={picture.load} />}
            </OnStage.Provider>
          </Boundary>
        ) : (
          !failure.value && (
            <p class="busy" aria-busy="true" role="status">
              {t("building")}
            </p>
          )
        )}
      </main>
      <StageBar />
      {blank.value && (
        <button type="button" class="blank" onClick={() => (blank.value = false)}>
          <span>{t("stageBlank")}</span>
        </button>
      )}
      <Keys keys={keys} />
    </div>
  );
}

/** Measures over the weeks: what they show as a sentence, and the chart. */
function StagedSeries({ panel }: { panel: SeriesPanel }) {
  const { box, finding } = useSeries(panel, true);
  const name = nameOfSeries(panel);
  return (
    <section class={`staged series-${panel.subject}`} aria-label={name}>
      <h1>{finding.value ?? name}</h1>
      <div class="sheet" ref={box} />
    </section>
  );
}

function Loaded({ load }: Pick<Extract<StagePicture, { load: unknown }>, "load">) {
  const Content = useLoaded(load);
  return Content ? (
    <Content />
  ) : (
    <p class="busy" aria-busy="true" role="status">
      {t("opening")}
    </p>
  );
}

/** The stage ends with the full screen that it had: a browser takes Escape for itself. */
function useFullscreen(): void {
  useEffect(() => {
    const changed = () => document.fullscreenElement === null && leaveStage();
    addEventListener("fullscreenchange", changed);
    return () => {
      removeEventListener("fullscreenchange", changed);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
}
