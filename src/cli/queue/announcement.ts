import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Redis } from "ioredis";
import packageJson from "../../../package.json" with { type: "json" };
import { isAlive } from "../batch/folder.ts";
import { CommandFailure } from "../terminal.ts";

/** Name of the queue of a batch, under the prefix of its keys. */
export const RUNS = "runs";
/** Times that a run may lose its worker and be taken over. */
export const STALLS = 5;
const BATCHES = "four-circles:batches"; // prefixes of all batches
const VALID = 15_000; // ms that an announcement stands without being renewed
export const RENEW = 3000; // ms

/** What a batch says of itself to the workers, as long as its command runs. */
export interface Announcement {
  /** Prefix of all keys of the batch. */
  prefix: string;
  title: string;
  program: Program;
  /** "host pid" of the command. */
  owner: string;
}

/** Version and build: equal ones give equal bits. */
export interface Program {
  version: string;
  build: string;
}

/** The program that runs here. Its build is a digest of its files, so that two checkouts of one version are told apart. */
export function thisProgram(): Program {
  const folder = dirname(fileURLToPath(import.meta.url));
  const hash = createHash("sha256");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .sort())
    hash.update(readFileSync(join(folder, file)));
  return { version: packageJson.version, build: hash.digest("hex").slice(0, 12) };
}

export const same = (a: Program, b: Program): boolean => a.version === b.version && a.build === b.build;
export const inWords = ({ version, build }: Program): string => `version ${version}, build ${build}`;

/** The digest of a plan names its keys: whoever runs the same plan again finds what is there. */
export const prefixOf = (digest: string): string => `four-circles:${digest.slice(0, 16)}`;
export const resultKey = (prefix: string, key: string): string => `${prefix}:result:${key}`;
const batchKey = (prefix: string) => `${prefix}:batch`;
const refusedKey = (prefix: string) => `${prefix}:refused`;

/**
 * Announces a batch, in place of a command that is gone.
 *
 * @param say  told if there is something to wait for
 * @throws CommandFailure if another command runs the same plan
 */
export async function announce(redis: Redis, batch: Announcement, say: (text: string) => void): Promise<void> {
  const { prefix, owner } = batch;
  let left = Number.POSITIVE_INFINITY;
  while (!(await redis.set(batchKey(prefix), JSON.stringify(batch), "PX", VALID, "NX"))) {
    const [found, now] = await Promise.all([redis.get(batchKey(prefix)), redis.pttl(batchKey(prefix))]);
    const other = found ? (JSON.parse(found) as Announcement).owner : owner;
    const [host, pid] = other.split(" ");
    if (other === owner || (host === hostname() && !isAlive(Number(pid)))) break;
    if (now > left) throw new CommandFailure(`batch: process ${pid} on ${host} runs this plan on the same queue. Wait for it, or stop it.`);
    if (left === Number.POSITIVE_INFINITY)
      say(`batch: waits up to ${VALID / 1000} s for process ${pid} on ${host}, which ran this plan and may be gone.`);
    left = now;
    await pause(RENEW / 3);
  }
  await renew(redis, batch);
}

/** Lets an announcement stand for longer; announces anew what the server has forgotten. */
export async function renew(redis: Redis, batch: Announcement): Promise<void> {
  await redis.sadd(BATCHES, batch.prefix);
  await redis.set(batchKey(batch.prefix), JSON.stringify(batch), "PX", VALID);
}

/** Takes an announcement back; workers leave the batch within a second or two. */
export async function withdraw(redis: Redis, { prefix }: Announcement): Promise<void> {
  await redis.multi().del(batchKey(prefix)).srem(BATCHES, prefix).exec();
}

/** Removes every key of a batch. */
export async function removeKeys(redis: Redis, prefix: string): Promise<void> {
  for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1000 })) if (keys.length > 0) await redis.unlink(...keys);
}

/** The batches whose commands run, those announced first in front. */
export async function announced(redis: Redis): Promise<Announcement[]> {
  const prefixes = (await redis.smembers(BATCHES)).sort();
  if (prefixes.length === 0) return [];
  const texts = await redis.mget(prefixes.map(batchKey));
  return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Announcement]));
}

export const isAnnounced = async (redis: Redis, { prefix }: Announcement): Promise<boolean> => (await redis.exists(batchKey(prefix))) === 1;

/** Leaves word at a batch that a worker was turned away for being another program. */
export async function reportRefused(redis: Redis, { prefix }: Announcement, program: Program): Promise<void> {
  await redis.multi().hset(refusedKey(prefix), hostname(), inWords(program)).pexpire(refusedKey(prefix), VALID).exec();
}

/** Takes what turned-away workers have left: host and program of each. */
export async function refusedWorkers(redis: Redis, { prefix }: Announcement): Promise<[host: string, program: string][]> {
  const answers = await redis.multi().hgetall(refusedKey(prefix)).del(refusedKey(prefix)).exec();
  return Object.entries((answers?.[0][1] ?? {}) as Record<string, string>);
}
