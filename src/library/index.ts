export { type Measure, measures } from "../observation/index.ts";
export type { Problem } from "../scenario/index.ts";
export { type ReadOptions, readScenario, type Scenario, ScenarioError, type ScenarioSource, scenarios } from "./scenario.ts";
export { type Simulated, type SimulateOptions, simulate, type Week } from "./simulate.ts";
