import packageJson from "../../package.json" with { type: "json" };
import {
  type BatchProgress,
  type Estimate,
  executeRun,
  expandPlan,
  type FailedRun,
  type Keep,
  keptWeeks,
  MemoryStore,
  type PlanIndex,
  planIndices,
  plannedRuns,
  type RunResult,
  type RunStore,
  ranked,
  readPlan,
  runBatch,
  Summary,
} from "../experiment/index.ts";
import { snapshotFiles } from "../exports/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { type Scenario, ScenarioError, type ScenarioSource, sourceOf } from "./scenario.ts";

/** A run to be computed. Plain data: it can be sent to a worker. */
export interface RunRequest {
  /** Hash of version, scenario, seed, mechanisms and what is kept: equal keys, equal results. */
  readonly key: string;
  readonly scenario: Scenario;
  /** Ids of the mechanisms that run [all]. */
  readonly only?: readonly string[] | undefined;
  readonly keep: Keep;
}

/** Computes a run in the calling thread: what a worker does with a request. What goes wrong inside the run is a result. */
export function runRequest(request: RunRequest): RunResult {
  // What a program sees of a scenario is read from it: its parameters are not spelt out.
  return executeRun({ ...request, scenario: request.scenario as unknown as BaseScenario }, snapshotFiles);
}

/** Where runs are computed. */
export interface Executing {
  /** Computes a run, on a worker for example [in this thread]. */
  execute?(request: RunRequest): Promise<RunResult>;
  /** Runs computed at the same time [1]. */
  lanes?: number;
}

export const executeHere = async (request: RunRequest): Promise<RunResult> => runRequest(request);

export interface BatchOptions extends Executing {
  /** Keeps results by key; what it has is not computed again [in memory]. */
  store?: RunStore;
  /** Name of the file that the plan comes from, named in problems ["plan"]. */
  file?: string;
  /** Finds the text of the scenario that the plan names, and of what that extends [a scenario that comes along]. */
  resolve?(path: string, from: string): Promise<{ path: string; text: string } | undefined>;
  /** Told after each run. */
  onProgress?(progress: BatchProgress): void;
  /** Begins no further run. */
  signal?: AbortSignal;
}

/** A run of a finished batch. */
export interface BatchRun {
  readonly run: number;
  readonly point: number;
  readonly replicate: number;
  readonly arm: string;
  readonly seed: string;
  readonly key: string;
  /** Values of the factors, by path. */
  readonly factors: { readonly [path: string]: unknown };
  /** [outcome] of the plan; none if the run failed. */
  readonly outcomes: { readonly [name: string]: number };
  /** [measure][kept week] */
  readonly measures: { readonly [measure: string]: Float64Array };
  readonly digest?: { readonly state: string; readonly measures: string };
}

interface BatchEstimates {
  readonly point: number;
  readonly factors: { readonly [path: string]: unknown };
  /** Runs, or pairs of them, that finished. */
  readonly replicates: number;
  readonly outcomes: { readonly [name: string]: Estimate };
}

export interface BatchResult extends BatchProgress {
  /** Weeks of which measures are kept. */
  readonly weeks: readonly number[];
  /** In the order of the plan. */
  readonly runs: readonly BatchRun[];
  /** Means of the outcomes by point and arm, with 95% intervals, or those of the stopping rule. */
  readonly summary: readonly (BatchEstimates & { arm: string })[];
  /** Mean differences of two arms, replicate by replicate: every arm minus the first, and those that the plan names. */
  readonly differences: readonly (BatchEstimates & { arms: readonly [of: string, less: string] })[];
  /** How much each factor moves each outcome, the strongest first: of designs morris and saltelli, else none. */
  readonly indices: readonly PlanIndex[];
  readonly failures: readonly FailedRun[];
  /** True if the signal ended it: then there are only the runs that were finished. */
  readonly interrupted: boolean;
}

/**
 * Runs a plan (docs/batch.md), as `four-circles batch` does, to the same numbers.
 *
 * @param plan  YAML, or the same as an object
 * @throws ScenarioError if the plan or its scenario has faults; whatever the store throws
 */
export async function batch(plan: ScenarioSource, options: BatchOptions = {}): Promise<BatchResult> {
  const { lanes = 1, store = new MemoryStore(), signal, onProgress, execute = executeHere } = options;
  const found = sourceOf(plan, { ...options, file: options.file ?? "plan" });
  if (!found.ok) throw new ScenarioError(found.problems);
  const reading = await readPlan(found.source, found.resolve);
  if (!reading.ok) throw new ScenarioError(reading.problems);
  const expansion = await expandPlan(reading.plan, reading.base, packageJson.version);
  const {
    failures,
    interrupted,
    replicates,
    precise: _,
    ...progress
  } = await runBatch(expansion, {
    execute: (request) => execute(request),
    store,
    lanes,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { progress: onProgress } : {}),
  });
  const { keep } = expansion;
  const weeks = keptWeeks(expansion.weeks, keep.every);
  const summary = new Summary(expansion);
  const runs: BatchRun[] = [];
  for (const run of plannedRuns(expansion, replicates)) {
    const { index, point, replicate, arm, request } = run;
    const result = await store.get(request.key);
    if (!result) continue;
    summary.add(run, result);
    runs.push({
      run: index,
      point,
      replicate,
      arm,
      seed: request.scenario.seed,
      key: request.key,
      factors: expansion.values(point),
      outcomes: result.ok ? Object.fromEntries(keep.outcomes.map(({ name }, o) => [name, result.outcomes[o]])) : {},
      measures: result.ok ? Object.fromEntries(keep.measures.map((id, m) => [id, column(result.series, m, keep.measures.length)])) : {},
      ...(result.ok ? { digest: result.digest } : {}),
    });
  }
  summary.close();
  const { rows, differences } = summary;
  const indices = ranked(expansion.plan, planIndices(expansion, rows));
  return { ...progress, weeks, runs, summary: rows, differences, indices, failures, interrupted };
}

const column = (rows: Float64Array, place: number, width: number): Float64Array =>
  Float64Array.from({ length: rows.length / width }, (_, row) => rows[row * width + place]);
