import { cpSync, existsSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "bullmq";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openQueue } from "../../src/cli/queue/queue.ts";
import { connect } from "../../src/cli/queue/redis.ts";
import { encodeResult } from "../../src/experiment/index.ts";
import { setupStream } from "../../src/random/index.ts";
import { Command } from "../support/command.ts";
import { expanded, tinyPlan } from "../support/plans.ts";
import { freePort, RedisServer, redisServer } from "../support/redis.ts";

const root = join(import.meta.dirname, "../..");
const folder = () => mkdtempSync(join(tmpdir(), "four-circles-queue-"));
const plan = join(folder(), "plan.yaml");
writeFileSync(
  plan,
  [
    "title: Tiny",
    "scenario: community",
    "set: { population.residents: 200, organizations.count: 3 }",
    "outcomes: [{ measure: participation_rate, span: [1, 3] }]",
    "factors: { rigidity: { from: 0, to: 1, steps: 10 } }",
    "arms: { off: { set: { partyBuilding: off } }, on: {} }",
    "replicates: 4",
    "weeks: 3",
    "keep: { measures: all }",
  ].join("\n"),
);
const RUNS = 80;
/** Bytes of the tables in a folder, and size of its journal: the same runs, each once. */
const files = (out: string) => [
  ...["runs.parquet", "measures.parquet"].map((file) => readFileSync(join(out, file)).toString("base64")),
  statSync(join(out, "journal.4c")).size,
];
const journal = (out: string) => (existsSync(join(out, "journal.4c")) ? statSync(join(out, "journal.4c")).size : 0);

if (process.env.CI)
  it("has a redis-server: nothing is skipped where CI is set", () => {
    expect(redisServer, "none is on the PATH: apt-get install redis-server").toBeDefined();
  });

