import type {
  BatchProgress,
  DifferenceRow,
  Estimate,
  FactorEffect,
  FailedRun,
  IntervalRule,
  PlanIndex,
  Outcome as PlannedOutcome,
  PooledDifference,
  RunTime,
  SummaryRow,
} from "../../experiment/index.ts";
import type { MeasureId } from "../../observation/index.ts";
import type { Intervention, Problem } from "../../scenario/index.ts";
import type { ShownOutcome } from "./shownOutcome.ts";

/** A plan as its file says it, and the scenario files that it may name. */
export interface PlanText {
  text: string;
  /** Scenario files by name. */
  files: Readonly<Record<string, string>>;
}

/** What arms set from the start, and change later, by name. */
export type ArmChanges = Readonly<
  Record<string, { readonly set: Readonly<Record<string, unknown>>; readonly interventions: readonly Intervention[] }>
>;

/** What there is to know of a plan before it runs. */
export interface PlanFacts {
  ok: true;
  digest: string;
  title: string;
  titleZh: string;
  question: string;
  design: "grid" | "rows" | "latinHypercube" | "sobol" | "saltelli" | "morris";
  /** Whether points share their random numbers. */
  draws: "common" | "own" | undefined;
  /** Paths of the parameters that vary. */
  factors: readonly string[];
  arms: readonly string[];
  /** What each arm sets and changes, by its name. */
  armChanges: ArmChanges;
  outcomes: readonly (PlannedOutcome & ShownOutcome)[];
  measures: readonly MeasureId[];
  points: number;
  /** Of each point and arm; the most, if there is a stopping rule. */
  replicates: number;
  weeks: number;
  runs: number;
  intervals: IntervalRule;
}
export type PlanAnswer = PlanFacts | { ok: false; problems: Problem[] };

/** What the runs.parquet of a batch holds, summed up. */
export interface ResultsFacts {
  ok: true;
  title: string;
  factors: readonly string[];
  arms: readonly string[];
  armChanges?: ArmChanges | undefined;
  outcomes: readonly ShownOutcome[];
  design?: PlanFacts["design"] | undefined;
  draws?: PlanFacts["draws"];
  points: number;
  runs: number;
  intervals: IntervalRule;
  rows: SummaryRow[];
  differences: DifferenceRow[];
  pooled: PooledDifference[];
  /** What the plan in the batch.json beside it says of the factors. */
  indices: PlanIndex[];
  effects: FactorEffect[];
}
export type ResultsAnswer = ResultsFacts | { ok: false; why: "damaged" | "altered" | "foreign" | "measures" | "description" | "another" };

/** A plan whose runs are kept in the browser. */
export interface KeptPlan {
  digest: string;
  title: string;
  titleZh: string;
  text: string;
  files: Readonly<Record<string, string>>;
  done: number;
  total: number;
  failed: number;
  /** Milliseconds since 1970, when it last ran. */
  at: number;
}

export type Outcome =
  | { ok: true; done: number; total: number; failed: number; failures: FailedRun[]; interrupted: boolean }
  | { ok: false; name: string; message: string };

/** A kept measure week by week: mean over the replicates with its interval. */
export interface ArmSeries {
  arm: string;
  weeks: number[];
  values: Estimate[];
}

/** What the kept runs of a plan say, beside the plan that they are of: points and arms, and what they say of its factors. */
export interface PlanResults {
  of: PlanFacts;
  rows: SummaryRow[];
  differences: DifferenceRow[];
  pooled: PooledDifference[];
  indices: PlanIndex[];
  effects: FactorEffect[];
}

/** The course of a measure in each finished run, beside the plan that they are of. */
export interface FinishedCourses {
  of: PlanFacts;
  weeks: number[];
  runs: { replicate: number; arm: string; outcomes: number[]; course: number[] }[];
}

/** Runs one by one, beside the plan that they are of. */
export interface FinishedRuns {
  of: PlanFacts;
  runs: { point: number; replicate: number; arm: string; outcomes: number[] }[];
}

export type FirstState = { ok: true; state: string; milliseconds: number } | { ok: false };

/** A measure week by week at a point of a plan. */
export interface Course {
  of: PlanFacts;
  point: number;
  measure: string;
  arms: ArmSeries[];
}

/** How many known runs there were, and how many ended in the digests that they have elsewhere. */
export interface SelfTestAnswer {
  same: number;
  of: number;
}

/** What the page may ask of the worker that conducts experiments. Problems cross as data. */
export interface ExperimentsApi {
  /** Reads a plan and takes it up; one with faults leaves that which was taken up. */
  read(plan: PlanText): Promise<PlanAnswer>;
  /** Runs what is missing of the plan that was read; each finished run is kept before it counts. */
  run(lanes: number, progress: (progress: BatchProgress) => void): Promise<Outcome>;
  /** Ends the runs under way; `run` goes on from here, also after the page was closed. */
  pause(): void;
  summary(): Promise<PlanResults>;
  /** The outcomes of each finished run of the plan, in its order. */
  runs(): Promise<FinishedRuns>;
  /** Each finished run of the first point with a kept measure week by week. */
  courses(measure: MeasureId): Promise<FinishedCourses>;
  /** The digest of the state that the first run of a plan ends in, and how long it took; it is neither kept nor taken up. */
  firstState(plan: PlanText): Promise<FirstState>;
  /** Times the first run of a plan by a short trial; undefined if the plan has faults. It is neither kept nor taken up. */
  trial(plan: PlanText): Promise<RunTime | undefined>;
  series(point: number, measure: MeasureId): Promise<Course>;
  /** The tables that the command line writes, to the same bytes; all runs must be kept. */
  table(name: "runs" | "measures", format: "parquet" | "csv"): Promise<Uint8Array<ArrayBuffer>>;
  /** The plans that are kept, the latest first, and whether they stay when the page is closed. */
  kept(): Promise<{ plans: KeptPlan[]; lasting: boolean }>;
  /** Forgets a plan and its runs, but for those that another kept plan has too. */
  forget(digest: string): Promise<void>;
  /** Runs known scenarios and compares digests (`selfTest`). @param bytes  the file of known runs */
  selfTest(bytes: Uint8Array<ArrayBuffer>, lanes: number, progress: (done: number, of: number) => void): Promise<SelfTestAnswer>;
}
