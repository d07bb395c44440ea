import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sealed } from "../../src/exports/index.ts";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const folder = () => mkdtempSync(join(tmpdir(), "four-circles-"));

const call = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile("node", [program, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
    );
  });

const quick = ["community", "--set", "population.residents=400"];

describe("four-circles run", () => {
  it("that outgrows what a run can hold ends with 1 and one line", async () => {
    const density = ["legitimation=10", "competition=0", "founding=1"].flatMap((one) => ["--set", `mechanisms.densityDependence.${one}`]);
    const { code, out, err } = await call("run", ...quick, "--weeks", "104", ...density);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^week \d+: organizations come to more than 100,000, which is all that a run can hold\. .*\.\n$/);
  });

  it("writes manifest, measures, matters and snapshots, silent but for the result in a pipe", async () => {
    const out = folder();
    const { code, out: text, err } = await call("run", ...quick, "--weeks", "10", "--seed", "x", "--out", out, "--snapshot", "4");
    expect([code, err]).toEqual([0, ""]);
    expect(text).toContain("digest ");
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect([manifest.status, manifest.weeks, manifest.seed]).toEqual(["finished", 10, "x"]);
    expect(readFileSync(join(out, "measures.csv"), "utf8").trim().split("\n").length).toBe(11);
    expect(readdirSync(join(out, "week-4")).sort()).toEqual([
      "branches.parquet",
      "exchange.parquet",
      "matters.parquet",
      "organizations.parquet",
      "residents.parquet",
      "ties.parquet",
    ]);
    for (const file of manifest.files) expect(existsSync(join(out, file)), file).toBe(true);

    const verified = await call("verify", out);
    expect([verified.code, verified.out.match(/same/g)?.length]).toEqual([0, 3]);
    for (const format of ["gexf", "graphml"]) {
      expect((await call("export", out, "--format", format)).code).toBe(0);
      expect(readFileSync(join(out, `organizations.${format}`), "utf8")).toContain("organization:0");
    }
    const overTime = readFileSync(join(out, "organizations-over-time.gexf"), "utf8");
    for (const part of ['start="0" end="10">', '<spell start="0" end="10"/>']) expect(overTime).toContain(part); // as it stood before the first week, too
    const { checksum: _, ...rest } = manifest;
    const other = sealed({ ...rest, digest: { ...rest.digest, state: "0".repeat(64) } });
    writeFileSync(join(out, "manifest.json"), JSON.stringify(other));
    const refused = await call("verify", out);
    expect([refused.code, refused.err.includes("another result")]).toEqual([1, true]);
  });

  it("prints the manifest as JSON, the same digest twice, another for another seed", async () => {
    const digest = async (seed: string) =>
      JSON.parse((await call("run", ...quick, "--weeks", "6", "--json", "--seed", seed)).out).digest.state;
    expect(await digest("1")).toBe(await digest("1"));
    expect(await digest("1")).not.toBe(await digest("2"));
  });

  it("gives the same bits on 1, 2, 3 and 8 threads, in state, measures and snapshots", async () => {
    const args = ["run", "zhonglou-tenth", "--weeks", "9", "--snapshot", "9", "--json"];
    const small = ["residents=3000", "communities=5", "groupsPerCommunity=20"].flatMap((set) => ["--set", `population.${set}`]);
    const [one, ...more] = await Promise.all(
      [1, 2, 3, 8].map(async (threads) => {
        const out = folder();
        const { out: json } = await call(...args, ...small, "--set", "organizations.count=15", "--out", out, "--threads", String(threads));
        return [JSON.parse(json).digest, readFileSync(join(out, "week-9", "residents.parquet")), readFileSync(join(out, "measures.csv"))];
      }),
    );
    for (const other of more) expect(other).toEqual(one);
    expect((await call("run", ...quick, "--threads", "0")).err).toContain("--threads is 0. Write a whole number from 1 to 64");
  });

  it("leaves what was finished readable when interrupted, and goes on to the same bits", async () => {
    const out = folder();
    const args = ["run", "community", "--weeks", "400", "--out", out, "--checkpoint", "20"];
    const child = spawn("node", [program, ...args], { stdio: "ignore" });
    while (!existsSync(join(out, "checkpoint.4c"))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect(code).toBe(1);
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(manifest.status).toBe("interrupted");
    expect(readFileSync(join(out, "measures.csv"), "utf8").trim().split("\n").length).toBe(manifest.weeks + 1);
    const resumed = await call(...args, "--resume", "--json");
    const whole = await call("run", "community", "--weeks", "400", "--json");
    expect(JSON.parse(resumed.out).digest).toEqual(JSON.parse(whole.out).digest);
  });

  it("goes on after being killed outright", async () => {
    const out = folder();
    const args = ["run", "community", "--weeks", "300", "--out", out, "--checkpoint", "10"];
    const child = spawn("node", [program, ...args], { stdio: "ignore" });
    while (!existsSync(join(out, "checkpoint.4c"))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("exit", resolve));
    const resumed = await call(...args, "--resume", "--json");
    const whole = await call("run", "community", "--weeks", "300", "--json");
    expect(JSON.parse(resumed.out).digest).toEqual(JSON.parse(whole.out).digest);
  });

  it("ends with 1 for bad input and 2 for wrong usage, and says what to do", async () => {
    const bad = join(folder(), "bad.yaml");
    writeFileSync(bad, "title: Bad\nrigidity: 4\npopulation:\n  residnts: 9\n");
    const input = await call("run", bad);
    expect(input.code).toBe(1);
    expect(input.err).toContain("bad.yaml:2:11: rigidity is 4");
    expect(input.err).toContain("bad.yaml:4:3: population.residnts is not a parameter. Did you mean residents?");
    expect((await call("run", "nothing.yaml")).err).toContain("cannot be read");
    const usage = await call("runn");
    expect([usage.code, usage.err.includes("unknown command")]).toEqual([2, true]);
    expect((await call("run", ...quick, "--resume")).err).toContain("Add --out DIR");
    expect((await call("verify", folder())).err).toContain("no manifest can be read there");
  });
});

it("schema, dictionary, register and circles print documents made from the program itself", async () => {
  expect((await call("schema")).out).toContain("mechanisms.participation.mean");
  expect(JSON.parse((await call("schema", "--json")).out).properties.population.properties.residents.maximum).toBe(2_000_000);
  expect((await call("dictionary")).out).toContain("participation_rate");
  const rows = JSON.parse((await call("register", "--json")).out);
  expect(rows.length).toBeGreaterThan(125);
  for (const { row, home } of rows) expect(home.length, row).toBeGreaterThan(0);
  expect((await call("odd", "community", "--set", "rigidity=0.25")).out).toContain("| `rigidity` | 0.25 |");
  expect((await call("circles", "community")).out).toContain("clustering");
});

it("contrast says what it does not know", async () => {
  const unknown = await call("contrast", "99");
  expect(unknown.code).toBe(1);
  expect(unknown.err).toContain("01-coverage");
});

it("neutrality gives shares of help, no effect and harm that sum to one", async () => {
  const { out } = await call("neutrality", "community", "--draws", "2", "--replicates", "2", "--weeks", "8", "--json");
  for (const { help, none, harm } of JSON.parse(out)) expect(help + none + harm).toBeCloseTo(1, 12);
});
