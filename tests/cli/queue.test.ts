import { cpSync, existsSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Job, Queue, Worker } from "bullmq";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "../../src/cli/pool.ts";
import { announcementOf } from "../../src/cli/queue/announcement.ts";
import { openQueue, SpotCheck } from "../../src/cli/queue/index.ts";
import { addressOf, connect } from "../../src/cli/queue/redis.ts";
import { seal } from "../../src/cli/queue/sealed.ts";
import { encodeResult, executeRun, type RunRequest, type RunResult } from "../../src/experiment/index.ts";
import { setupStream } from "../../src/random/index.ts";
import { Command } from "../support/command.ts";
import { expanded, tinyPlan } from "../support/plans.ts";
import { freePort, RedisServer, redisServer } from "../support/redis.ts";
import { HeardTerminal } from "../support/terminal.ts";

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
const [longer, shorter] = [8, 1].map((replicates) => {
  const file = join(folder(), "plan.yaml");
  writeFileSync(
    file,
    readFileSync(plan, "utf8").replace("replicates: 4", `replicates: ${replicates}`).replace("Tiny", `"\\e]0;mine\\a\\e[31mOther\\nplan"`),
  );
  return file;
});
const silent = new HeardTerminal();
const computed = (request: RunRequest) => executeRun(request, () => []) as RunResult & { ok: true };
const here = (): Executor => ({ lanes: 1, execute: async (request) => computed(request), close: async () => {} });

