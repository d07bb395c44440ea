export { choicesToInterventions } from "./class/choicesToInterventions.ts";
export { type AgainAndAgain, classPlan } from "./class/classPlan.ts";
export { classPredictions, type SeatPrediction } from "./class/classPredictions.ts";
export { movesToInterventions, type SeatMove } from "./class/movesToInterventions.ts";
export { looksBack, narrowing } from "./class/narrowing.ts";
export { type Payer, type Payment, paidInWeek, payers, paymentsOf } from "./class/payments.ts";
export { type PeopleOfCommunity, peopleOfSeats } from "./class/peopleOfSeats.ts";
export * from "./class/protocol.ts";
export { type ArmOutcome, orderOfArm, type ReplicateTask, runArm, valueOrNull } from "./class/replicate.ts";
export { type ReplicateRun, Replicates } from "./class/replicates.ts";
export * from "./class/roles.ts";
export { type ClassEvent, ClassSession, type Seat } from "./class/session.ts";
export { type RoleTurn, type Turn, type Verdict, verdictOf } from "./class/verdict.ts";
export { csvText } from "./csvText.ts";
export { type ClassOutcome, classOutcome } from "./lesson/classOutcome.ts";
export { ensembleOf } from "./lesson/ensemble.ts";
export {
  type Band,
  bandOf,
  bandsOf,
  crps,
  type Ensemble,
  type Judged,
  judge,
  orderOf,
  type PredictionRow,
  predictionRows,
  runsOfOptions,
  type Side,
  type Stretch,
  sideOf,
  stretchesOf,
  valuesOf,
} from "./lesson/judge.ts";
export {
  type ArmOfScene,
  armsOf,
  isDifference,
  isShare,
  lessonPlan,
  measureOf,
  type SceneRun,
  scaleOf,
  sceneRun,
  spanOfPrediction,
} from "./lesson/lessonRun.ts";
export { drawnCurve, isPredicted, knotWeeks, type Predicted, readPredicted, writePredicted } from "./lesson/prediction.ts";
export { type LessonReading, readLesson } from "./lesson/read.ts";
export { type Highlight, type Lesson, lessonSchema, type Option, type Prediction, type Scene, scenePictures } from "./lesson/schema.ts";
