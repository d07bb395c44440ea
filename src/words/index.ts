export { type Fact, type FactName, tellFact } from "./facts.ts";
export { isTold, LEAST_SHARE } from "./leastThatMatters.ts";
export { type Decided, type Sentence, type Terms, tellDecided } from "./life/sentence.ts";
export { type Life, tellLife } from "./life/tellLife.ts";
export { marks } from "./marks.ts";
export { armName, asRead, asWritten, optionWord, parameterName, unitWord, valueOfParameter } from "./names.ts";
export { isProblem } from "./problems.ts";
export { type Language, languages, say, sayIf, type Word } from "./say.ts";
export { signed } from "./signed.ts";
export { type AgainstBaseline, tellAgainstBaseline } from "./tellAgainstBaseline.ts";
export { tellCoverage } from "./tellCoverage.ts";
export { lineHeadings, placeOf, tellContradictions, tellLine, tellRemark } from "./tellDistrict.ts";
export { type FactorSaid, tellArms, tellEstimate, tellFactors } from "./tellExperiment.ts";
export { tellIntervals } from "./tellIntervals.ts";
export {
  type ManyOutcome,
  type PredictionOutcome,
  tellPredictedValue,
  tellPrediction,
  tellPredictionsOfMany,
  type ValueForm,
} from "./tellLesson.ts";
export * from "./tellNetwork.ts";
export { tellObserved } from "./tellObserved.ts";
export { tellOutcome } from "./tellOutcome.ts";
export { tellCohorts, tellFlows, tellMoves, tellPeople, tellPlaces, tellReports, tellStates, tellTenth } from "./tellPictures.ts";
export { formatProblem, tellSaid } from "./tellProblem.ts";
export { type RoundOutcome, tellRound } from "./tellRound.ts";
export { type SeriesChart, tellSeries } from "./tellSeries.ts";
export * from "./tellStory.ts";
export { tellSuggestion } from "./tellSuggestion.ts";
export { tellTime } from "./tellTime.ts";
export { differenceUnit, type Judged, tellHeadline, tellVerdict } from "./tellVerdict.ts";
export { inPercent } from "./units.ts";