describe.skipIf(!redisServer)("a queue on Redis (needs redis-server: apt-get install redis-server)", () => {
  let redis: RedisServer;
  const whole = folder();
  const running = new Set<Command>();
  const start = (...args: string[]) => {
    const command = new Command(args);
    running.add(command);
    return command;
  };
  const batch = (out: string) => start("batch", plan, "--out", out, "--queue", redis.url);
  const worker = () => start("work", "--queue", redis.url, "--workers", "1");

  /** Tells workers to leave, which they do in peace. */
  const dismissed = async (workers: readonly Command[]) => {
    await Promise.all(workers.map((one) => one.said("wait for runs")));
    expect(await Promise.all(workers.map((one) => one.kill("SIGTERM")))).toEqual(workers.map(() => 0));
  };

  beforeAll(async () => {
    redis = await RedisServer.start();
    expect(await start("batch", plan, "--out", whole, "--workers", "2").ended).toBe(0);
  });
  afterEach(async () => {
    for (const command of running) await command.kill("SIGKILL");
    running.clear();
    await redis.client.config("SET", "maxmemory", "0", "maxmemory-policy", "noeviction");
    await redis.client.flushall();
  });
  afterAll(() => redis.stop());

  it("ends in the files of threads, byte for byte, although workers and the batch itself are killed at random moments", async () => {
    const out = folder();
    const moments = setupStream("kills", "queue");
    const size = journal(whole);
    const workers = [worker(), worker(), worker()];
    let coordinator = batch(out);
    for (let kill = 1; kill <= 6; kill++) {
      const moment = (size * (kill - 1 + moments.next())) / 7;
      while (journal(out) < moment) await pause(2);
      await pause(20 * moments.next());
      if (kill === 3) {
        await coordinator.kill("SIGKILL");
        coordinator = batch(out);
        continue;
      }
      const victim = Math.floor(3 * moments.next());
      await workers[victim].kill("SIGKILL");
      workers[victim] = worker();
    }
    expect([await coordinator.ended, coordinator.err]).toEqual([0, expect.any(String)]);
    expect(coordinator.out).toContain(`${RUNS} runs of 10 points`);
    expect(files(out)).toEqual(files(whole));
    expect(await redis.client.keys("*")).toEqual([]);
    await dismissed(workers);
    expect(await redis.client.keys("*")).toEqual([]);
  });

  it("goes on when Redis is started again and has forgotten everything", async () => {
    const out = folder();
    const workers = [worker(), worker()];
    const coordinator = batch(out);
    while (journal(out) < journal(whole) / 4) await pause(5);
    await redis.kill();
    await pause(200);
    await redis.again();
    expect([await coordinator.ended, coordinator.err]).toEqual([0, ""]);
    expect(files(out)).toEqual(files(whole));
    await dismissed(workers);
  });

  it("says so when Redis is full, keeps what is finished, and goes on from there", async () => {
    const out = folder();
    const workers = [worker()];
    const coordinator = batch(out);
    while (journal(out) < journal(whole) / 4) await pause(5);
    await redis.client.config("SET", "maxmemory", "1mb");
    expect(await coordinator.ended).toBe(1);
    expect(coordinator.err).toContain(
      `Redis is full (maxmemory 1 MiB). Give it more, with redis-cli config set maxmemory 1gb, and give the same command again.`,
    );
    expect(await start("batch", plan, "--out", out, "--queue", redis.url).ended).toBe(1);
    await redis.client.config("SET", "maxmemory", "0");
    const again = batch(out);
    expect([await again.ended, again.err]).toEqual([0, ""]);
    expect(Number(again.out.match(/(\d+) there before/)?.[1])).toBeGreaterThanOrEqual(RUNS / 4 - 2);
    expect(files(out)).toEqual(files(whole));
    await dismissed(workers);
  });

  it("refuses another program on both sides", async () => {
    const other = folder();
    cpSync(join(root, "dist/cli"), join(other, "dist/cli"), { recursive: true });
    for (const name of ["node_modules", "package.json", "scenarios"]) symlinkSync(join(root, name), join(other, name));
    const part = join(other, "dist/cli/package.js");
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    writeFileSync(part, readFileSync(part, "utf8").replace(`"${version}"`, '"9.9.9"'));
    const coordinator = batch(folder());
    while ((await redis.client.exists("four-circles:batches")) === 0) await pause(10);
    const refused = new Command(["work", "--queue", redis.url], join(other, "dist/cli/four-circles.js"));
    running.add(refused);
    expect(await refused.ended).toBe(1);
    expect(refused.err).toMatch(
      new RegExp(
        `the batch “Tiny” is of version ${version}, build \\w+; this is version 9\\.9\\.9, build \\w+, whose results may differ. Install the same here`,
      ),
    );
    await coordinator.said("is version 9.9.9");
    expect(coordinator.err).toMatch(
      /a worker on \S+ is version 9\.9\.9, build \w+; this is version .* It gets no runs: install the same there/,
    );
    await coordinator.said(`nobody serves ${redis.url} yet. Start workers, here or elsewhere: four-circles work --queue ${redis.url}`);
    expect(await coordinator.kill("SIGINT")).toBe(1);
    expect(coordinator.err).toContain(`interrupted with 0 of ${RUNS} runs`);
    expect(await redis.client.keys("*")).toEqual([]);
  });

  it("records a run that came to nothing, after three attempts, and computes each of the others once", async () => {
    const expansion = await expanded(tinyPlan("replicates: 5"));
    const queue = await openQueue(redis.url, expansion, { out() {}, err() {}, watched: false }, () => {});
    const requests = [0, 1, 2, 3, 4].map((replicate) => expansion.run(0, replicate, expansion.arms[0]).request);
    const tried: string[] = [];
    const [prefix] = await redis.client.smembers("four-circles:batches");
    const result = {
      ok: true as const,
      digest: { state: "", measures: "" },
      outcomes: Float64Array.of(1),
      series: new Float64Array(),
      snapshots: [],
    };
    const own = new Worker(
      "runs",
      async ({ id }) => {
        tried.push(id as string);
        if (id === requests[2].key) throw new Error("its thread died");
        await redis.client.set(`${prefix}:result:${id}`, Buffer.from(encodeResult(result)));
      },
      { prefix, connection: redis.client.duplicate(), concurrency: 2, runRetryDelay: 100 },
    );
    const outcomes = await Promise.allSettled(requests.map(queue.execute));
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : outcome.reason.message))).toEqual([
      result,
      result,
      "its thread died",
      result,
      result,
    ]);
    expect(requests.map(({ key }) => tried.filter((id) => id === key).length)).toEqual([1, 1, 3, 1, 1]);
    await own.close();
    await queue.close();
    expect(await redis.client.keys("*")).toEqual([]);
  });

  it("answers what is wrong with an address or a server with what to do", async () => {
    const says = async (...args: string[]) => {
      const command = start(...args);
      return [await command.ended, command.err];
    };
    const nobody = `redis://127.0.0.1:${await freePort()}`;
    const out = folder();
    const answers = await Promise.all([
      says("batch", plan, "--out", out, "--queue", redis.url, "--workers", "2"),
      says("work", "--queue", "localhost:6379"),
      says("work", "--queue", nobody),
      says("work", "--queue", redis.url.replace(/1$/, "99")),
    ]);
    expect(answers).toEqual([
      [1, expect.stringContaining("leave --workers, --shard and --merge out")],
      [1, expect.stringContaining("work: --queue is localhost:6379. Write redis://host:port or redis://host:port/db")],
      [
        1,
        expect.stringMatching(/no Redis is to be had there: connect ECONNREFUSED .* Start one, such as redis-server --port 6379, or mend/),
      ],
      [1, expect.stringContaining("DB index is out of range")],
    ]);
    await redis.client.config("SET", "maxmemory", "100mb", "maxmemory-policy", "allkeys-lru");
    expect(await says("batch", plan, "--out", out, "--queue", redis.url)).toEqual([
      1,
      expect.stringContaining("would drop runs when it is full (maxmemory-policy allkeys-lru). Set it with: redis-cli config set"),
    ]);
  });

  it("gives up on a server that stays away, and can be interrupted meanwhile", async () => {
    const own = await RedisServer.start();
    const waiting = start("batch", plan, "--out", folder(), "--queue", own.url);
    while ((await own.client.exists("four-circles:batches")) === 0) await pause(10);
    let give: (failure: Error) => void = () => {};
    const lost = new Promise<Error>((resolve) => (give = resolve));
    const client = await connect({ url: own.url, shown: own.url }, (failure) => give(failure), 300);
    await own.stop();
    expect((await lost).message).toMatch(/Redis has been away for 0\.3 s \(.*\)\. Start it, and give the same command again/);
    client.disconnect();
    expect(await waiting.kill("SIGINT")).toBe(1);
    expect(waiting.err).toContain(`interrupted with 0 of ${RUNS} runs`);
  });

  it("lets a worker go whose server is away", async () => {
    const own = await RedisServer.start();
    const worker = start("work", "--queue", own.url, "--workers", "1");
    while (!worker.err.includes("wait for runs")) await pause(10);
    await own.stop();
    await pause(1500); // until it has asked in vain
    expect(await worker.kill("SIGTERM")).toBe(0);
  });
});
