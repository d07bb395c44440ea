export { type Ablation, type AblationEffect, ablation, ablationOutcomes } from "./ablation.ts";
export { armSchema, settings, spanSchema, type Value } from "./arms.ts";
export { decodeResult, encodeResult } from "./batch/encode.ts";
export { type OutcomeName, ruleOf, weekEstimate } from "./batch/estimates.ts";
export { executeRun, type TakeSnapshot } from "./batch/execute.ts";
export { Gate } from "./batch/gate.ts";
export { MemoryStore } from "./batch/memoryStore.ts";
export { type PooledDifference, pooledDifferences, type Repeated, repeatedIn } from "./batch/pooledDifferences.ts";
export {
  type Execute,
  type Keep,
  keptWeeks,
  keyOf,
  lastYear,
  type RunOrder,
  type RunRequest,
  type RunResult,
  type SnapshotFile,
  type Span,
  trunkOf,
} from "./batch/request.ts";
export { type BatchProgress, type BatchReport, type FailedRun, type RunStore, runBatch, type Shard } from "./batch/runBatch.ts";
export { type ArmOrPair, RunTable } from "./batch/runTable.ts";
export { summarizeRows } from "./batch/summarizeRows.ts";
export { type DifferenceRow, type Summarized, Summary, type SummaryRow } from "./batch/summary.ts";
export { type Refusal, readRequest, resultFault } from "./batch/untrusted.ts";
export { bettingInterval, evidenceAgainst } from "./bettingInterval.ts";
export {
  abcRejection,
  abcSequential,
  type Generation,
  type Particle,
  type Posterior,
  type Proposal,
  type Simulate,
  type Simulated,
} from "./calibration/abc.ts";
export {
  type AcceptedSet,
  type Calibrating,
  type Calibration,
  calibrate,
  type PatternPosterior,
  rangeDistance,
} from "./calibration/calibrate.ts";
export { type DrawSets, drawnSets, drawsFrom, type WeightedSet } from "./calibration/drawSets.ts";
export { type Identification, type Identified, identify, type JudgedSet, type TradeOff } from "./calibration/identify.ts";
export type { FactorPosterior } from "./calibration/summarizeFactors.ts";
export { type CheckRow, check, checkTargets, HOLDS } from "./check.ts";
export { type Comparing, type Comparison, type ComparisonPoint, type ComparisonRow, compare, FALSE_DISCOVERIES } from "./compare.ts";
export { anytimeHalfWidth } from "./confidenceSequence.ts";
export { type ArmChanges, armChanges, type Contrast, type ContrastRuns, contrastRuns, runContrasts } from "./contrast.ts";
export { type ContrastRecord, contrastDigest, contrastRecord, modelDigest, type RecordedContrast, recordedRows } from "./contrastRecord.ts";
export { type ContrastRow, contrastRow, type DrawnEffects, estimandOutcome, inFamily, spanOf, weighted } from "./contrastRow.ts";
export { decompose, rivalStructures, rungStructures, type SpreadRow, type Structure } from "./decompose.ts";
export * from "./designs/index.ts";
export { falseDiscovery } from "./falseDiscovery.ts";
export { DOUBT, type Fit, type FittedSet, type Fitting, fitModel, type Prediction, type Reach } from "./fit/fitModel.ts";
export { type LeftOut, leaveOneOut } from "./fit/leaveOneOut.ts";
export { type HoldOut, holdingOut, type Observation } from "./fit/observation.ts";
export { type Planted, type PlantedRow, planted } from "./fit/planted.ts";
export { readObservations } from "./fit/read.ts";
export { helper } from "./helper.ts";
export { nameOf, type State, states } from "./holdState.ts";
export { type Ends, type Estimate, type IntervalRule, meanWithInterval, shareWithInterval, type Unknown } from "./intervals.ts";
export { type Bounded, jackknife } from "./jackknife.ts";
export { type LadderCurve, type LadderRung, ladder, type RungPlan } from "./ladder.ts";
export { leastSquares } from "./leastSquares.ts";
export { type Means, meansOf, meansOrder, type RunMeans, runMeansHere } from "./means.ts";
export { measureFault } from "./measureFault.ts";
export { LEAST_THAT_MATTERS, type NeutralityRow, neutrality } from "./neutrality.ts";
export { ruleFaults } from "./outcomes/faults.ts";
export {
  nameOfOutcome,
  type Outcome,
  type OutcomeRule,
  outcomeValue,
  type Take,
  takes,
  unitOfOutcome,
} from "./outcomes/outcome.ts";
export { readOutcomes } from "./outcomes/read.ts";
export { outcomeSchema } from "./outcomes/schema.ts";
export { pairedTest } from "./pairedTest.ts";
export { FOUND, pairsNeeded } from "./pairsNeeded.ts";
export { type PaperRow, paperRows, type RowKind, withoutMechanism } from "./paper.ts";
export { type PaperIndexEntry, paperIndex } from "./paperIndex.ts";
export { type Expansion, expandPlan, type PlannedRun, plannedRuns } from "./plan/expand.ts";
export { mostRuns } from "./plan/faults.ts";
export { type PlanFactor, pointCount } from "./plan/points.ts";
export { type PlanReading, readPlan } from "./plan/read.ts";
export { type Plan, planSchema, untilSchema } from "./plan/schema.ts";
export { drawPriors, priorParameters } from "./priors.ts";
export { readContrast } from "./readContrast.ts";
export { Run } from "./run.ts";
export { runAlike } from "./runAlike.ts";
export { corpusText, KEPT_DIGITS, type KnownRun, readCorpus, requestOf, type SelfTest, selfTest } from "./selfTest.ts";
export { type ElementaryEffects, elementaryEffects } from "./sensitivity/elementaryEffects.ts";
export { type FactorEffect, factorEffects } from "./sensitivity/factorEffects.ts";
export { type Bound, type Leaf, type PartingTree, partingTree } from "./sensitivity/partingTree.ts";
export { type IndexName, indexNames, type PlanIndex, planIndices, ranked } from "./sensitivity/planIndices.ts";
export { type RankCorrelation, rankCorrelations } from "./sensitivity/rankCorrelation.ts";
export { type SensitivityMethod, sensitivityPlan } from "./sensitivity/sensitivityPlan.ts";
export { type SobolIndices, sobolIndices } from "./sensitivity/sobolIndices.ts";
export { type SpreadSource, spreadSources, type VarianceShares, varianceShares } from "./sensitivity/varianceShares.ts";
export { settingFaults } from "./settingFaults.ts";
export { type Look, looks, metStates, type ShiftEffect, type ShiftResult, shiftedStates, shiftWeeks } from "./shiftedStates.ts";
export { marginsOf, type Standing, standingOf, type Verdict } from "./standing.ts";
export { drift, LONG_YEARS, type StationarityRow, stationarity, stationaryMeasures } from "./stationarity.ts";
export type { Pattern } from "./targets/pattern.ts";
export { patterns, SEVEN_YEARS } from "./targets/patterns.ts";
export { readTargets, type Targets } from "./targets/read.ts";
export { type RunTime, secondsOf, timeRun } from "./timeRun.ts";
export { anytimeDifference, type Enough, enoughPairs } from "./untilTold.ts";
export { LEAST_PAIRS, type PairsVerdict, pairsToTell, verdictOn } from "./verdict.ts";
