import { availableParallelism } from "node:os";
import type { Tinypool } from "tinypool";
import packageJson from "../../package.json" with { type: "json" };
import {
  type Execute,
  Gate,
  keyOf,
  type Means,
  meansOf,
  type RunMeans,
  type RunRequest,
  type RunResult,
  trunkOf,
} from "../experiment/index.ts";
import type { KernelTarget } from "../kernels/index.ts";
import { tellTime } from "../words/index.ts";
import { openPool } from "./openPool.ts";
import { RunStore } from "./runStore.ts";
import { heedSignals } from "./stopping.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";
import { TimeLeft } from "./timeLeft.ts";

const runPool = (threads: number) => openPool(new URL("./run.worker.js", import.meta.url), threads);

/** Whoever computes the runs of a batch. */
export interface Executor {
  /** Runs that it takes at a time. */
  lanes: number;
  execute: Execute;
  /** Told of each run whose result is safe. */
  kept?(key: string): void;
  /** What a person should know at the end. */
  inWords?(): string;
  close(): Promise<void>;
}

/** The longest limit of time that a run may be given, s: what a timer can hold. */
export const LONGEST_LIMIT = 2_000_000;

/** A run that was ended by its limit of time. */
export class TooLong extends Error {}

/**
 * Worker threads for the runs of a batch [as many as the machine has].
 *
 * @param limit    s after which a run is ended, whatever it does [never]
 * @param kernels  what runs kernels, where it can be had
 */
export function threadPool(threads = availableParallelism(), limit?: number, kernels: KernelTarget = "wasm"): Executor {
  const pool = runPool(threads);
  const gate = new Gate(threads); // so that a limit counts from when a run begins
  return {
    lanes: threads,
    async execute(request) {
      await gate.enter();
      try {
        const signal = limit === undefined ? undefined : AbortSignal.timeout(1000 * limit);
        return (await pool.run({ request, kernels }, { name: "runRequest", ...(signal ? { signal } : {}) })) as RunResult;
      } catch (error) {
        if ((error as Error).name !== "AbortError") throw error;
        throw new TooLong(`it took longer than ${limit} s. Give --limit more seconds, or its district fewer residents or weeks.`);
      } finally {
        gate.leave();
      }
    },
    close: () => pool.destroy(),
  };
}

/** Runs that have their first weeks in common stand together; what shares none stands alone. */
function groupsOf(requests: readonly RunRequest[]): RunRequest[][] {
  const groups = new Map<string, RunRequest[]>();
  for (const request of requests) {
    const trunk = request.shared ? trunkOf(request) : request.key;
    const group = groups.get(trunk);
    if (group) group.push(request);
    else groups.set(trunk, [request]);
  }
  return [...groups.values()];
}

/** Weeks that a run of a group computes: those that it has in common with the first are computed for that one. */
const weeksOf = ({ scenario, shared = 0 }: RunRequest, inGroup: number): number => scenario.weeks - (inGroup > 0 ? shared : 0);

/** What takes less is not foretold, s. */
const SHORT = 60;
/** Nor is anything foretold before, ms: code becomes quicker over the first runs. */
const AFTER = 20_000;

/**
 * Means of runs on worker threads. Equal runs are computed once; runs that have their first weeks in common go to one thread,
 * one after the other, which computes these once.
 *
 * @param folder  where finished runs are kept, and found again [nowhere]
 */
export async function pooled(
  terminal: Terminal,
  what: string,
  threads = availableParallelism(),
  folder?: string,
): Promise<{ runMeans: RunMeans; lanes: number; close(): Promise<void> }> {
  const kept = folder === undefined ? undefined : await RunStore.open(folder, what, terminal.err);
  const lanes = Array.from({ length: threads }, () => runPool(1));
  const destroy = () => Promise.all(lanes.map((lane) => lane.destroy()));
  heedSignals(what, terminal);
  terminal.stop.addEventListener("abort", () => void destroy());
  const known = new Map<string, Means>();
  const compute = async (request: RunRequest, lane: Tinypool): Promise<Means> => {
    const result = (await lane.run({ request, kernels: "wasm" }, { name: "runRequest" })) as RunResult;
    if (result.ok) await kept?.put(request.key, result); // on the disk before the next one begins
    return meansOf(request, result);
  };
  return {
    lanes: threads,
    async runMeans(orders) {
      const requests = orders.map((order): RunRequest => ({ key: keyOf(packageJson.version, order), ...order }));
      const fresh = new Map(requests.filter(({ key }) => !known.has(key)).map((request) => [request.key, request]));
      const before = [...fresh.keys()].filter((key) => kept?.has(key)).length;
      if (before > 0) terminal.err(`${before} of ${fresh.size} runs were there before.`);
      const bar = terminal.progress(fresh.size, what, "runs");
      let done = 0;
      const endUnlessStopped = () => {
        if (!terminal.stop.aborted) return;
        const remedy = kept ? `Those are in ${folder}: give the same command again to go on.` : "Nothing of it is kept.";
        throw new CommandFailure(`${what}: interrupted with ${done} of ${fresh.size} runs done. ${remedy}`);
      };
      endUnlessStopped();
      const groups = groupsOf([...fresh.values()]);
      const time = new TimeLeft(
        lanes.length,
        groups.flatMap((group) => group.map(weeksOf)).reduce((sum, weeks) => sum + weeks, 0),
      );
      const began = performance.now();
      let told = false;
      const tell = () => {
        const { seconds } = time;
        bar.update(++done, "", fresh.size, seconds);
        if (told || Number.isNaN(seconds) || performance.now() - began < AFTER) return;
        told = true;
        if (seconds > SHORT) terminal.err(`${what}: about ${tellTime("en", seconds)} left, by the first ${done} of ${fresh.size} runs.`);
      };
      let broken: { error: unknown } | undefined;
      const work = async (lane: Tinypool, place: number): Promise<void> => {
        for (let group = groups.shift(); group; group = groups.shift())
          for (const [k, request] of group.entries()) {
            if (broken) return;
            const found = await kept?.get(request);
            known.set(request.key, found ? meansOf(request, found) : await compute(request, lane));
            if (found) time.found(weeksOf(request, k));
            else time.done(place, weeksOf(request, k), performance.now());
            tell();
          }
      };
      await Promise.all(
        lanes.map((lane, place) =>
          work(lane, place).catch((error) => {
            broken ??= { error };
          }),
        ),
      );
      bar.stop();
      if (broken) endUnlessStopped();
      if (broken) throw broken.error;
      return requests.map(({ key }) => known.get(key) as Means);
    },
    async close() {
      await destroy();
      await kept?.close();
    },
  };
}