/** A worker that answers what it likes. */
async function answering(redis: RedisServer, answer: (request: RunRequest) => Promise<Buffer>): Promise<Worker> {
  let prefix: string | undefined;
  while (prefix === undefined) {
    await pause(10);
    [prefix] = await redis.client.smembers("four-circles:batches");
  }
  const process = async ({ id, data }: Job) => void (await redis.client.set(`${prefix}:result:${id}`, await answer({ key: id, ...data })));
  const own = new Worker("runs", process, { prefix, connection: redis.client.duplicate(), concurrency: 2, runRetryDelay: 100 });
  return own.on("error", () => {}); // jobs go when their batch ends
}
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
    const queue = await openQueue(redis.url, expansion, silent, new SpotCheck(0, here), () => {});
    const requests = [0, 1, 2, 3, 4].map((replicate) => expansion.run(0, replicate, expansion.arms[0]).request);
    const tried: string[] = [];
    const own = await answering(redis, async (request) => {
      tried.push(request.key);
      if (request.key === requests[2].key) throw new Error("its thread died");
      return seal(request.key, computed(request));
    });
    const outcomes = await Promise.allSettled(requests.map(queue.execute));
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : outcome.reason.message))).toEqual(
      requests.map((request, k) => (k === 2 ? "its thread died" : computed(request))),
    );
    expect(requests.map(({ key }) => tried.filter((id) => id === key).length)).toEqual([1, 1, 3, 1, 1]);
    await own.close();
    await queue.close();
    expect(await redis.client.keys("*")).toEqual([]);
  });

  it("names what is no result of a run and has it computed again, three times at the most", async () => {
    const expansion = await expanded(tinyPlan("replicates: 7"));
    const said: string[] = [];
    const terminal = { ...silent, err: (text: string) => void said.push(text) };
    const queue = await openQueue(redis.url, expansion, terminal, new SpotCheck(0, here), () => {});
    const requests = Array.from({ length: 7 }, (_, replicate) => expansion.run(0, replicate, expansion.arms[0]).request);
    const flipped = (bytes: Buffer) => {
      bytes[bytes.length - 3] ^= 4;
      return bytes;
    };
    const wrong: ((request: RunRequest, result: RunResult & { ok: true }) => Buffer)[] = [
      () => Buffer.from("null"),
      ({ key }, result) => flipped(seal(key, result)),
      (_, result) => seal(requests[0].key, result),
      ({ key }, result) => seal(key, { ...result, outcomes: new Float64Array(3) }),
      ({ key }, result) => seal(key, { ...result, snapshots: [{ week: 1, name: "../../../../out", bytes: Buffer.from("x") }] }),
      ({ key }, result) => seal(key, { ...result, snapshots: [{ week: 1, name: "ties.parquet", bytes: Buffer.from("x") }] }),
    ];
    const times = new Map<string, number>();
    const own = await answering(redis, async (request) => {
      const time = (times.get(request.key) ?? 0) + 1;
      times.set(request.key, time);
      const k = requests.findIndex(({ key }) => key === request.key);
      const result = computed(request);
      return k === 6 ? Buffer.from("never a result") : time === 1 ? wrong[k](request, result) : seal(request.key, result);
    });
    const outcomes = await Promise.allSettled(requests.map(queue.execute));
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : outcome.reason.message))).toEqual([
      ...requests.slice(0, 6).map(computed),
      `${redis.url} held something else in its place 4 times: its 14 bytes are no result.`,
    ]);
    const names = requests.map(({ key, scenario }) => `run ${key.slice(0, 12)} (seed ${scenario.seed})`);
    const faultOf = (k: number) => said.filter((text) => text.includes(names[k])).map((text) => text.match(/is not of it: (.*)$/)?.[1]);
    expect(names.slice(0, 6).map((_, k) => faultOf(k))).toEqual([
      ["its 4 bytes are no result. Computed again, 1 of 3."],
      ["its bytes have changed since they were written. Computed again, 1 of 3."],
      [`it is that of the run ${requests[0].key.slice(0, 12)}. Computed again, 1 of 3.`],
      ["it has 3 outcomes; the run has 1. Computed again, 1 of 3."],
      [expect.stringMatching(/^result: has a wrong head: snapshots\.0\.name: .* Computed again, 1 of 3\.$/)],
      ["it has 1 files of snapshots; the run has 0. Computed again, 1 of 3."],
    ]);
    expect(faultOf(6)).toHaveLength(3);
    await own.close();
    await queue.close();
    expect(await redis.client.keys("*")).toEqual([]);
  });

  it("ends in the right tables although all that waited was garbage or had changed places, and writes nothing outside its folder", async () => {
    const out = folder();
    const seen: RunRequest[] = [];
    const coordinator = batch(out);
    const forger = await answering(redis, async (request) => {
      seen.push(request);
      const result = computed(request);
      const { length } = seen;
      if (length % 3 === 0) return Buffer.from("garbage");
      if (length % 3 === 1) return seal(seen[length >> 1].key, computed(seen[length >> 1]));
      const outside = { week: 1, name: "../../../../outside", bytes: Buffer.from("x") };
      return Buffer.from(encodeResult({ ...result, snapshots: [outside] })); // as versions before this one wrote it
    });
    while (seen.length < RUNS) await pause(10);
    await forger.close();
    const right = worker();
    expect([await coordinator.ended, coordinator.err]).toEqual([0, expect.stringContaining("Computed again, 1 of 3.")]);
    expect(files(out)).toEqual(files(whole));
    expect(existsSync(join(out, "../../../outside"))).toBe(false);
    expect(existsSync(join(out, "outside"))).toBe(false);
    await dismissed([right]);
  });

  it("ends when a result that holds together has other numbers than are computed here", async () => {
    const out = folder();
    const coordinator = start("batch", plan, "--out", out, "--queue", redis.url, "--recheck", "1");
    const forger = await answering(redis, async (request) => {
      const result = computed(request);
      return seal(request.key, { ...result, outcomes: result.outcomes.map((value) => value + 1e-9) });
    });
    expect(await coordinator.ended).toBe(1);
    expect(coordinator.err).toMatch(
      /run \w{12} \(seed 1\/\d\) came from redis:\S+ with other numbers than this machine computes: its participation_rate is 0\.\d+, here 0\.\d+\. .* delete its folder/,
    );
    await forger.close();
    const right = worker();
    const again = start("batch", shorter, "--out", folder(), "--queue", redis.url, "--recheck", "1");
    expect([await again.ended, again.err]).toEqual([0, ""]);
    expect(again.out).toContain("20 of 20 results of the queue were computed again here, to the same bits");
    await dismissed([right]);
  });

  it("passes over what is announced and is no batch, and jobs that are no runs, and serves the others", async () => {
    const { client } = redis;
    const title = "\u001b]0;mine\u0007 and \u001b[31mred";
    const forged = { prefix: `four-circles:${"0".repeat(16)}`, title, program: { version: "1", build: "x" }, owner: "a 1" };
    await client.sadd("four-circles:batches", "x", forged.prefix, `four-circles:${"1".repeat(16)}`);
    await client.set("x:batch", "null");
    await client.set(`${forged.prefix}:batch`, JSON.stringify(forged));
    await client.lpush(`four-circles:${"1".repeat(16)}:batch`, "x");
    const one = worker();
    await one.said("3 of the names that");
    const out = folder();
    const coordinator = start("batch", longer, "--out", out, "--queue", redis.url, "--recheck", "0");
    await one.said("serves “");
    const prefix = (await client.smembers("four-circles:batches")).find((name) => !/x|0{16}|1{16}/.test(name)) as string;
    const jobs = new Queue("runs", { prefix, connection: client });
    const { request } = (await expanded(tinyPlan())).run(0, 0, "base");
    const { key, ...data } = JSON.parse(JSON.stringify(request)) as RunRequest;
    const many = structuredClone(data);
    many.scenario.population.residents = 2e9;
    const why = async (id: string, what: unknown) => {
      const job = await jobs.add("run", what, { jobId: id, lifo: true });
      let { failedReason } = job;
      while (!failedReason) {
        await pause(20);
        failedReason = (await jobs.getJob(id))?.failedReason ?? "";
      }
      return failedReason;
    };
    expect(await Promise.all([why("a", null), why("b", many), why("c", data), why(`${key.slice(1)}0`, data)])).toEqual([
      "no run: all of it: Invalid input: expected object, received null.",
      "no run: scenario.population.residents: Too big: expected number to be <=2000000.",
      "no run: its key is that of another run.",
      "no run: its key is that of another run.",
    ]);
    await jobs.close();
    expect(await coordinator.ended).toBe(0);
    await dismissed([one]);
    expect(one.err).not.toContain("    at "); // a trace
    expect(one.err).toContain("serves “Other plan”");
    expect(one.err + coordinator.out).not.toContain("\u001b");
  });

  it("ends a run that takes longer than its limit, in a worker and in threads", async () => {
    const long = join(folder(), "long.yaml");
    writeFileSync(long, "title: Long\nscenario: zhonglou-tenth\noutcomes: [{ measure: participation_rate }]\n");
    const one = start("work", "--queue", redis.url, "--workers", "1", "--limit", "1");
    const coordinators = [
      ["--queue", redis.url],
      ["--workers", "1", "--limit", "1"],
    ].map((how) => start("batch", long, "--out", folder(), ...how));
    for (const coordinator of coordinators) {
      expect(await coordinator.ended).toBe(1);
      expect(coordinator.err).toContain("failed: it took longer than 1 s. Give --limit more seconds");
    }
    await dismissed([one]);
  });

  it("works with a password and TLS, and shows the password nowhere", async () => {
    const password = "p/as#s@w?rd";
    const own = await RedisServer.start({ user: "town", password });
    const trusted = (...args: string[]) => {
      const command = new Command(args, undefined, { NODE_EXTRA_CA_CERTS: own.certificate as string });
      running.add(command);
      return command;
    };
    const out = folder();
    const coordinator = trusted("batch", plan, "--out", out, "--queue", own.url);
    await coordinator.said("nobody serves rediss://***@127.0.0.1");
    const one = trusted("work", "--queue", own.url, "--workers", "1");
    expect(await coordinator.ended).toBe(0);
    expect(files(out)).toEqual(files(whole));
    await dismissed([one]);
    const strange = start("work", "--queue", own.url);
    const refused = trusted("work", "--queue", own.url.replace("town:", "town:not"));
    const wrong = start("work", "--queue", `redis://town:${password}@127.0.0.1`);
    const plain = start("work", "--queue", own.url.replace("rediss", "redis"));
    expect(await Promise.all([strange, refused, wrong, plain].map(({ ended }) => ended))).toEqual([1, 1, 1, 1]);
    expect(strange.err).toMatch(/self-signed certificate\. Name the file of the authority .* NODE_EXTRA_CA_CERTS=ca\.pem/);
    expect(refused.err).toMatch(/WRONGPASS .* Give its user and password/);
    expect(wrong.err).toContain("--queue is redis://***@127.0.0.1. Write redis://host:port");
    expect(plain.err).toContain("a server with TLS wants rediss://");
    for (const { out: results, err } of running) expect(results + err).not.toMatch(/p\/a|p%2Fa|w\?rd|notp/);
    await own.stop();
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
      says("batch", plan, "--out", out, "--queue", redis.url, "--recheck", "2"),
      says("work", "--queue", redis.url, "--limit", "0"),
      says("work", "--queue", nobody),
      says("work", "--queue", redis.url.replace(/1$/, "99")),
    ]);
    expect(answers).toEqual([
      [1, expect.stringContaining("leave --workers, --shard and --merge out")],
      [1, expect.stringContaining("work: --queue is localhost:6379. Write redis://host:port or redis://host:port/db")],
      [1, expect.stringContaining("batch: --recheck is 2. Write a share from 0 to 1, such as 0.01.")],
      [1, expect.stringContaining("work: --limit is 0. Write a whole number from 1 to 2000000.")],
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

  it.each([
    ["redis://h:1/0", "redis://h:1/0"],
    ["rediss://h", "rediss://h:6379"],
    ["redis://:secret@h/2", "redis://***@h:6379/2"],
    ["redis://secret@[::1]:1", "redis://***@[::1]:1"],
  ])("shows %s as %s", (url, shown) => {
    expect(addressOf(url, "work")).toEqual({ url, shown });
  });

  it.each(["redis://secret/x@h", "redis://u:12#secret@h", "redis://u:12?secret@h", "secret@h:6379", "redis://u:12/3secret@h:1/0"])(
    "refuses %s without showing it",
    (url) => {
      expect(() => addressOf(url, "work")).toThrow(/--queue is (redis:\/\/)?\*\*\*@h.*Write redis:\/\/host:port/);
      expect(() => addressOf(url, "work")).not.toThrow(/secret/);
    },
  );

  it("stops at once while it waits for another command to be gone", async () => {
    const own = await RedisServer.start();
    const expansion = await expanded(tinyPlan());
    const batch = { ...announcementOf(expansion.digest, "Tiny"), owner: "elsewhere 1" };
    await own.client.set(`${batch.prefix}:batch`, JSON.stringify(batch), "PX", 15_000);
    const terminal = new HeardTerminal();
    const opening = openQueue(own.url, expansion, terminal, new SpotCheck(0, here), () => {});
    while (!terminal.heard.some((text) => text.includes("waits up to"))) await pause(10);
    const began = performance.now();
    terminal.end();
    await expect(opening).rejects.toThrow("the queue is closed");
    expect(performance.now() - began).toBeLessThan(900); // it looks again every second
    await own.stop();
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
