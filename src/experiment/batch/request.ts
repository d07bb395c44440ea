import { sha256Hex } from "../../engine/index.ts";
import type { MeasureId } from "../../observation/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import type { Outcome } from "../outcomes/outcome.ts";

/** First and last week, counted from 1. */
export type Span = readonly [from: number, to: number];

/** The last year of a run, or all of one that is shorter. */
export const lastYear = (weeks: number): Span => [Math.max(1, weeks - 51), weeks];

/** What is kept of a run. */
export interface Keep {
  outcomes: readonly Outcome[];
  /** Measures kept week by week. */
  measures: readonly MeasureId[];
  /** One week in so many is kept, and the last. */
  every: number;
  /** Weeks after which the whole state is kept. */
  snapshots: readonly number[];
  /** Spans over which all measures are averaged. */
  spans: readonly Span[];
}

/** What is to be computed: a run and what is kept of it. */
export interface RunOrder {
  scenario: BaseScenario;
  /** Ids of the mechanisms that run [all]. */
  only?: readonly string[] | undefined;
  keep: Keep;
  /**
   * Weeks that it has in common with other runs of the same seed, which may then be computed once for all of them [none]. It
   * changes no bit of a result, and is no part of the key.
   */
  shared?: number | undefined;
}

/** A run to be computed, by its name. Plain data: it can be sent to a thread or to another machine. */
export interface RunRequest extends RunOrder {
  /** Hash of program version, scenario as parsed, seed, weeks, mechanisms and what is kept: equal keys, equal results. */
  key: string;
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export const hashed = (text: string): string => sha256Hex(text);

/** What the keys of runs that differ in their seed alone have in common. */
export const hashWithoutSeed = (program: string, { scenario, only, keep }: RunOrder): string =>
  hashed(JSON.stringify([program, { ...scenario, seed: "" }, keep, only]));
export const keyOfSeed = (hash: string, seed: string): string => hashed(`${hash}/${seed}`);

/** The key of a run. @param program  version of the program */
export const keyOf = (program: string, order: RunOrder): string => keyOfSeed(hashWithoutSeed(program, order), order.scenario.seed);

/** What runs have in common that agree up to a week: all but what happens later, and when they end. */
export const trunkOf = ({ scenario, only, shared = 0 }: RunOrder): string =>
  JSON.stringify([shared, only, { ...scenario, weeks: 0, interventions: scenario.interventions.filter(({ week }) => week <= shared) }]);

/** A file of a snapshot. */
export interface SnapshotFile {
  week: number;
  name: string;
  bytes: Uint8Array;
}

/** What a run leaves behind, or why it came to nothing. Plain data as well. */
export type RunResult =
  | {
      ok: true;
      digest: { state: string; measures: string };
      /** [outcome] */
      outcomes: Float64Array;
      /** [kept week * measures kept + measure]; NaN where there was nothing to measure. */
      series: Float64Array;
      /** [span * measures + measure] means over the weeks of each span in which the measure exists; NaN where it never does. */
      means: Float64Array;
      snapshots: SnapshotFile[];
    }
  | { ok: false; cause: string };

/**
 * Whoever computes runs: this thread, a pool of threads, a queue that other machines serve. What goes wrong inside the run
 * is a result; a rejection means that the run could not be computed here.
 */
export type Execute = (request: RunRequest) => Promise<RunResult>;

/** True for weeks of which a row is kept. */
export const isKept = (week: number, weeks: number, every: number): boolean => week % every === 0 || week === weeks;

/** Weeks of which a row is kept, in their order. */
export const keptWeeks = (weeks: number, every: number): number[] =>
  Array.from({ length: weeks }, (_, k) => k + 1).filter((week) => isKept(week, weeks, every));
