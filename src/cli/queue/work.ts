import { setTimeout as pause } from "node:timers/promises";
import { type Job, UnrecoverableError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { type Refusal, readRequest } from "../../experiment/index.ts";
import { tellSaid } from "../../words/index.ts";
import { type Executor, LONGEST_LIMIT, TooLong, threadPool } from "../pool.ts";
import { CommandFailure, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import {
  type Announcement,
  announced,
  inWords,
  isAnnounced,
  NO_RUN,
  RUNS,
  reportRefused,
  resultKey,
  STALLS,
  same,
  thisProgram,
} from "./announcement.ts";
import { addressOf, connect, refusal } from "./redis.ts";
import { seal } from "./sealed.ts";

const LOCK = 6000; // ms after which a worker that says nothing of its run has lost it
const LOOK = 1000; // ms between looks at which batches there are
const KEEP = 86_400; // s that a result waits for its batch

/** Serves the batches of a queue until it is told to leave; finishes the runs under way before it does. */
export async function work(options: { queue: string; workers?: string; limit: string }, terminal: Terminal): Promise<void> {
  const address = addressOf(options.queue, "work");
  const threads = threadsOf(options.workers, "work: --workers");
  const limit = wholeNumber(options.limit, "work: --limit", 1, LONGEST_LIMIT);
  const leaving = new AbortController();
  const { signal } = leaving;
  const redis = await connect(address, (failure) => {
    leaving.abort(failure);
    redis.disconnect(); // what waits for an answer gets none
  });
  const pool = threadPool(threads, limit);
  const leave = () => {
    if (signal.aborted) process.exit(130); // asked twice
    leaving.abort();
    terminal.err("work: leaves when the runs under way are finished; ask again to leave at once");
  };
  process.on("SIGINT", leave);
  process.on("SIGTERM", leave);
  const program = thisProgram();
  terminal.err(`work: ${pool.lanes} threads wait for runs from ${address.shown}`);
  let strange = 0; // what is announced and is no batch
  try {
    while (!signal.aborted) {
      const { batches, others } = (await unlessLeaving(announced(redis), signal)) ?? { batches: [], others: 0 };
      if (others > strange)
        terminal.err(
          `work: ${others} of the names that ${address.shown} holds for batches are none; they are passed over. Somebody else writes there.`,
        );
      strange = others;
      const mine = batches.find((batch) => same(batch.program, program));
      if (mine) await serve(redis, mine, pool, signal, terminal);
      else if (batches.length > 0) {
        for (const batch of batches) await reportRefused(redis, batch, program);
        const [{ title, program: theirs }] = batches;
        throw new CommandFailure(
          `work: the batch “${title}” is of ${inWords(theirs)}; this is ${inWords(program)}, whose results may differ. Install the same here.`,
        );
      }
      await pause(LOOK, undefined, { signal }).catch(() => {});
    }
  } catch (error) {
    throw (error instanceof CommandFailure ? undefined : await refusal(error, address, redis)) ?? error;
  } finally {
    process.removeListener("SIGINT", leave);
    process.removeListener("SIGTERM", leave);
    redis.disconnect();
    await pool.close();
  }
  if (signal.reason instanceof CommandFailure) throw signal.reason;
}

/** Why a job is no run, in a sentence. */
export const refusalOf = ({ message, said }: Refusal): string => (said ? `${message} ${tellSaid("en", said)}.` : message);

/** Computes runs of a batch as long as it is announced. */
async function serve(redis: Redis, batch: Announcement, pool: Executor, signal: AbortSignal, terminal: Terminal) {
  const { prefix, title, program } = batch;
  let done = 0;
  const run = async ({ id, data }: Job<unknown>) => {
    const began = performance.now();
    const reading = readRequest(String(id), data, program.version);
    if (!reading.ok) throw new UnrecoverableError(`${NO_RUN}${refusalOf(reading)}`);
    const { key, scenario } = reading.request;
    const result = await pool.execute(reading.request).catch((error: Error) => {
      throw error instanceof TooLong ? new UnrecoverableError(error.message) : error; // it would take as long again
    });
    // A batch that has ended while this ran has removed its jobs, and wants no result.
    if (await redis.exists(`${prefix}:${RUNS}:${key}`)) await redis.set(resultKey(prefix, key), seal(key, result), "EX", KEEP);
    done++;
    if (terminal.watched)
      terminal.err(`work: ${key.slice(0, 12)} (seed ${scenario.seed}) in ${((performance.now() - began) / 1000).toFixed(2)} s`);
  };
  const worker = new Worker(RUNS, run, {
    prefix,
    connection: redis,
    concurrency: pool.lanes,
    lockDuration: LOCK,
    stalledInterval: LOCK / 2,
    maxStalledCount: STALLS,
    runRetryDelay: LOOK,
    skipVersionCheck: true,
  });
  const told = new Set<string>();
  worker.on("error", ({ message }) => {
    // A connection that is lost comes back, or ends the command; a job that is gone belongs to a batch that has ended.
    if (told.has(message) || /ECONN|Connection is closed|Missing (lock|key)/.test(message)) return;
    told.add(message);
    terminal.err(`work: ${message}`);
  });
  terminal.err(`work: serves “${title}”`);
  while (await unlessLeaving(isAnnounced(redis, batch), signal)) await pause(LOOK, undefined, { signal }).catch(() => {});
  await worker.close(signal.reason instanceof CommandFailure).catch(() => {}); // without waiting if Redis is away
  terminal.err(`work: leaves “${title}” after ${done} runs`);
}

/** What was asked of Redis, or undefined if the worker leaves first: a server that is away may never answer. */
async function unlessLeaving<T>(asked: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) return undefined;
  let leave = () => {};
  const leaving = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
    signal.addEventListener("abort", leave, { once: true });
  });
  asked.catch(() => {}); // may come after the worker has left
  try {
    return await Promise.race([asked, leaving]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
