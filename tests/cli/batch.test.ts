import { type ChildProcess, execFile, spawn } from "node:child_process";
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { setupStream } from "../../src/random/index.ts";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const folder = () => mkdtempSync(join(tmpdir(), "four-circles-batch-"));

const call = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile("node", [program, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
    );
  });

/** A plan of tiny runs in a file. */
function plan(lines: string[]): string {
  const path = join(folder(), "plan.yaml");
  const text = [
    "title: Tiny",
    "scenario: community",
    "set: { population.residents: 100, organizations.count: 2 }",
    "outcomes: [{ measure: participation_rate, span: [1, 3] }, { measure: branch_activity_true, span: [1, 3] }]",
    ...lines,
  ];
  writeFileSync(path, text.join("\n"));
  return path;
}

/** Bytes of the tables in a folder. */
const tables = (out: string) => ["runs.parquet", "measures.parquet"].map((file) => readFileSync(join(out, file)).toString("base64"));
const ended = (child: ChildProcess) => child.exitCode === null && new Promise<void>((resolve) => child.on("exit", () => resolve()));

const twoHundred = plan([
  "factors: { rigidity: { from: 0, to: 1, steps: 10 } }",
  "arms: { off: { set: { partyBuilding: off } }, on: {} }",
  "replicates: 10",
  "weeks: 3",
  "keep: { measures: all }",
]);
const whole = folder();
beforeAll(async () => {
  expect((await call("batch", twoHundred, "--out", whole, "--workers", "2", "--csv")).code).toBe(0);
});

