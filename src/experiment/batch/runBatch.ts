import type { Expansion, PlannedRun } from "../plan/expand.ts";
import type { Plan } from "../plan/schema.ts";
import { Gate } from "./gate.ts";
import { Precision } from "./precision.ts";
import type { Execute, RunRequest, RunResult } from "./request.ts";

/** Where finished runs are kept, by key. */
export interface RunStore {
  /** What is there of a run; undefined if nothing. */
  state(key: string): "finished" | "failed" | undefined;
  get(key: string): Promise<RunResult | undefined>;
  /** Resolves when the result is safe; a result of before under the same key gives way. Rejects if it cannot be kept. */
  put(key: string, result: RunResult): Promise<void>;
}

/** A part of a plan: every so many runs, or points if there is a stopping rule. */
export interface Shard {
  /** From 1. */
  part: number;
  of: number;
}

export interface BatchProgress {
  /** Runs that are there, among them those found from before and those that failed. */
  done: number;
  found: number;
  failed: number;
  /** Runs that are not there where nothing is computed. */
  missing: number;
  /** Runs of the plan, or of the shard; falls when points end before their maximum. */
  total: number;
}

export interface FailedRun {
  run: number;
  point: number;
  replicate: number;
  arm: string;
  seed: string;
  cause: string;
}

export interface BatchReport extends BatchProgress {
  /** [point] replicates that count. */
  replicates: Uint32Array;
  /** [point] 1 if the stopping rule was met, 0 if the point ended at the maximum. */
  precise: Uint8Array;
  /** The first failures; `failed` counts all. */
  failures: FailedRun[];
  /** True if it was told to stop before the end. */
  interrupted: boolean;
}

const FAILURES_NAMED = 20;

interface BatchOptions {
  /** Computes a run; without it nothing is computed, and what is not there counts as missing. */
  execute?: Execute;
  /** Keeps results. */
  store: RunStore;
  /** Runs computed at the same time. */
  lanes: number;
  shard?: Shard;
  /** Computes again what failed in an earlier batch [true]. */
  retryFailed?: boolean;
  /** Begins no further run; `execute` may reject those under way, which then count as not begun. */
  signal?: AbortSignal;
  progress?: (progress: BatchProgress) => void;
}

/**
 * Runs what is missing of a plan. Each result is in the store before the run counts as done; equal keys run once; a run that
 * fails is kept with its cause and stops nothing else. Which runs a plan has never depends on how many are computed at once:
 * precision is looked at in rounds of fixed length, in the order of the replicates.
 *
 * @throws whatever the store throws: then nothing further is begun
 */
export const runBatch = (expansion: Expansion, options: BatchOptions): Promise<BatchReport> => new Batch(expansion, options).run();

/** A plan under way. */
class Batch {
  private readonly expansion: Expansion;
  private readonly options: BatchOptions;
  private readonly report: BatchReport;
  private readonly gate: Gate;
  /** Runs that are being computed, by key. */
  private readonly underWay = new Map<string, Promise<void>>();
  /** Keys of runs that failed in this batch. */
  private readonly failedNow = new Set<string>();
  /** What the store threw. */
  private broken: { error: unknown } | undefined;
  /** The point that is taken next. */
  private next = 0;

  constructor(expansion: Expansion, options: BatchOptions) {
    this.expansion = expansion;
    this.options = options;
    this.report = emptyReport(expansion, options.shard);
    this.gate = new Gate(options.lanes);
  }

  async run(): Promise<BatchReport> {
    const lanes = Math.min(this.options.lanes, this.expansion.points);
    await Promise.all(Array.from({ length: lanes }, () => this.lane()));
    if (this.broken) throw this.broken.error;
    this.report.interrupted = this.options.signal?.aborted === true;
    return this.report;
  }

  private get stopped(): boolean {
    return this.options.signal?.aborted === true || this.broken !== undefined;
  }

  /** Whether a run, or a point if there is a stopping rule, is one of this shard. */
  private owns(index: number): boolean {
    const { shard } = this.options;
    return !shard || index % shard.of === shard.part - 1;
  }

  /** Takes one point after the other. */
  private async lane(): Promise<void> {
    const { points, plan, replicates } = this.expansion;
    while (this.next < points && !this.stopped) {
      const point = this.next++;
      if (!plan.until) await this.round(point, 0, replicates);
      else if (this.owns(point)) await this.untilPrecise(point, plan.until);
    }
  }

