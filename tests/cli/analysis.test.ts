import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { chromium } from "playwright";
import { describe, expect, it } from "vitest";
import { browserOptions } from "../support/chromium.ts";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const folder = () => mkdtempSync(join(tmpdir(), "four-circles-"));
const call = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile("node", [program, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
    );
  });
const rows = async (...path: string[]) => parquetReadObjects({ file: await asyncBufferFromFile(join(...path)) });
const little = ["community", "--set", "population.residents=300"];

/** Opens a report as a reader would, and says what it tried to load and what is wrong with it. */
async function opened(dir: string, language = "en") {
  const made = await call("report", dir, "--language", language);
  expect(made.err).toBe("");
  const browser = await chromium.launch(await browserOptions());
  try {
    const page = await browser.newPage({ locale: "en-US" });
    const faults: string[] = [];
    const loaded: string[] = [];
    page.on("console", (message) => faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => loaded.push(request.url()));
    await page.goto(`file://${join(dir, "report.html")}`);
    const svg = await page.locator("figure svg").count();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    return {
      text: (await page.locator("h1, p, th, td, figcaption").allTextContents()).join(" "),
      svg,
      faults,
      loaded: loaded.length,
      wide,
    };
  } finally {
    await browser.close();
  }
}

describe("compare", () => {
  it("finds what a change moves, writes it with its series, and reports it", async () => {
    const out = folder();
    const told = await call("compare", ...little, "--with", "partyBuilding=off", "--pairs", "3", "--weeks", "30", "--out", out);
    expect(told.code).toBe(0);
    expect(told.out).toContain("at a false discovery rate of 5% (Benjamini and Yekutieli 2001)");
    expect(told.out).toMatch(/Set by the change itself, .*coverage_formal/);
    const ranked = told.out
      .split("\n")
      .filter((line) => /^\w+ /.test(line))
      .map((line) => line.split(" ")[0]);
    expect(ranked).not.toContain("coverage_formal");
    const effects = await rows(out, "effects.parquet");
    expect(effects.find(({ measure }) => measure === "coverage_formal")?.pairs).toBe(3);
    expect((await rows(out, "series.parquet")).length).toBe(30 * effects.length);
    const { text, svg, faults, loaded, wide } = await opened(out);
    expect([faults, loaded, wide]).toEqual([[], 1, false]);
    expect(svg).toBeGreaterThan(5);
    expect(text).toContain("Messages per resident");
  });

  it("tells of own outcomes instead of all measures, and reports them in words", async () => {
    const out = folder();
    const file = join(folder(), "own.yaml");
    const lines = [
      "{ measure: messages_per_resident, take: maximum }",
      "{ name: gap, measure: awareness_knows, minus: awareness_supports }",
    ];
    writeFileSync(file, ["outcomes:", ...lines.map((line) => `  - ${line}`)].join("\n"));
    const own = ["compare", ...little, "--with", "partyBuilding=off", "--pairs", "2", "--weeks", "12", "--outcomes", file];
    const told = await call(...own, "--out", out);
    expect(told.err).not.toContain("Error");
    const effects = await rows(out, "effects.parquet");
    expect(effects.map(({ measure }) => measure).sort()).toEqual(["gap", "messages_per_resident_maximum"]);
    const { text, faults } = await opened(out, "zh");
    expect(faults).toEqual([]);
    expect(text).toContain("：最大值");
    expect((await call(...own, "--measure", "awareness_knows")).err).toContain("take one of the two out");
  });

  it("says what to write where something is missing or wrong", async () => {
    expect((await call("compare", "community")).err).toContain("Add --with path=value");
    expect((await call("compare", ...little, "--with", "rigidity=3")).err).toContain("rigidity is 3");
    expect((await call("compare", ...little, "--with", "rigidity=1", "--span", "9")).err).toContain("573:624");
    expect((await call("compare", ...little, "--with", "rigidity=1", "--measure", "trust")).err).toContain("trust_neighbours");
  });
});