describe("four-circles batch", () => {
  it("killed outright at 20 random moments and given again, ends in the files of an undisturbed batch, byte for byte", async () => {
    const out = folder();
    const journal = join(out, "journal.4c");
    const size = () => (existsSync(journal) ? statSync(journal).size : 0);
    const all = statSync(join(whole, "journal.4c")).size;
    const moments = setupStream("kills", "batch");
    for (let kill = 0; kill < 20; kill++) {
      const child = spawn("node", [program, "batch", twoHundred, "--out", out, "--workers", "2"], { stdio: "ignore" });
      const before = size();
      const moment = before + moments.next() * 0.06 * all; // anywhere, in the middle of a record too
      while (size() < moment && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, 10 * moments.next()));
      child.kill("SIGKILL");
      await ended(child);
      expect(size()).toBeGreaterThanOrEqual(before - all / 200); // what was finished stays, but for what was torn
    }
    expect(existsSync(join(out, "runs.parquet"))).toBe(false);
    const last = await call("batch", twoHundred, "--out", out, "--workers", "2", "--json");
    expect(last.err.replace(/.*dropped \d+ bytes of a run that was being written.*\n/, "")).toBe("");
    const { runs, found, failed } = JSON.parse(last.out);
    expect([runs, failed]).toEqual([200, 0]);
    expect(found).toBeGreaterThan(100);
    expect(tables(out)).toEqual(tables(whole));
  });

  it("drops a record that was torn, and computes that run again", async () => {
    const out = folder();
    for (const file of ["batch.json", "journal.4c"]) copyFileSync(join(whole, file), join(out, file));
    const journal = readFileSync(join(whole, "journal.4c"));
    writeFileSync(join(out, "journal.4c"), journal.subarray(0, journal.length - 100));
    const { err, out: text } = await call("batch", twoHundred, "--out", out, "--json");
    expect(err).toMatch(/dropped \d+ bytes of a run that was being written/);
    expect(JSON.parse(text).found).toBe(199);
    expect(tables(out)).toEqual(tables(whole));
    appendFileSync(join(out, "journal.4c"), Buffer.alloc(64));
    expect(JSON.parse((await call("batch", twoHundred, "--out", out, "--json")).out).found).toBe(200);
  });

  it("ends in the same bytes with one worker, and through shards in folders of their own that are merged", async () => {
    const one = folder();
    await call("batch", twoHundred, "--out", one, "--workers", "1");
    expect(tables(one)).toEqual(tables(whole));
    const merged = folder();
    for (const part of ["1/3", "2/3", "3/3"]) {
      if (part === "3/3") {
        const early = await call("batch", twoHundred, "--out", merged, "--merge");
        expect([early.code, early.err]).toEqual([1, expect.stringContaining("66 of 200 runs are missing. Run the shards that lack")]);
      }
      const shard = folder();
      expect((await call("batch", twoHundred, "--out", shard, "--shard", part)).code).toBe(0);
      const file = `journal-${part.replace("/", "-of-")}.4c`;
      expect(readdirSync(shard).sort()).toEqual(["batch.json", file]);
      copyFileSync(join(shard, file), join(merged, file));
    }
    expect((await call("batch", twoHundred, "--out", merged, "--merge")).code).toBe(0);
    expect(tables(merged)).toEqual(tables(whole));
  });

  it("can be interrupted, and goes on from there", async () => {
    const out = folder();
    const child = spawn("node", [program, "batch", twoHundred, "--out", out, "--workers", "2"], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr?.on("data", (text) => (said += text));
    while (!existsSync(join(out, "journal.4c")) || readFileSync(join(out, "journal.4c")).length < 20_000)
      await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill("SIGINT");
    await ended(child);
    expect(child.exitCode).toBe(1);
    expect(said).toMatch(/interrupted with \d+ of 200 runs on the disk. Give the same command again to go on/);
    const { found } = JSON.parse((await call("batch", twoHundred, "--out", out, "--json")).out);
    expect(found).toBeGreaterThan(5);
    expect(tables(out)).toEqual(tables(whole));
  });

  it("says what to do when nothing more can be written, and goes on from there", async () => {
    const out = folder();
    const limited = `ulimit -f ${Math.ceil(statSync(join(whole, "journal.4c")).size / 2048)}; exec "$0" "$@"`; // half of it, in KiB
    const full = await new Promise<{ code: unknown; err: string }>((resolve) => {
      execFile("bash", ["-c", limited, process.execPath, program, "batch", twoHundred, "--out", out], (error, _, err) =>
        resolve({ code: error?.code, err }),
      );
    });
    expect([full.code, full.err]).toEqual([
      1,
      expect.stringContaining("journal.4c: cannot be written: files may not grow so large there."),
    ]);
    expect(full.err).toContain("All finished runs are kept. Make room and give the same command again.");
    const { found } = JSON.parse((await call("batch", twoHundred, "--out", out, "--json")).out);
    expect(found).toBeGreaterThan(50);
    expect(tables(out)).toEqual(tables(whole));
  });

  it("computes only what is new when a folder is told to serve a larger plan", async () => {
    const out = folder();
    const small = ["weeks: 3", "replicates: 2", "factors: { rigidity: [0, 1] }"];
    await call("batch", plan(small), "--out", out);
    const larger = plan(["weeks: 3", "replicates: 3", "factors: { rigidity: [0, 0.5, 1] }"]);
    const { runs, found } = JSON.parse((await call("batch", larger, "--out", out, "--reuse", "--json")).out);
    expect([runs, found]).toEqual([9, 4]);
    const fresh = folder();
    await call("batch", larger, "--out", fresh);
    expect(tables(out)).toEqual(tables(fresh));
  });

  it("runs as a Slurm array by docs/slurm.sh to the same bytes; sbatch is a stand-in that runs each task at once", async () => {
    const bin = folder();
    const out = folder();
    const sbatch = [
      "#!/bin/bash",
      'array=1-1; while [ "$1" != --wrap ]; do case $1 in --array=*) array=${1#*=};; esac; shift; done',
      'for task in $(seq "${array%-*}" "${array#*-}"); do SLURM_ARRAY_TASK_ID=$task SLURM_CPUS_PER_TASK=2 bash -c "$2" >&2 || exit 1; done',
      "echo 1",
    ];
    writeFileSync(join(bin, "sbatch"), sbatch.join("\n"), { mode: 0o755 });
    writeFileSync(join(bin, "npx"), `#!/bin/bash\nshift; exec "${process.execPath}" "${program}" "$@"\n`, { mode: 0o755 });
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, PLAN: twoHundred, OUT: out, PARTS: "3" };
    const script = join(import.meta.dirname, "../../docs/slurm.sh");
    await new Promise<void>((resolve, reject) => {
      execFile("bash", [script], { env }, (error) => (error ? reject(error) : resolve()));
    });
    expect(tables(out)).toEqual(tables(whole));
    expect(readdirSync(out).filter((file) => file.startsWith("journal-")).length).toBe(3);
  });

  it("refuses results of another version, of another plan, and a folder that another process writes", async () => {
    const out = folder();
    const description = JSON.parse(readFileSync(join(whole, "batch.json"), "utf8"));
    writeFileSync(join(out, "batch.json"), JSON.stringify({ ...description, version: "0.0.1" }));
    const old = await call("batch", twoHundred, "--out", out);
    expect([old.code, old.err]).toEqual([
      1,
      expect.stringMatching(
        /holds results of version 0\.0\.1; this is version .*Name another folder with --out, or go on with npx four-circles@0\.0\.1/,
      ),
    ]);
    const other = await call("batch", plan(["weeks: 4"]), "--out", whole);
    expect([other.code, other.err]).toEqual([
      1,
      expect.stringContaining("holds results of another plan or scenario (Tiny). Name another folder with --out"),
    ]);
    const busy = folder();
    const first = spawn("node", [program, "batch", twoHundred, "--out", busy], { stdio: "ignore" });
    while (!existsSync(join(busy, "journal.4c"))) await new Promise((resolve) => setTimeout(resolve, 10));
    const second = await call("batch", twoHundred, "--out", busy);
    first.kill("SIGKILL");
    expect([second.code, second.err]).toEqual([
      1,
      expect.stringMatching(new RegExp(`process ${first.pid} on \\S+ is writing there. Wait for it`)),
    ]);
    expect((await call("batch", twoHundred, "--out", whole)).out).toContain("200 there before");
  });

  it("answers a bad plan with the place, and wrong usage with what to write", async () => {
    const bad = await call("batch", plan(["factors: { rigidty: [1] }"]));
    expect([bad.code, bad.err]).toEqual([
      1,
      expect.stringContaining("plan.yaml:5:12: factors.rigidty is not a parameter. Did you mean rigidity?"),
    ]);
    expect((await call("batch", "nowhere.yaml")).err).toContain("nowhere.yaml: cannot be read. Name a plan");
    expect((await call("batch", twoHundred, "--shard", "4/3")).err).toContain(
      "--shard is 4/3. Write part and number of parts, such as 2/4.",
    );
  });

  it("repeats until precise enough, with intervals that stay valid, and says how many that took", async () => {
    const path = plan([
      "weeks: 3",
      "until: { targets: [{ outcome: participation_rate, halfWidth: 0.1 }], minimum: 4, round: 3, maximum: 30 }",
    ]);
    const [one, two] = [folder(), folder()];
    const { out: text } = await call("batch", path, "--out", one, "--workers", "1");
    expect(text).toMatch(/precise enough at 1 of 1 points, with \d+ to \d+ replicates of one arm/);
    const second = JSON.parse((await call("batch", path, "--out", two, "--workers", "2", "--json")).out);
    const { low, high } = second.summary[0].outcomes.participation_rate;
    expect((high - low) / 2).toBeLessThanOrEqual(0.1);
    expect(second.replicates[0]).toBe(second.summary[0].replicates);
    expect(tables(one)).toEqual(tables(two));
  });

  it("keeps snapshots beside the tables, by the key of the run", async () => {
    const out = folder();
    await call("batch", plan(["weeks: 3", "replicates: 2", "keep: { snapshots: [2] }"]), "--out", out, "--csv");
    const keys = readFileSync(join(out, "runs.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").at(-3) as string);
    for (const key of keys) expect(readdirSync(join(out, "snapshots", key, "week-2"))).toContain("residents.parquet");
  });
});

