export type { BatchProgress, Comparison, Estimate, PlanIndex, RunResult, RunStore } from "../experiment/index.ts";
export { type Measure, type MeasureId, measures } from "../observation/index.ts";
export { type BatchOptions, type BatchResult, type BatchRun, batch, type Executing, type RunRequest, runRequest } from "./batch.ts";
export { type CompareOptions, compare } from "./compare.ts";
export { type Problem, type ReadOptions, readScenario, type Scenario, ScenarioError, type ScenarioSource, scenarios } from "./scenario.ts";
export { type Simulated, type SimulateOptions, simulate, type Week } from "./simulate.ts";
