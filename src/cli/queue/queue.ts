import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { Queue } from "bullmq";
import { decodeResult, type Expansion, type RunRequest, type RunResult } from "../../experiment/index.ts";
import type { Executor } from "../pool.ts";
import { CommandFailure, type Terminal } from "../terminal.ts";
import {
  type Announcement,
  announce,
  inWords,
  prefixOf,
  RENEW,
  RUNS,
  refusedWorkers,
  removeKeys,
  renew,
  resultKey,
  STALLS,
  thisProgram,
  withdraw,
} from "./announcement.ts";
import { addressOf, connect, freeBytes, refusal } from "./redis.ts";

const MOST = 1000; // runs in Redis at a time, so that a plan of any length fits
const LOOK = 100; // ms between looks at what has finished
const SEEK = 2000; // ms after which runs that have not finished are looked for, in case Redis has forgotten them
const ATTEMPTS = 3; // of a run whose thread dies; what goes wrong inside a run is a result, and is not tried again
const LEAVE = 3000; // ms that workers have to leave at the end

interface Pending {
  request: RunRequest;
  resolve(result: RunResult): void;
  reject(error: unknown): void;
}

/**
 * Puts the runs of a batch into a queue that workers on any machine serve, and takes their results out.
 *
 * The id of a job is the key of its run, so that nothing is there twice. A result is a key of its own beside the queue; it stays
 * until it is safe with the batch, so that a batch that was killed finds it again.
 *
 * @param fail  told when the queue cannot go on; what is under way is rejected after that
 * @throws CommandFailure if it cannot begin
 */
