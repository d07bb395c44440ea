import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const folder = () => mkdtempSync(join(tmpdir(), "four-circles-integrity-"));
const call = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile("node", [program, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
    );
  });

const tiny = ["community", "--set", "population.residents=200", "--set", "organizations.count=3"];
const run = folder();
const batch = folder();
const study = folder();
beforeAll(async () => {
  const plan = join(folder(), "plan.yaml");
  writeFileSync(
    plan,
    [
      "title: Tiny",
      "scenario: community",
      "set: { population.residents: 100, organizations.count: 2 }",
      "weeks: 3",
      "replicates: 3",
      "outcomes: [{ measure: participation_rate, span: [1, 3] }]",
      "keep: { snapshots: [2] }",
    ].join("\n"),
  );
  const made = await Promise.all([
    call("run", ...tiny, "--weeks", "6", "--snapshot", "4", "--out", run),
    call("batch", plan, "--out", batch, "--csv"),
    call("compare", ...tiny, "--with", "partyBuilding=off", "--pairs", "2", "--weeks", "3", "--out", study),
  ]);
  for (const { code, err } of made) expect([code, err]).toEqual([0, expect.anything()]);
});

/** A copy of results, in which a file is changed. */
function changed(of: string, name: string, change: (bytes: Buffer) => Buffer | string): string {
  const copy = folder();
  cpSync(of, copy, { recursive: true });
  writeFileSync(join(copy, name), change(readFileSync(join(copy, name))));
  return copy;
}
const flip = (at: number, mask: number) => (bytes: Buffer) => {
  bytes[at] ^= mask;
  return bytes;
};
/** Changes a value of a CSV file: line and column from 0. */
const cell = (line: number, column: number, value: string) => (bytes: Buffer) => {
  const rows = bytes.toString().split("\n");
  const cells = rows[line].split(",");
  cells[column] = value;
  rows[line] = cells.join(",");
  return rows.join("\n");
};

describe("every file that was written", () => {
  it("is found the same by verify", async () => {
    for (const of of [run, batch, study]) {
      const { code, out, err } = await call("verify", of);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(/^files {5}same/m);
    }
    const manifest = JSON.parse(readFileSync(join(run, "manifest.json"), "utf8"));
    expect(Object.keys(manifest.sha256).sort()).toEqual(manifest.files.filter((name: string) => name !== "manifest.json").sort());
    const described = JSON.parse(readFileSync(join(batch, "batch.json"), "utf8"));
    expect(Object.keys(described.sha256).length).toBe(4 + 3 * 6); // tables, and six files of a snapshot of each run
  });

  it("is named by verify when it was changed, with the row, the column and what the run gives", async () => {
    const header = readFileSync(join(run, "measures.csv"), "utf8").split("\n")[0].split(",");
    const column = header.indexOf("participation_rate");
    const edited = await call("verify", changed(run, "measures.csv", cell(3, column, "0.99")));
    expect([edited.code, edited.err]).toEqual([
      1,
      expect.stringMatching(/: measures\.csv 1 of 6 rows differs: line 4, week 3: participation_rate is 0\.99 instead of 0\.\d+\.\n$/),
    ]);
    const cut = await call(
      "verify",
      changed(run, "matters.csv", (bytes) => bytes.toString().replace(/\n.*\n$/, "\n")),
    );
    expect(cut.err).toMatch(/matters\.csv 1 of 96 rows differs: line 97, week 6, .*: is missing/);
    const snapshot = changed(run, "week-4/residents.parquet", flip(200, 1));
    expect((await call("verify", snapshot)).err).toMatch(
      /week-4\/residents\.parquet (\d+ of 200 rows differ|cannot be read as Parquet|is not what)/,
    );
  });

  it("is named by verify of a batch, with the run whose row was changed", async () => {
    const out = changed(batch, "measures.csv", cell(2, 2, "7"));
    writeFileSync(join(out, "runs.parquet"), flip(375, 128)(readFileSync(join(out, "runs.parquet"))));
    const { code, err } = await call("verify", out);
    expect(code).toBe(1);
    expect(err).toMatch(/: measures\.csv is not what was written there: its SHA-256 is another\. Give the same command again/);
    expect(err).toMatch(/: runs\.parquet (\d+ of 3 rows differ|cannot be read as Parquet|is not what was written)/);
  });
});

