import { deepStrictEqual as equal, ok, strictEqual as same } from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { RedisServer, redisServer } from "../../tests/support/redis.ts";
import { journalOf, results, undisturbed } from "./batches.ts";
import { endOf, newFolder, Running, sizeOf, until } from "./commands.ts";
import type { Kill } from "./kind.ts";

const missing = redisServer === undefined ? "apt-get install redis-server" : undefined;

/** A batch over a queue with two workers, to which something happens on the way; it ends in the files of threads. */
async function disturbed(
  random: () => number,
  happens: (redis: RedisServer, workers: Running[], batch: () => Running, coordinator: Running) => Promise<Running>,
): Promise<void> {
  const { plan, whole } = await undisturbed();
  const redis = await RedisServer.start();
  const out = join(newFolder(), "out");
  const batch = () => new Running(["batch", plan, "--out", out, "--queue", redis.url]);
  const workers = [workerOf(redis), workerOf(redis)];
  let coordinator = batch();
  try {
    const moment = random() * sizeOf(journalOf(whole));
    await until(() => sizeOf(journalOf(out)) >= moment, coordinator);
    await pause(30 * random());
    coordinator = await happens(redis, workers, batch, coordinator);
    same(await endOf(coordinator), 0, coordinator.err);
    equal(results(out), results(whole));
  } finally {
    await Promise.all([...workers, coordinator].map((one) => one.kill()));
    await redis.stop();
  }
}
const workerOf = (redis: RedisServer) => new Running(["work", "--queue", redis.url, "--workers", "1"]);

const kind = (id: string, what: string, happens: (random: () => number) => Parameters<typeof disturbed>[1]): Kill => ({
  id,
  what,
  missing,
  moment: (random) => disturbed(random, happens(random)),
});

export const queues: readonly Kill[] = [
  kind("worker", "a worker of a queue is killed, and another comes", (random) => async (redis, workers, _, coordinator) => {
    const k = Math.floor(workers.length * random());
    await workers[k].kill();
    workers[k] = workerOf(redis);
    return coordinator;
  }),
  kind("coordinator", "the batch of a queue is killed, and given again", () => async (_redis, _workers, batch, coordinator) => {
    await coordinator.kill();
    return batch();
  }),
  kind("redis killed", "Redis is killed, stays away for a moment and comes back empty", (random) => async (redis, _, __, coordinator) => {
    await redis.kill();
    await pause(500 * random());
    await redis.again();
    return coordinator;
  }),
  kind("redis emptied", "everything in Redis is deleted", () => async (redis, _, __, coordinator) => {
    await redis.client.flushall();
    return coordinator;
  }),
  kind("redis full", "Redis is full; with room again, the batch is given again", () => async (redis, _, batch, coordinator) => {
    await redis.client.config("SET", "maxmemory", "1mb");
    const code = await endOf(coordinator);
    ok(code === 0 || coordinator.err.includes("Redis is full"), coordinator.err);
    await redis.client.config("SET", "maxmemory", "0");
    return batch();
  }),
];