  /** Runs a point until it is known precisely enough. */
  private async untilPrecise(point: number, { minimum, maximum, round }: NonNullable<Plan["until"]>): Promise<void> {
    const precision = new Precision(this.expansion);
    for (let from = 0, to = minimum; from < maximum; from = to, to = Math.min(maximum, to + round)) {
      await this.round(point, from, to);
      if (this.stopped) return;
      await this.addTo(precision, point, from, to);
      this.report.replicates[point] = to;
      if (precision.reached) {
        this.report.precise[point] = 1;
        this.report.total -= (maximum - to) * this.expansion.arms.length;
        return;
      }
    }
  }

  /** Adds the replicates [from, to) of a point to what is known of it. */
  private async addTo(precision: Precision, point: number, from: number, to: number): Promise<void> {
    const { arms, keep, run } = this.expansion;
    const none = new Float64Array(keep.outcomes.length).fill(Number.NaN);
    for (let replicate = from; replicate < to; replicate++) {
      const results = await Promise.all(arms.map((arm) => this.options.store.get(run(point, replicate, arm).request.key)));
      precision.add(results.map((result) => (result?.ok ? result.outcomes : none)));
    }
  }

  /** Runs the replicates [from, to) of a point; resolves when all of them have ended. */
  private async round(point: number, from: number, to: number): Promise<void> {
    let open = 1; // the round itself, as long as it begins runs
    let close = () => {};
    const closed = new Promise<void>((resolve) => (close = resolve));
    const end = () => --open === 0 && close();
    for (let replicate = from; replicate < to && !this.stopped; replicate++) {
      for (const arm of this.expansion.arms) {
        const run = this.expansion.run(point, replicate, arm);
        if (this.stopped || !this.owns(this.expansion.plan.until ? point : run.index)) continue;
        open++;
        const { ended } = await this.settle(run);
        void ended.then(end, (error: unknown) => {
          this.broken ??= { error };
          end();
        });
      }
    }
    end();
    await closed;
  }

  /** Sees to it that a run is in the store; returns as soon as there is a place for the next. */
  private async settle(run: PlannedRun): Promise<{ ended: Promise<void> }> {
    const { execute, store, retryFailed = true } = this.options;
    const { key } = run.request;
    const state = store.state(key);
    if (state === "finished" || (state === "failed" && (!retryFailed || this.failedNow.has(key)))) {
      this.report.found++;
      return { ended: this.count(run, state) };
    }
    if (!execute) {
      this.report.missing++;
      return { ended: Promise.resolve() };
    }
    let computed = this.underWay.get(key);
    if (!computed) {
      const entered = this.gate.enter();
      computed = this.compute(run.request, execute, entered);
      this.underWay.set(key, computed);
      await entered;
    }
    return { ended: computed.then(() => this.count(run, store.state(key))) };
  }

  /** Computes and keeps a run when there is a place for it. */
  private async compute(request: RunRequest, execute: Execute, entered: Promise<void>): Promise<void> {
    await entered;
    try {
      if (!this.stopped) await this.keep(request, execute);
    } catch (error) {
      this.broken ??= { error };
    } finally {
      this.underWay.delete(request.key);
      this.gate.leave();
    }
  }

  /** Computes a run and keeps what it comes to, or why it comes to nothing. */
  private async keep(request: RunRequest, execute: Execute): Promise<void> {
    let result: RunResult;
    try {
      result = await execute(request);
    } catch (error) {
      if (this.options.signal?.aborted) return;
      result = { ok: false, cause: (error as Error).message };
    }
    if (!result.ok) this.failedNow.add(request.key);
    await this.options.store.put(request.key, result);
  }

  /** Counts a run that has ended. */
  private async count({ index, point, replicate, arm, request }: PlannedRun, state: "finished" | "failed" | undefined): Promise<void> {
    if (state === undefined) return;
    const { report } = this;
    report.done++;
    if (state === "failed") {
      report.failed++;
      if (report.failures.length < FAILURES_NAMED) {
        const result = await this.options.store.get(request.key);
        const cause = result?.ok === false ? result.cause : "";
        report.failures.push({ run: index, point, replicate, arm, seed: request.scenario.seed, cause });
      }
    }
    this.options.progress?.(report);
  }
}

/** The report of a batch that has not begun. */
function emptyReport({ points, arms, replicates, plan: { until } }: Expansion, shard: Shard | undefined): BatchReport {
  const each = replicates * arms.length;
  return {
    done: 0,
    found: 0,
    failed: 0,
    missing: 0,
    total: until ? shareOf(points, shard) * each : shareOf(points * each, shard),
    replicates: new Uint32Array(points).fill(until ? 0 : replicates),
    precise: new Uint8Array(points),
    failures: [],
    interrupted: false,
  };
}

/** How many of the items 0 to count - 1 a shard has. */
const shareOf = (count: number, shard: Shard | undefined) => (shard ? Math.max(0, Math.ceil((count - shard.part + 1) / shard.of)) : count);