it("the tables are read in DuckDB, with units in their metadata, and join by run", async () => {
  const duck = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJson();
  const file = (name: string) => `'${join(whole, name)}'`;
  expect(
    await rows(`select count(*)::int as runs, count(distinct key)::int as keys, min(rigidity) as low, max(rigidity) as high,
      count(branch_activity_true) filter (arm = 'off')::int as without from ${file("runs.parquet")}`),
  ).toEqual([{ runs: 200, keys: 200, low: 0, high: 1, without: 0 }]);
  const [{ difference }] = await rows(
    `select max(abs(r.participation_rate - m.mean)) as difference from ${file("runs.parquet")} r
     join (select run, avg(participation_rate) as mean from ${file("measures.parquet")} group by run) m using (run)`,
  );
  expect(difference).toBeLessThan(1e-12);
  const [{ value }] = await rows(
    `select decode(value) as value from parquet_kv_metadata(${file("measures.parquet")}) where decode(key) = 'four_circles'`,
  );
  const about = JSON.parse(value as string);
  expect(about.columns.participation_rate.unit).toBe("share of adults");
  const names = (await rows(`describe select * from ${file("measures.parquet")}`)).map((row) => row.column_name);
  expect(Object.keys(about.columns)).toEqual(names);
  const csv = await rows(`select * from read_csv('${join(whole, "measures.csv")}') except select * from ${file("measures.parquet")}`);
  expect(csv).toEqual([]);
});
