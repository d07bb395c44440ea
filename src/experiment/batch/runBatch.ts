import type { Expansion, PlannedRun } from "../plan/expand.ts";
import { Gate } from "./gate.ts";
import { Precision } from "./precision.ts";
import type { Execute, RunResult } from "./request.ts";

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

/**
 * Runs what is missing of a plan. Each result is in the store before the run counts as done; equal keys run once; a run that
 * fails is kept with its cause and stops nothing else. Which runs a plan has never depends on how many are computed at once:
 * precision is looked at in rounds of fixed length, in the order of the replicates.
 *
 * @param options.execute      computes a run; without it nothing is computed, and what is not there counts as missing
 * @param options.store        keeps results
 * @param options.lanes        runs computed at the same time
 * @param options.retryFailed  computes again what failed in an earlier batch [true]
 * @param options.signal       begins no further run; `execute` may reject those under way, which then count as not begun
 * @throws whatever the store throws: then nothing further is begun
 */
export async function runBatch(
  expansion: Expansion,
  options: {
    execute?: Execute;
    store: RunStore;
    lanes: number;
    shard?: Shard;
    retryFailed?: boolean;
    signal?: AbortSignal;
    progress?: (progress: BatchProgress) => void;
  },
): Promise<BatchReport> {
  const { execute, store, lanes, shard, retryFailed = true, signal, progress } = options;
  const { points, arms, replicates } = expansion;
  const { until } = expansion.plan;
  const own = (index: number) => !shard || index % shard.of === shard.part - 1;
  const report: BatchReport = {
    done: 0,
    found: 0,
    failed: 0,
    missing: 0,
    total: shareOf(until ? points : points * replicates * arms.length, shard) * (until ? replicates * arms.length : 1),
    replicates: new Uint32Array(points).fill(until ? 0 : replicates),
    precise: new Uint8Array(points),
    failures: [],
    interrupted: false,
  };
  const gate = new Gate(lanes);
  const underWay = new Map<string, Promise<void>>();
  const failedNow = new Set<string>();
  let broken: { error: unknown } | undefined;
  const stopped = () => signal?.aborted === true || broken !== undefined;

  /** Computes and keeps a run. */
  async function compute({ request }: PlannedRun, by: Execute): Promise<void> {
    let result: RunResult;
    try {
      result = await by(request);
    } catch (error) {
      if (signal?.aborted) return;
      result = { ok: false, cause: (error as Error).message };
    }
    if (!result.ok) failedNow.add(request.key);
    await store.put(request.key, result);
  }

  /** Sees to it that a run is in the store; returns as soon as there is a place for the next. */
  async function settle(run: PlannedRun): Promise<{ ended: Promise<void> }> {
    const { key } = run.request;
    const state = store.state(key);
    if (state === "finished" || (state === "failed" && (!retryFailed || failedNow.has(key)))) {
      report.found++;
      return { ended: count(run, state) };
    }
    if (!execute) {
      report.missing++;
      return { ended: Promise.resolve() };
    }
    let computed = underWay.get(key);
    if (!computed) {
      const entered = gate.enter();
      computed = entered
        .then(() => (stopped() ? undefined : compute(run, execute)))
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .finally(() => {
          underWay.delete(key);
          gate.leave();
        });
      underWay.set(key, computed);
      await entered;
    }
    return { ended: computed.then(() => count(run, store.state(key))) };
  }

  async function count({ index, point, replicate, arm, request }: PlannedRun, state: "finished" | "failed" | undefined): Promise<void> {
    if (state === undefined) return;
    report.done++;
    if (state === "failed") {
      report.failed++;
      if (report.failures.length < FAILURES_NAMED) {
        const result = await store.get(request.key);
        const cause = result?.ok === false ? result.cause : "";
        report.failures.push({ run: index, point, replicate, arm, seed: request.scenario.seed, cause });
      }
    }
    progress?.(report);
  }

  /** Runs the replicates [from, to) of a point. */
  async function round(point: number, from: number, to: number): Promise<void> {
    let open = 0;
    let close = () => {};
    const closed = new Promise<void>((resolve) => (close = resolve));
    open++;
    const end = () => --open === 0 && close();
    for (let replicate = from; replicate < to && !stopped(); replicate++) {
      for (const arm of arms) {
        const run = expansion.run(point, replicate, arm);
        if (stopped() || !own(until ? point : run.index)) continue;
        open++;
        const { ended } = await settle(run);
        void ended.then(end, (error: unknown) => {
          broken ??= { error };
          end();
        });
      }
    }
    end();
    await closed;
  }

  /** Runs a point until it is known precisely enough. */
  async function pointUntilPrecise(point: number): Promise<void> {
    const { minimum, maximum, round: more } = until as NonNullable<typeof until>;
    const precision = new Precision(expansion);
    for (let from = 0, to = minimum; from < maximum; from = to, to = Math.min(maximum, to + more)) {
      await round(point, from, to);
      if (stopped()) return;
      for (let replicate = from; replicate < to; replicate++) {
        const results = await Promise.all(arms.map((arm) => store.get(expansion.run(point, replicate, arm).request.key)));
        precision.add(results.map((result) => (result?.ok ? result.outcomes : none)));
      }
      report.replicates[point] = to;
      if (precision.reached) {
        report.precise[point] = 1;
        report.total -= (maximum - to) * arms.length;
        return;
      }
    }
  }
  const none = new Float64Array(expansion.keep.outcomes.length).fill(Number.NaN);

  let next = 0;
  const lane = async () => {
    while (next < points && !stopped()) {
      const point = next++;
      if (!until) await round(point, 0, replicates);
      else if (own(point)) await pointUntilPrecise(point);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, points) }, lane));
  if (broken) throw broken.error;
  report.interrupted = signal?.aborted === true;
  return report;
}

/** How many of the items 0 to count - 1 a shard has. */
const shareOf = (count: number, shard: Shard | undefined) => (shard ? Math.max(0, Math.ceil((count - shard.part + 1) / shard.of)) : count);
