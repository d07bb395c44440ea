import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Redis } from "ioredis";
import { z } from "zod";
import packageJson from "../../../package.json" with { type: "json" };
import { isAlive } from "../lock.ts";
import { CommandFailure } from "../terminal.ts";

/** Name of the queue of a batch, under the prefix of its keys. */
export const RUNS = "runs";
/** Times that a run may lose its worker and be taken over. */
export const STALLS = 5;
/** What a worker says of a job that is no run, before the reason. */
export const NO_RUN = "no run: ";
const BATCHES = "four-circles:batches"; // prefixes of all batches
const VALID = 15_000; // ms that an announcement stands without being renewed
export const RENEW = 3000; // ms

const LONGEST_TITLE = 200; // letters
const LONGEST = 4096; // bytes of an announcement
const MOST = 1000; // batches looked at; workers turned away that are named

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** Version and build: equal ones give equal bits. */
const programSchema = z.strictObject({ version: z.string().regex(/^[\w.+-]{1,40}$/), build: z.string().regex(/^[0-9a-f]{12}$/) });
export type Program = z.output<typeof programSchema>;

/** What a batch says of itself to the workers, as long as its command runs. */
const announcementSchema = z.strictObject({
  /** Prefix of all keys of the batch. */
  prefix: z.string().regex(/^four-circles:[0-9a-f]{16}$/),
  title: z.string().max(LONGEST_TITLE).transform(oneLine),
  program: programSchema,
  /** "host pid" of the command. */
  owner: z.string().regex(/^[\w.:-]{1,255} \d{1,10}$/),
});
export type Announcement = z.output<typeof announcementSchema>;

/** Reads what stands where a batch is announced; undefined if it is no announcement of it. */
function read(prefix: string, text: string): Announcement | undefined {
  try {
    const parsed = announcementSchema.safeParse(JSON.parse(text));
    return parsed.data?.prefix === prefix ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The announcement of a batch by this process. */
export const announcementOf = (digest: string, title: string): Announcement => ({
  prefix: `four-circles:${digest.slice(0, 16)}`, // of the digest of the plan: whoever runs it again finds what is there
  title: oneLine(title).slice(0, LONGEST_TITLE),
  program: thisProgram(),
  owner: me(),
});
const me = () => `${hostname().replace(/[^\w.:-]/g, "-") || "-"} ${process.pid}`;

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
  const here = owner.split(" ")[0];
  let left = Number.POSITIVE_INFINITY;
  while (!(await redis.set(batchKey(prefix), JSON.stringify(batch), "PX", VALID, "NX"))) {
    const [found, now] = await Promise.all([textAt(redis, batchKey(prefix)), redis.pttl(batchKey(prefix))]);
    const other = (found && read(prefix, found)?.owner) || owner; // what is no announcement keeps nobody waiting
    const [host, pid] = other.split(" ");
    if (other === owner || (host === here && !isAlive(Number(pid)))) break;
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

/** The batches whose commands run, in the order of their names, and how many names stand for something else. */
export async function announced(redis: Redis): Promise<{ batches: Announcement[]; others: number }> {
  const members = await redis.srandmember(BATCHES, MOST).catch(ofWrongType(undefined));
  if (!members) return { batches: [], others: 1 };
  const prefixes = members.filter((member) => announcementSchema.shape.prefix.safeParse(member).success).sort();
  const texts = await Promise.all(prefixes.map(async (prefix) => [prefix, await textAt(redis, batchKey(prefix))] as const));
  const there = texts.filter(([, text]) => text !== ""); // the others have ended
  const batches = there.flatMap(([prefix, text]) => (text && read(prefix, text)) || []);
  return { batches, others: members.length - prefixes.length + there.length - batches.length };
}

/** The text under a key, "" if there is none; undefined if it is something else, or too long for what is looked for. */
async function textAt(redis: Redis, key: string): Promise<string | undefined> {
  const text = await redis.getrange(key, 0, LONGEST).catch(ofWrongType(undefined));
  return text === undefined || Buffer.byteLength(text) > LONGEST ? undefined : text;
}

/** An answer in place of the error that a key holds a value of another type: somebody else has written it. */
export const ofWrongType =
  <T>(answer: T) =>
  (error: Error): T => {
    if (error.message.startsWith("WRONGTYPE")) return answer;
    throw error;
  };

export const isAnnounced = async (redis: Redis, { prefix }: Announcement): Promise<boolean> => (await redis.exists(batchKey(prefix))) === 1;

/** Leaves word at a batch that a worker was turned away for being another program. */
export async function reportRefused(redis: Redis, { prefix }: Announcement, program: Program): Promise<void> {
  const host = me().split(" ")[0];
  await redis.multi().hset(refusedKey(prefix), host, JSON.stringify(program)).pexpire(refusedKey(prefix), VALID).exec();
}

/** Takes what turned-away workers have left: host and program of each. */
export async function refusedWorkers(redis: Redis, { prefix }: Announcement): Promise<[host: string, program: Program][]> {
  const key = refusedKey(prefix);
  const count = await redis.hlen(key).catch(ofWrongType(MOST + 1));
  const found = count > 0 && count <= MOST ? await redis.hgetall(key) : {};
  if (count > 0) await redis.unlink(key);
  return Object.entries(found).flatMap(([host, text]) => {
    const program = /^[\w.:-]{1,255}$/.test(host) ? readProgram(text) : undefined;
    return program ? [[host, program] as [string, Program]] : [];
  });
}

function readProgram(text: string): Program | undefined {
  try {
    return programSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
