import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Job, Worker } from "bullmq";
import { Redis } from "ioredis";
import type { Executor } from "../src/cli/pool.ts";
import { openQueue, SpotCheck } from "../src/cli/queue/index.ts";
import { seal } from "../src/cli/queue/sealed.ts";
import { decodeResult, encodeResult, executeRun, expandPlan, readRequest } from "../src/experiment/index.ts";
import { readPlanText } from "../tests/support/plans.ts";
import { RedisServer } from "../tests/support/redis.ts";
import { HeardTerminal } from "../tests/support/terminal.ts";

// What a run costs beside its computation: bytes and processor time in Redis, in the batch and in a worker that computes
// nothing and answers at once with a result of the right size. `node dist/bench/queue.js 20000`

const PLAN = `title: Queue
scenario: community.yaml
outcomes: [{ measure: participation_rate }, { measure: settlement_rate_true }, { measure: motivation_mean }]
weeks: 104
keep: { every: 4 }
replicates: 1000000
`;

/** Seconds of processor time. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

if (process.argv[2] === "--worker") {
  const [url, prefix, size] = process.argv.slice(3);
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  const result = decodeResult(Buffer.from(process.argv[6], "base64"));
  const began = used();
  const answer = async ({ id, data }: Job) => {
    const reading = readRequest(String(id), data, "bench");
    if (!reading.ok) throw new Error(reading.message);
    await redis.set(`${prefix}:result:${id}`, seal(reading.request.key, result), "EX", 86_400);
  };
  new Worker("runs", answer, {
    prefix,
    connection: redis,
    concurrency: Number(size),
    skipVersionCheck: true,
  }).on("error", () => {});
  process.on("message", () => process.send?.(used() - began, () => process.exit()));
} else {
  const runs = Number(process.argv[2] ?? 20_000);
  const reading = await readPlanText(PLAN);
  if (!reading.ok) throw new Error("the plan cannot be read");
  const expansion = await expandPlan(reading.plan, reading.base, "bench");
  const request = (replicate: number) => expansion.run(0, replicate, expansion.arms[0]).request;
  const result = executeRun(request(0), () => []);
  const server = await RedisServer.start();
  const info = async (section: string, name: string) =>
    Number((await server.client.info(section)).match(new RegExp(`^${name}:(.*?)\r?$`, "m"))?.[1]);
  const empty = await info("memory", "used_memory");
  const here: Executor = { lanes: 1, execute: async (wanted) => executeRun(wanted, () => []), async close() {} };
  const queue = await openQueue(server.url, expansion, new HeardTerminal(), new SpotCheck(0, () => here), (failure) =>
    console.error(failure.message),
  );
  const [prefix] = await server.client.smembers("four-circles:batches");
  const cpu = { batch: used(), redis: await redisCpu() };
  let [next, done] = [0, 0];
  const lane = async () => {
    while (next < runs) {
      const wanted = request(next++);
      await queue.execute(wanted);
      queue.kept?.(wanted.key);
      done++;
    }
  };
  const lanes = Promise.all(Array.from({ length: queue.lanes }, lane));
  while ((await server.client.llen(`${prefix}:runs:wait`)) < queue.lanes) await new Promise((resolve) => setTimeout(resolve, 20));
  const waiting = (await info("memory", "used_memory")) - empty;
  const started = performance.now();
  const workers = [1, 2].map(() =>
    fork(fileURLToPath(import.meta.url), ["--worker", server.url, prefix, "16", Buffer.from(encodeResult(result)).toString("base64")]),
  );
  await lanes;
  const seconds = (performance.now() - started) / 1000;
  const spent = { batch: used() - cpu.batch, redis: (await redisCpu()) - cpu.redis };
  let ofWorkers = 0;
  for (const worker of workers) {
    ofWorkers += await new Promise<number>((resolve) => {
      worker.once("message", (value) => resolve(Number(value)));
      worker.send("stop");
    });
  }
  await queue.close();
  console.log(
    JSON.stringify(
      {
        runs: done,
        bytesOfRequest: JSON.stringify(request(0)).length,
        bytesOfResult: seal(request(0).key, result).length,
        memoryOfWaitingRun: Math.round(waiting / queue.lanes),
        runsPerSecond: Math.round(runs / seconds),
        redisMilliseconds: (1000 * spent.redis) / runs,
        batchMilliseconds: (1000 * spent.batch) / runs,
        workerMilliseconds: (1000 * ofWorkers) / runs,
        batchMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
      },
      null,
      2,
    ),
  );
  await server.stop();

  async function redisCpu(): Promise<number> {
    return (await info("cpu", "used_cpu_user")) + (await info("cpu", "used_cpu_sys"));
  }
}