describe("sensitivity", () => {
  const study = ["sensitivity", ...little, "--weeks", "12", "--measures", "awareness_knows", "--size", "2"];
  const factors = ["--factors", "rigidity", "mechanisms.awareness.messages=0:4"];

  it.each(["morris", "sobol"])("by %s ranks factors, the same on one thread and on two", async (method) => {
    const one = await call(...study, ...factors, "--method", method, "--threads", "1", "--json");
    expect((await call(...study, ...factors, "--method", method, "--threads", "2", "--json")).out).toBe(one.out);
    expect(JSON.parse(one.out).indices[0].factor).toBe("mechanisms.awareness.messages");
  });

  it("writes indices and reports them in Chinese", async () => {
    const out = folder();
    await call(...study, ...factors, "--out", out);
    expect((await rows(out, "indices.parquet")).map(({ factor }) => factor)).toEqual(["mechanisms.awareness.messages", "rigidity"]);
    const { text, svg, faults } = await opened(out, "zh");
    expect([svg, faults]).toEqual([1, []]);
    expect(text).toContain("敏感性分析");
  });

  it.each(["morris", "sobol"])("by %s is a plan: written to a file and given to batch, it ends in the same tables", async (method) => {
    const [studied, planned] = [folder(), folder()];
    await call(...study, ...factors, "--method", method, "--out", studied);
    const { plan } = JSON.parse(readFileSync(join(studied, "batch.json"), "utf8"));
    const file = join(planned, "plan.yaml");
    writeFileSync(file, JSON.stringify(plan));
    const { code, out } = await call("batch", file, "--csv", "--out", join(planned, "out"));
    expect(code).toBe(0);
    expect(out).toMatch(/mechanisms\.awareness\.messages +[\d.]+ +/);
    for (const name of ["runs.csv", "measures.csv", "indices.csv", "indices.parquet"])
      expect(readFileSync(join(planned, "out", name)).equals(readFileSync(join(studied, name))), name).toBe(true);
    expect((await call("verify", join(planned, "out"))).out).toContain("indices.parquet");
  });

  it("says which factors there are", async () => {
    expect((await call(...study, "--factors", "mechanisms.awarenes.reach")).err).toContain("mechanisms.awareness.reach");
    expect((await call(...study, "--factors", "rigidity=0:2")).err).toContain("rigidity=0:1");
  });
});

describe("calibrate", () => {
  it("killed outright and run again does only what is missing, and ends in the same posterior", async () => {
    const args = ["calibrate", ...little, "--factors", "rigidity", "mechanisms.participation.mean"];
    args.push("--particles", "3", "--generations", "2", "--runs", "6", "--threads", "1", "--out");
    const [broken, whole] = [folder(), folder()];
    const child = spawn("node", [program, ...args, broken], { stdio: "ignore" });
    const kept = () => statSync(join(broken, "runs.4c"), { throwIfNoEntry: false })?.size ?? 0;
    while (kept() < 600 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("exit", resolve));
    const resumed = await call(...args, broken);
    const [, found, needed] = (resumed.err.match(/(\d+) of (\d+) runs were there before/) ?? []).map(Number);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(needed);
    await call(...args, whole);
    for (const file of ["posterior.csv", "posterior.parquet", "experiment.json"])
      expect(readFileSync(join(broken, file)), file).toEqual(readFileSync(join(whole, file)));
    const weights = (await rows(whole, "posterior.parquet")).map(({ weight }) => weight as number);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(resumed.out).toContain("no single one is the calibrated model");
    const { text, faults } = await opened(whole);
    expect(faults).toEqual([]);
    expect(text).toContain("serve equally well");

    const told = JSON.parse((await call("identify", whole, "--json")).out);
    expect(told.parameters.map(({ path }: { path: string }) => path).sort()).toEqual(["mechanisms.participation.mean", "rigidity"]);
    expect((await call("identify", whole)).out).toMatch(/Of 2 parameters \d are told by themselves/);
    expect((await call("identify", whole, "--nearest", "2")).err).toContain("--nearest is 2. Write a share");

    // What was found is what others draw from.
    const sets = (await rows(whole, "posterior.parquet")).map(({ rigidity }) => rigidity);
    const drawn = JSON.parse((await call("run", ...little, "--weeks", "2", "--posterior", whole, "--json")).out).scenario.rigidity;
    expect(sets).toContain(drawn);
    const spared = await call("run", ...little, "--weeks", "2", "--posterior", whole, "--set", "rigidity=0.123", "--json");
    expect(JSON.parse(spared.out).scenario.rigidity).toBe(0.123);
    const compared = ["compare", ...little, "--weeks", "4", "--with", "partyBuilding=off", "--pairs", "2", "--posterior"];
    expect((await call(...compared, whole, "--json")).out).toContain(JSON.stringify(whole));
    expect((await call(...compared, folder())).err).toContain("Name the folder of a calibration or a fit");
  });
});

