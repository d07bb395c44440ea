import { setTimeout as pause } from "node:timers/promises";
import { Queue } from "bullmq";
import type { Expansion, RunRequest, RunResult } from "../../experiment/index.ts";
import type { Executor } from "../pool.ts";
import { CommandFailure, type Terminal } from "../terminal.ts";
import {
  announce,
  announcementOf,
  inWords,
  NO_RUN,
  ofWrongType,
  RENEW,
  RUNS,
  refusedWorkers,
  removeKeys,
  renew,
  resultKey,
  STALLS,
  withdraw,
} from "./announcement.ts";
import { addressOf, connect, freeBytes, refusal } from "./redis.ts";
import { longestOf, unseal } from "./sealed.ts";
import type { SpotCheck } from "./spotCheck.ts";

const MOST = 1000; // runs in Redis at a time, so that a plan of any length fits
const LOOK = 100; // ms between looks at what has finished
const SEEK = 2000; // ms after which runs that have not finished are looked for, in case Redis has forgotten them
const ATTEMPTS = 3; // of a run whose thread dies; what goes wrong inside a run is a result, and is not tried again
const AGAIN = 3; // times that a run is computed again because the queue held something else in its place
const LEAVE = 3000; // ms that workers have to leave at the end
const LONGEST_CAUSE = 500; // letters of what a job says of its failure

interface Pending {
  request: RunRequest;
  /** Times that something else stood in its place. */
  bad: number;
  /** True while its result is being computed again here. */
  checked: boolean;
  resolve(result: RunResult): void;
  reject(error: unknown): void;
}

/**
 * Puts the runs of a batch into a queue that workers on any machine serve, and takes their results out.
 *
 * The id of a job is the key of its run, so that nothing is there twice. A result is a key of its own beside the queue; it stays
 * until it is safe with the batch, so that a batch that was killed finds it again.
 *
 * Others may write to the server. What does not hold together is named and computed again; a result that holds together but was
 * made up is found by computing some of them again here.
 *
 * @param check  computes some results again
 * @param fail  told when the queue cannot go on; what is under way is rejected after that
 * @throws CommandFailure if it cannot begin
 */
export async function openQueue(
  url: string,
  expansion: Expansion,
  terminal: Terminal,
  check: SpotCheck,
  fail: (failure: CommandFailure) => void,
): Promise<Executor> {
  const address = addressOf(url, "batch");
  const batch = announcementOf(expansion.digest, expansion.plan.title);
  const { prefix, program } = batch;
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
      if (run && !run.checked) await take(run);
    }
    for (const key of failed) {
      const run = pending.get(key);
      if (!run) continue;
      const reason = (await redis.hget(queue.toKey(key), "failedReason").catch(ofWrongType(null))) ?? "";
      if (reason.startsWith(NO_RUN)) await again(run, `a worker was given something else: ${reason.slice(NO_RUN.length)}`);
      else if (pending.delete(key)) run.reject(new Error(causeOf(reason)));
    }
  }

  /** Takes out the result of a run. */
  async function take(run: Pending): Promise<void> {
    const { key } = run.request;
    const bytes = await redis.getrangeBuffer(resultKey(prefix, key), 0, longestOf(run.request)).catch(ofWrongType(undefined));
    if (bytes?.length === 0) {
      await queue.remove(key); // so long ago that its result is gone
      await add(run.request);
      return;
    }
    const opened = bytes ? unseal(run.request, bytes) : { ok: false as const, fault: "it is of another type." };
    if (!opened.ok) return again(run, opened.fault);
    quiet = true;
    const { result } = opened;
    if (!result.ok || !check.chooses()) {
      pending.delete(key);
      run.resolve(result);
      return;
    }
    run.checked = true;
    void check.compare(run.request, result).then((fault) => {
      if (fault !== undefined) end(new CommandFailure(forged(run.request, fault)));
      else if (pending.delete(key)) run.resolve(result);
    });
  }

  /** Has a run computed again in whose place something else stood. */
  async function again(run: Pending, fault: string): Promise<void> {
    const { key, scenario } = run.request;
    const name = `run ${key.slice(0, 12)} (seed ${scenario.seed})`;
    if (++run.bad > AGAIN) {
      pending.delete(key);
      return run.reject(new Error(`${address.shown} held something else in its place ${run.bad} times: ${fault}`));
    }
    terminal.err(`batch: what ${address.shown} holds for ${name} is not of it: ${fault} Computed again, ${run.bad} of ${AGAIN}.`);
    await queue.remove(key);
    await redis.unlink(queue.toKey(key), resultKey(prefix, key));
    await add(run.request);
  }

  const forged = ({ key, scenario }: RunRequest, fault: string) =>
    `batch: run ${key.slice(0, 12)} (seed ${scenario.seed}) came from ${address.shown} with other numbers than this machine computes: ${fault} Somebody else writes there, or a worker computes otherwise. Do not use what this batch took from it: delete its folder, let nobody else in (docs/scale.md), and give the same command again.`;

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
      terminal.err(
        `batch: a worker on ${host} is ${inWords(other)}; this is ${inWords(program)}. It gets no runs: install the same there.`,
      );
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
          pending.set(request.key, { request, bad: 0, checked: false, resolve, reject });
          add(request).catch(troubled);
        }),
      kept(key) {
        if (!signal.aborted) Promise.all([queue.remove(key), redis.unlink(resultKey(prefix, key))]).catch(troubled);
      },
      inWords: () => check.inWords,
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
    await check.close();
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
    : reason.slice(0, LONGEST_CAUSE);
