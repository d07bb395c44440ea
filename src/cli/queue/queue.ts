import { setTimeout as pause } from "node:timers/promises";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Expansion, RunRequest, RunResult } from "../../experiment/index.ts";
import type { Executor } from "../pool.ts";
import { CommandFailure, type Terminal } from "../terminal.ts";
import {
  type Announcement,
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
import { CLOSED, type Pending, PendingRuns } from "./pendingRuns.ts";
import { type Address, addressOf, connect, freeBytes, refusal } from "./redis.ts";
import { longestOf, unseal } from "./sealed.ts";
import type { SpotCheck } from "./spotCheck.ts";

const MOST = 1000; // runs in Redis at a time, so that a plan of any length fits
const LOOK = 100; // ms between looks at what has finished
const SEEK = 2000; // ms after which runs that have not finished are looked for, in case Redis has forgotten them
const ATTEMPTS = 3; // of a run whose thread dies; what goes wrong inside a run is a result, and is not tried again
const AGAIN = 3; // times that a run is computed again because the queue held something else in its place
const LEAVE = 3000; // ms that workers have to leave at the end
const LONGEST_CAUSE = 500; // letters of what a job says of its failure

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
  const runs = new PendingRuns(fail);
  const redis = await connect(address, (failure) => runs.end(failure));
  const batch = announcementOf(expansion.digest, expansion.plan.title);
  const queue = new Queue(RUNS, {
    prefix: batch.prefix,
    connection: redis,
    skipVersionCheck: true,
    streams: { events: { maxLen: 100 } },
  });
  queue.on("error", () => {}); // said by whoever waits for an answer
  const master = new QueueMaster({ address, redis, batch, queue, runs, terminal, check });
  const stop = () => runs.close(new Error(CLOSED));
  terminal.stop.addEventListener("abort", stop);
  try {
    return await Promise.race([master.open(expansion), runs.closed]);
  } catch (error) {
    const failure = error instanceof CommandFailure || runs.signal.aborted ? undefined : await refusal(error, address, redis);
    stop();
    redis.disconnect();
    throw failure ?? error;
  } finally {
    terminal.stop.removeEventListener("abort", stop);
  }
}

interface QueueParts {
  address: Address;
  redis: Redis;
  batch: Announcement;
  queue: Queue;
  runs: PendingRuns;
  terminal: Terminal;
  check: SpotCheck;
}

/** The side of the batch: announces it, puts runs in, takes results out, and clears up at the end. */
class QueueMaster {
  private readonly parts: QueueParts;
  private rounds: readonly Promise<void>[] = [];
  private closed: Promise<void> | undefined;
  private readonly began = performance.now();
  /** True when somebody serves, or it has been said that nobody does. */
  private quiet = false;

  constructor(parts: QueueParts) {
    this.parts = parts;
  }

  /** Announces the batch and begins to take results out. */
  async open(expansion: Expansion): Promise<Executor> {
    const { redis, batch, queue, runs, terminal, check } = this.parts;
    await announce(redis, batch, (text) => terminal.err(text));
    for (const key of await queue.getRanges(["failed"], 0, -1)) await queue.remove(key); // those are tried again
    const lanes = Math.max(1, Math.min(MOST, Math.floor((await freeBytes(redis)) / 2 / bytesOfRun(expansion))));
    this.rounds = [this.every(LOOK, () => this.collect()), this.every(SEEK, () => this.seek()), this.every(RENEW, () => this.renew())];
    return {
      lanes,
      execute: (request) => {
        const result = runs.wait(request);
        if (!runs.signal.aborted) this.add(request).catch(this.troubled);
        return result;
      },
      kept: (key) => {
        if (!runs.signal.aborted) Promise.all([queue.remove(key), redis.unlink(resultKey(batch.prefix, key))]).catch(this.troubled);
      },
      inWords: () => check.inWords,
      close: () => (this.closed ??= this.shut()),
    };
  }

  /** Does something again and again until the end. */
  private async every(milliseconds: number, what: () => Promise<void>): Promise<void> {
    const { signal } = this.parts.runs;
    while (!signal.aborted) {
      await what().catch(this.troubled);
      await pause(milliseconds, undefined, { signal }).catch(() => {});
    }
  }

  /** Ends the queue if an error means that it cannot go on. */
  private readonly troubled = async (error: unknown): Promise<void> => {
    const { address, redis, runs } = this.parts;
    const failure = error instanceof CommandFailure || runs.signal.aborted ? undefined : await refusal(error, address, redis);
    if (failure) runs.end(failure);
  };

  private add({ key, ...data }: RunRequest) {
    return this.parts.queue.add("run", data, { jobId: key, attempts: ATTEMPTS, backoff: { type: "exponential", delay: 1000 } });
  }