export async function openQueue(
  url: string,
  expansion: Expansion,
  terminal: Terminal,
  fail: (failure: CommandFailure) => void,
): Promise<Executor> {
  const address = addressOf(url, "batch");
  const program = thisProgram();
  const batch: Announcement = {
    prefix: prefixOf(expansion.digest),
    title: expansion.plan.title,
    program,
    owner: `${hostname()} ${process.pid}`,
  };
  const { prefix } = batch;
  const pending = new Map<string, Pending>();
  const closing = new AbortController();
  const { signal } = closing;
  let closed: Promise<void> | undefined;

  function close(reason: Error): void {
    closing.abort();
    for (const { reject } of pending.values()) reject(reason);
    pending.clear();
  }
  function end(failure: CommandFailure): void {
    if (signal.aborted) return;
    fail(failure);
    close(failure);
  }
  const redis = await connect(address, end);
  const troubled = async (error: unknown) => {
    const failure = signal.aborted ? undefined : await refusal(error, address, redis);
    if (failure) end(failure);
  };
  const queue = new Queue(RUNS, { prefix, connection: redis, skipVersionCheck: true, streams: { events: { maxLen: 100 } } });
  queue.on("error", () => {}); // said by whoever waits for an answer

  const add = ({ key, ...data }: RunRequest) =>
    queue.add("run", data, { jobId: key, attempts: ATTEMPTS, backoff: { type: "exponential", delay: 1000 } });

  let quiet = false; // somebody serves, or it has been said that nobody does

  /** Takes out what has finished. */
  async function collect(): Promise<void> {
    const [finished, failed] = await Promise.all([queue.getRanges(["completed"], 0, -1), queue.getRanges(["failed"], 0, -1)]);
    for (const key of finished) {
      const run = pending.get(key);
      if (!run) continue;
      const bytes = await redis.getBuffer(resultKey(prefix, key));
      if (bytes) {
        pending.delete(key);
        quiet = true;
        run.resolve(decodeResult(bytes));
      } else {
        await queue.remove(key); // so long ago that its result is gone
        await add(run.request);
      }
    }
    for (const key of failed) {
      const run = pending.get(key);
      const job = run && (await queue.getJob(key));
      if (!job || !pending.delete(key)) continue;
      run.reject(new Error(causeOf(job.failedReason)));
    }
  }

  /** Puts back what Redis has lost: a server without persistence forgets when it is started again. */
  async function seek(): Promise<void> {
    const keys = [...pending.keys()];
    const states = await Promise.all(keys.map((key) => queue.getJobState(key)));
    for (const [k, state] of states.entries()) {
      const run = state === "unknown" ? pending.get(keys[k]) : undefined;
      if (run) await add(run.request);
    }
  }

  const began = performance.now();
  /** Renews the announcement, and says what a person should know. */
  async function renewed(): Promise<void> {
    await renew(redis, batch);
    for (const [host, other] of await refusedWorkers(redis, batch))
      terminal.err(`batch: a worker on ${host} is ${other}; this is ${inWords(program)}. It gets no runs: install the same there.`);
    if (quiet || pending.size === 0 || performance.now() - began < RENEW) return;
    quiet = true;
    if ((await queue.getWorkersCount()) === 0)
      terminal.err(
        `batch: nobody serves ${address.shown} yet. Start workers, here or elsewhere: four-circles work --queue ${address.shown}`,
      );
  }

  /** Does something again and again until the end. */
  async function every(milliseconds: number, what: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      await what().catch(troubled);
      await pause(milliseconds, undefined, { signal }).catch(() => {});
    }
  }

  try {
    await announce(redis, batch, (text) => terminal.err(text));
    for (const key of await queue.getRanges(["failed"], 0, -1)) await queue.remove(key); // those are tried again
    const lanes = Math.max(1, Math.min(MOST, Math.floor((await freeBytes(redis)) / 2 / bytesOfRun(expansion))));
    const rounds = [every(LOOK, collect), every(SEEK, seek), every(RENEW, renewed)];
    return {
      lanes,
      execute: (request) =>
        new Promise((resolve, reject) => {
          if (signal.aborted) return reject(new Error("the queue is closed"));
          pending.set(request.key, { request, resolve, reject });
          add(request).catch(troubled);
        }),
      kept(key) {
        if (!signal.aborted) Promise.all([queue.remove(key), redis.unlink(resultKey(prefix, key))]).catch(troubled);
      },
      close: () => (closed ??= shut(rounds)),
    };
  } catch (error) {
    closing.abort();
    const failure = error instanceof CommandFailure ? error : await refusal(error, address, redis);
    redis.disconnect();
    throw failure ?? error;
  }

  async function shut(rounds: readonly Promise<void>[]): Promise<void> {
    close(new Error("the queue is closed"));
    if (redis.status === "ready") {
      // Not for ever, should the server go away now. What stays expires, or is found by the next batch.
      const late = new AbortController();
      const limit = pause(3 * LEAVE, undefined, { signal: late.signal });
      await Promise.race([limit, Promise.all(rounds).then(leave)]).catch(() => {});
      limit.catch(() => {});
      late.abort();
    }
    redis.disconnect();
  }

  /** Sends the workers away and removes all keys, then what those have left that were just finishing. */
  async function leave(): Promise<void> {
    await withdraw(redis, batch);
    await removeKeys(redis, prefix);
    const until = performance.now() + LEAVE;
    while (performance.now() < until && (await queue.getWorkersCount()) > 0) await pause(LOOK);
    await removeKeys(redis, prefix);
  }
}

/** Bytes of a run in Redis: what is asked for, its result, and what the queue keeps of it. */
function bytesOfRun({ run, arms, keep, weeks }: Expansion): number {
  const { length } = JSON.stringify(run(0, 0, arms[0]).request);
  return 2 * length + 8 * (keep.outcomes.length + keep.measures.length * Math.ceil(weeks / keep.every)) + 1000;
}

/** Why a job came to nothing, in words. */
const causeOf = (reason: string): string =>
  reason.startsWith("job stalled")
    ? `its worker died ${STALLS + 1} times. It may need more memory than the machines have: give them fewer --workers.`
    : reason;