describe("own targets", () => {
  it("are what check measures and calibrate aims at; what is wrong with them is said", async () => {
    const file = join(folder(), "targets.yaml");
    const target = "what: peak, whatZh: 参与率峰值, measure: participation_rate, take: maximum, span: [1, 8], range: [0, 1]";
    writeFileSync(file, `weeks: 8\ntargets: [{ ${target} }]`);
    const tiny = ["community", "--set", "population.residents=100", "--targets", file];
    const [row, ...others] = JSON.parse((await call("check", ...tiny, "--seeds", "2", "--json")).out);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ what: "peak", targetRange: [0, 1], pass: true, estimate: { count: 2 } });
    const out = folder();
    const size = ["--factors", "rigidity", "--particles", "3", "--generations", "1", "--runs", "3", "--replicates", "2"];
    const told = await call("calibrate", ...tiny, ...size, "--out", out);
    expect(told.err).toContain("6 runs of 8 weeks");
    expect(told.out).toMatch(/own +holds +0\.0+ to 1/);
    writeFileSync(file, `weeks: 8\ntargets: [{ ${target.replace("[0, 1]", "[1, 0]")} }]`);
    expect((await call("check", ...tiny)).err).toContain("targets.0.range is [1,0]. Write least and largest value");
  });
});

describe("fit", () => {
  const observed = join(import.meta.dirname, "../../scenarios/observations/community.csv");
  const args = ["fit", "community", "--set", "population.residents=100", "--factors", "mechanisms.participation.mean"];
  args.push("--particles", "4", "--generations", "2", "--sets", "8", "--predictive", "20");

  it("fits what was observed, foretells the rest, does only what is missing, and reports it in Chinese", async () => {
    const out = folder();
    const told = await call(...args, "--data", observed, "--hold-out", "0.34", "--out", out);
    expect(told.code).toBe(0);
    expect(told.err).toContain("8 observations are fitted, 4 held out");
    expect((await rows(out, "predictions.parquet")).filter(({ held_out }) => held_out).map(({ to }) => to)).toEqual([20, 24, 20, 24]);
    const posterior = readFileSync(join(out, "posterior.parquet"));
    const again = await call(...args, "--data", observed, "--hold-out", "0.34", "--out", out);
    expect(again.err).toContain("8 of 8 runs were there before");
    expect(again.out).toBe(told.out);
    expect(readFileSync(join(out, "posterior.parquet"))).toEqual(posterior);
    const { text, svg, faults } = await opened(out, "zh");
    expect([faults, svg]).toEqual([[], 3]);
    expect(text).toContain("4 个留出的观测值中");
    const drawn = await call("run", "community", "--set", "population.residents=100", "--weeks", "2", "--posterior", out, "--json");
    expect((await rows(out, "posterior.parquet")).map((row) => row["mechanisms.participation.mean"])).toContain(
      JSON.parse(drawn.out).scenario.mechanisms.participation.mean,
    );
  });

  it("says what is wrong with a table, and with what is held out", async () => {
    const file = join(folder(), "series.csv");
    writeFileSync(file, "measure,week,value\nparticipation_rat,8,0.2\n");
    expect((await call(...args, "--data", file)).err).toContain(`:2:1: measure names participation_rat`);
    expect((await call(...args, "--data", observed, "--hold-out", "2")).err).toContain("Write a share of the observations between 0 and 1");
    expect((await call(...args, "--data", observed, "--hold-out", "fatigue_mean")).err).toContain("holds nothing out");
  });
});

describe("report", () => {
  it("shows a run with all measures, and says what cannot be told from one", async () => {
    const out = folder();
    await call("run", ...little, "--weeks", "20", "--out", out);
    const { text, svg, faults, loaded, wide } = await opened(out);
    expect([faults, loaded, wide]).toEqual([[], 1, false]);
    expect(svg).toBeGreaterThan(10);
    expect(text).toContain("One run with one seed");
    expect(text).toContain(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")).digest.state);
  });

  it("shows a batch by point and arm", async () => {
    const out = folder();
    await call("batch", join(import.meta.dirname, "plan-of-report.yaml"), "--out", out);
    const { text, svg, faults } = await opened(out);
    expect(faults).toEqual([]);
    expect(svg).toBe(2); // an outcome, and its weeks
    expect(text).toMatch(/0\s+1\s+on\s+2/);
    expect(text).toMatch(/The axis of values begins at \d+(\.\d+)?, not at zero\./);
  });

  it("names what it can read where there is nothing", async () => {
    const { code, err } = await call("report", folder());
    expect([code, err.includes("holds no results")]).toEqual([1, true]);
  });
});