describe("what was altered", () => {
  it.each([
    [
      "runs.parquet of a batch, so that its reader would go in circles",
      () => changed(batch, "runs.parquet", flip(375, 128)),
      "report",
      /runs\.parquet: is not what was written there/,
    ],
    [
      "runs.parquet of a batch",
      () => changed(batch, "runs.parquet", flip(40, 1)),
      "report",
      /runs\.parquet: is not what was written there/,
    ],
    [
      "batch.json",
      () => changed(batch, "batch.json", (b) => b.toString().replace('"Tiny"', '"Tina"')),
      "report",
      /batch\.json: is not what was written there: its checksum is another/,
    ],
    [
      "series.parquet of a study",
      () => changed(study, "series.parquet", flip(40, 1)),
      "report",
      /series\.parquet: is not what was written/,
    ],
    [
      "experiment.json",
      () => changed(study, "experiment.json", (b) => b.toString().replace(/"runs": 4/, '"runs": 400')),
      "report",
      /experiment\.json: is not what was written/,
    ],
    [
      "measures.csv of a run",
      () => changed(run, "measures.csv", cell(2, 3, "1")),
      "report",
      /measures\.csv: is not what was written there: its SHA-256/,
    ],
    [
      "a manifest",
      () => changed(run, "manifest.json", (b) => b.toString().replace('"seed": "1"', '"seed": "2"')),
      "report",
      /manifest\.json: is not what was written there: its checksum is another\. Run the scenario again\./,
    ],
    [
      "a manifest, asked why",
      () => changed(run, "manifest.json", (b) => b.toString().replace('"residents": 200', '"residents": 201')),
      "why",
      /manifest\.json: is not what was written there/,
    ],
    [
      "a manifest without its checksum",
      () => changed(run, "manifest.json", (b) => b.toString().replace(/,\n *"checksum": "\w+"/, "")),
      "report",
      /manifest\.json: has no checksum; it was written by an earlier version, or altered/,
    ],
  ])("%s, is refused in one line", async (_, make, command, said) => {
    const out = make();
    const { code, err } = await call(...(command === "why" ? ["why", out, "matter:0"] : [command, out]));
    expect([code, err]).toEqual([1, expect.stringMatching(said)]);
    expect(err.trim().split("\n").length).toBe(1);
    expect(existsSync(join(out, "report.html"))).toBe(false);
  });

  it("batch.json that holds nothing is refused in one line, and tables that were altered are made anew", async () => {
    const plan = join(folder(), "plan.yaml");
    writeFileSync(plan, "title: Tiny\nscenario: community\nweeks: 3\noutcomes: [{ measure: participation_rate, span: [1, 3] }]\n");
    for (const text of ["null", "[]", "{}", "nonsense"]) {
      const { code, err } = await call(
        "batch",
        plan,
        "--out",
        changed(batch, "batch.json", () => text),
      );
      expect([code, err]).toEqual([1, expect.stringMatching(/batch\.json: (does not describe a batch|cannot be read)/)]);
      expect(err.trim().split("\n").length).toBe(1);
    }
  });
});

describe("the folder of a run", () => {
  const args = ["run", ...tiny, "--weeks", "3", "--out"];

  it("that holds a finished run is left as it is, unless it is to be overwritten; then nothing of it stays", async () => {
    const out = folder();
    cpSync(run, out, { recursive: true });
    expect((await call("export", out, "--format", "gexf")).code).toBe(0);
    const before = readFileSync(join(out, "measures.csv"), "utf8");
    const refused = await call(...args, out);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(
        /: holds a finished run \(.*, seed \w+, 6 weeks\)\. Name another folder with --out, or give --overwrite to replace it\.\n$/,
      ),
    ]);
    expect(readFileSync(join(out, "measures.csv"), "utf8")).toBe(before);
    writeFileSync(join(out, "notes.txt"), "mine");
    expect((await call(...args, out, "--overwrite")).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "matters.csv", "measures.csv", "notes.txt"]);
    expect((await call("verify", out)).code).toBe(0);
  });

  it("is kept apart from those of other commands", async () => {
    for (const [other, said] of [
      [batch, "holds results of a batch"],
      [study, "holds results of a comparison"],
    ]) {
      const { code, err } = await call(...args, other, "--overwrite");
      expect([code, err]).toEqual([1, expect.stringContaining(said)]);
    }
    const compared = await call("compare", ...tiny, "--with", "partyBuilding=off", "--weeks", "3", "--out", run);
    expect([compared.code, compared.err]).toEqual([1, expect.stringContaining("holds results of a run. Name another folder with --out.")]);
    const stray = folder();
    writeFileSync(join(stray, "measures.csv"), "mine");
    expect((await call(...args, stray)).err).toContain("holds measures.csv, of a run that is not known");
    expect(readFileSync(join(stray, "measures.csv"), "utf8")).toBe("mine");
  });

  it("is written by one run at a time", async () => {
    const out = folder();
    const first = spawn("node", [program, "run", "community", "--weeks", "3000", "--out", out], { stdio: "ignore" });
    while (!existsSync(join(out, "manifest.json"))) await new Promise((resolve) => setTimeout(resolve, 10));
    const second = await call(...args, out, "--overwrite");
    first.kill("SIGKILL");
    expect([second.code, second.err]).toEqual([1, expect.stringContaining(`process ${first.pid} on`)]);
  });

  it("keeps its snapshots when the run goes on after being killed, and removes those that are not of it", async () => {
    const out = folder();
    const long = ["run", "community", "--weeks", "120", "--out", out, "--checkpoint", "8", "--snapshot", "4", "--snapshot", "100"];
    const child = spawn("node", [program, ...long], { stdio: "ignore" });
    while (!existsSync(join(out, "checkpoint.4c"))) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("exit", resolve));
    const again = await call(...long);
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringMatching(/was stopped after week \d+ or later .*Go on with --resume, name another/),
    ]);
    cpSync(join(out, "week-4"), join(out, "week-119"), { recursive: true });
    expect((await call(...long, "--resume")).code).toBe(0);
    expect(
      readdirSync(out)
        .filter((name) => name.startsWith("week-"))
        .sort(),
    ).toEqual(["week-100", "week-4"]);
    const { files } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(files).toContain("week-4/residents.parquet");
    expect((await call("verify", out)).code).toBe(0);
  });
});
