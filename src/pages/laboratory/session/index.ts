export { type Before, before } from "./before.ts";
export { build, building, refusal } from "./build.ts";
export {
  lessonFile,
  openFiles,
  planFile,
  type ResultsFile,
  resultsFile,
  type StudyFile,
  saveCheckpoint,
  saveNetwork,
  saveScenario,
  studyFile,
  type TextFile,
  tellEncoding,
  textOf,
} from "./files.ts";
export { allInterventions, inForce, moveIntervention, setParameter, undoAll, undoIntervention } from "./interventions.ts";
export { copyLink, opening, openLink, runLink } from "./link.ts";
export { type Notice, notice, tellFault } from "./notice.ts";
export { community, drawing, open, opened, redraw } from "./pictures.ts";
export { fetchRecorded, measured, measuredBefore, measuredWeeks, shownRecording } from "./recorded.ts";
export { lastKept, recover, restart } from "./recovery.ts";
export { digest, finished, pause, queue, replaying, run, running, series, speed, stepOnce, week } from "./runControls.ts";
export {
  built,
  type Changes,
  changed,
  changesOfBaseline,
  description,
  file,
  files,
  firstFile,
  interventions,
  loaded,
  own,
  past,
  requestOf,
  scenarioFile,
  seed,
  shipped,
  titleOf,
  unchanged,
  weeks,
} from "./scenario.ts";
export { saveTemplate, tablesRead, tablesReading } from "./tables.ts";
export { watchProgrammeStop } from "./watch.ts";
export { ask, failure, look } from "./worker.ts";