  /** Takes out what has finished. */
  private async collect(): Promise<void> {
    const { queue, redis, runs } = this.parts;
    const [finished, failed] = await Promise.all([queue.getRanges(["completed"], 0, -1), queue.getRanges(["failed"], 0, -1)]);
    for (const key of finished) {
      const run = runs.get(key);
      if (run && !run.checked) await this.take(run);
    }
    for (const key of failed) {
      const run = runs.get(key);
      if (!run) continue;
      const reason = (await redis.hget(queue.toKey(key), "failedReason").catch(ofWrongType(null))) ?? "";
      if (reason.startsWith(NO_RUN)) await this.again(run, `a worker was given something else: ${reason.slice(NO_RUN.length)}`);
      else runs.reject(run, causeOf(reason));
    }
  }

  /** Takes out the result of a run. */
  private async take(run: Pending): Promise<void> {
    const { queue, redis, batch, runs, check } = this.parts;
    const { key } = run.request;
    const bytes = await redis.getrangeBuffer(resultKey(batch.prefix, key), 0, longestOf(run.request)).catch(ofWrongType(undefined));
    if (bytes?.length === 0) {
      await queue.remove(key); // so long ago that its result is gone
      await this.add(run.request);
      return;
    }
    const opened = bytes ? unseal(run.request, bytes) : { ok: false as const, fault: "it is of another type." };
    if (!opened.ok) return this.again(run, opened.fault);
    this.quiet = true;
    const { result } = opened;
    if (result.ok && check.chooses()) this.compare(run, result);
    else runs.resolve(run, result);
  }

  /** Computes a run again here before its result counts. */
  private compare(run: Pending, result: RunResult & { ok: true }): void {
    const { address, runs, check } = this.parts;
    run.checked = true;
    void check.compare(run.request, result).then((fault) => {
      if (fault !== undefined) runs.end(new CommandFailure(forged(run.request, address, fault)));
      else runs.resolve(run, result);
    });
  }

  /** Has a run computed again in whose place something else stood. */
  private async again(run: Pending, fault: string): Promise<void> {
    const { address, queue, redis, batch, runs, terminal } = this.parts;
    const { key } = run.request;
    if (++run.bad > AGAIN) return runs.reject(run, `${address.shown} held something else in its place ${run.bad} times: ${fault}`);
    terminal.err(
      `batch: what ${address.shown} holds for ${nameOf(run.request)} is not of it: ${fault} Computed again, ${run.bad} of ${AGAIN}.`,
    );
    await queue.remove(key);
    await redis.unlink(queue.toKey(key), resultKey(batch.prefix, key));
    await this.add(run.request);
  }

  /** Puts back what Redis has lost: a server without persistence forgets when it is started again. */
  private async seek(): Promise<void> {
    const { queue, runs } = this.parts;
    const keys = runs.keys();
    const states = await Promise.all(keys.map((key) => queue.getJobState(key)));
    for (const [k, state] of states.entries()) {
      const run = state === "unknown" ? runs.get(keys[k]) : undefined;
      if (run) await this.add(run.request);
    }
  }

  /** Renews the announcement, and says what a person should know. */
  private async renew(): Promise<void> {
    const { address, redis, batch, queue, runs, terminal } = this.parts;
    await renew(redis, batch);
    for (const [host, other] of await refusedWorkers(redis, batch))
      terminal.err(
        `batch: a worker on ${host} is ${inWords(other)}; this is ${inWords(batch.program)}. It gets no runs: install the same there.`,
      );
    if (this.quiet || runs.size === 0 || performance.now() - this.began < RENEW) return;
    this.quiet = true;
    if ((await queue.getWorkersCount()) === 0)
      terminal.err(
        `batch: nobody serves ${address.shown} yet. Start workers, here or elsewhere: four-circles work --queue ${address.shown}`,
      );
  }

  /** Closes the queue, not waiting for ever should the server go away now. What stays expires, or is found by the next batch. */
  private async shut(): Promise<void> {
    const { redis, runs, check } = this.parts;
    runs.close(new Error(CLOSED));
    await check.close();
    if (redis.status === "ready") {
      const late = new AbortController();
      const limit = pause(3 * LEAVE, undefined, { signal: late.signal });
      await Promise.race([limit, Promise.all(this.rounds).then(() => this.leave())]).catch(() => {});
      limit.catch(() => {});
      late.abort();
    }
    redis.disconnect();
  }

  /** Sends the workers away and removes all keys, then what those have left that were just finishing. */
  private async leave(): Promise<void> {
    const { redis, batch, queue } = this.parts;
    await withdraw(redis, batch);
    await removeKeys(redis, batch.prefix);
    const until = performance.now() + LEAVE;
    while (performance.now() < until && (await queue.getWorkersCount()) > 0) await pause(LOOK);
    await removeKeys(redis, batch.prefix);
  }
}

const nameOf = ({ key, scenario }: RunRequest) => `run ${key.slice(0, 12)} (seed ${scenario.seed})`;

const forged = (request: RunRequest, { shown }: Address, fault: string) =>
  `batch: ${nameOf(request)} came from ${shown} with other numbers than this machine computes: ${fault} Somebody else writes there, or a worker computes otherwise. Do not use what this batch took from it: delete its folder, let nobody else in (docs/scale.md), and give the same command again.`;

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
