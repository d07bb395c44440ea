export { digest, finished, load, pause, replaying, run, series, speed, stepOnce, week } from "./drive.ts";
export { openFile, resultsFile, saveCheckpoint, saveScenario } from "./files.ts";
export { allInterventions, inForce, moveIntervention, setParameter, undoAll, undoIntervention } from "./interventions.ts";
export { copyLink, openLink, runLink } from "./link.ts";
export { type Notice, notice } from "./notice.ts";
export { community, drawing, open, opened, redraw } from "./pictures.ts";
export { fetchRecorded, measured, measuredWeeks, shownRecording } from "./recorded.ts";
export { lastKept, recover, restart } from "./recovery.ts";
export {
  built,
  changed,
  choose,
  description,
  file,
  files,
  firstFile,
  interventions,
  loaded,
  own,
  seed,
  shipped,
  titleOf,
  weeks,
} from "./scenario.ts";
export { ask, failure, running } from "./worker.ts";
