import type { Word } from "../../../words/index.ts";
import { t } from "../preferences.ts";
import { loaded, replaying, running, shownRecording, week } from "../session/index.ts";
import { Icon } from "../toolbar/Icon.tsx";
import { goOrStop, playing, plays } from "../toolbar/playback.ts";
import { Track } from "../toolbar/Timeline.tsx";
import { held, shownWeek } from "../weekSelection.ts";
import { leaveStage, stepPicture } from "./stageMoves.ts";

/** What drives the run below the picture: large, and few things. */
export function StageBar() {
  const goes = running.value || playing.value;
  const shown = held.value === undefined ? week.value : shownWeek.value;
  return (
    <footer class="stage-bar">
      <button
        type="button"
        class="go"
        aria-label={t(goes ? "pause" : plays.value ? "play" : "run")}
        disabled={!loaded.value?.ok}
        {...unfocused}
        onClick={goOrStop}
      >
        <Icon name={goes ? "pause" : "run"} />
      </button>
      <strong class="at" role="status" aria-live="off" data-week={week.value}>
        {t("weekShort", { week: replaying.value === undefined ? shown : week.value })}
      </strong>
      <Track named={4} />
      <span class="runs">{t(shownRecording.value ? "stageRecorded" : "stageOneRun")}</span>
      <a href="#real">{t("isItReal")}</a>
      <Small word="previousPicture" icon="left" act={() => stepPicture(-1)} />
      <Small word="nextPicture" icon="right" act={() => stepPicture(1)} />
      <Small word="leaveStage" icon="leave" act={leaveStage} />
    </footer>
  );
}

function Small({ word, icon, act }: { word: Word; icon: "left" | "right" | "leave"; act: () => void }) {
  return (
    <button type="button" class="quiet" aria-label={t(word)} title={t(word)} {...unfocused} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}

/** A press of a pointer does not take the keys away from the stage: Space goes on to run and pause. */
const unfocused = { onMouseDown: (event: MouseEvent) => event.preventDefault() };
