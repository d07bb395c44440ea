import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const folder = () => mkdtempSync(join(tmpdir(), "four-circles-output-"));

/** Runs a line of bash in which $P is the program; the code of each part of its pipe comes last. */
const bash = (line: string): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, P: `${process.execPath} ${program}` };
    execFile("bash", ["-o", "pipefail", "-c", line], { maxBuffer: 1e8, env, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err }),
    );
  });

const plan = (title: string, weeks = 2) => {
  const path = join(folder(), "plan.yaml");
  writeFileSync(
    path,
    [
      `title: ${JSON.stringify(title)}`,
      "scenario: community",
      "set: { population.residents: 100, organizations.count: 2 }",
      `weeks: ${weeks}`,
      "replicates: 2",
      `arms: { ${JSON.stringify("=cmd|\u202e\u001b[31m")}: {} }`,
      "outcomes: [{ measure: participation_rate, span: [1, 2] }]",
    ].join("\n"),
  );
  return path;
};

const tiny = "--set population.residents=100 --set organizations.count=2 --set weeks=2";

describe("a reader that goes away", () => {
  it.each(["schema", "odd", "register --json", "dictionary", `batch ${plan("Piped")} --out ${join(folder(), "out")} --json`])(
    "ends %s quietly, as other programs end",
    async (command) => {
      const { code, err } = await bash(`$P ${command} | true`);
      expect([code, err.replace(/^\d+ rows of the paper.*\n/, "")]).toEqual([141, ""]);
    },
  );

  it("leaves the files of a batch whole and its folder free for the next command", async () => {
    const out = join(folder(), "out");
    const path = plan("Piped");
    expect((await bash(`$P batch ${path} --out ${out} | true`)).code).toBe(141);
    expect(readdirSync(out).sort()).toEqual(["batch.json", "journal.4c", "measures.parquet", "runs.parquet"]);
    expect((await bash(`$P batch ${path} --out ${out}`)).out).toContain("2 there before");
  });
});

describe("a place that cannot be written", () => {
  it.each([
    ["a file", `touch F; $P run community ${tiny} --out F`, /^F: is a file, not a folder\. Name another place with --out\.\n$/],
    ["below a file", `touch F; $P run community ${tiny} --out F/out`, /^F\/out: cannot be written: a part of that path is a file\. Name/],
    ["/proc", `$P run community ${tiny} --out /proc/xx`, /^\/proc\/xx: cannot be written: there is no such file or folder\. Name another/],
    ["/proc, of a batch", `$P batch ${plan("Proc")} --out /proc/xx/out`, /^\/proc\/xx\/out: cannot be written: there is no such file/],
    [
      "a file, of a comparison",
      `touch F; $P compare community --with partyBuilding=off --pairs 2 ${tiny} --out F`,
      /F: is a file, not a folder/,
    ],
    ["a full disk, of stdout", "$P schema > /dev/full", /^The results cannot be printed: there is no space left\.\n$/],
    [
      "a full disk",
      `ulimit -f 2; $P run community ${tiny} --out out`,
      /^out\/measures\.csv: cannot be written: files may not grow so large/,
    ],
    [
      "a full disk, of a checkpoint",
      `ulimit -f 40; $P run community ${tiny} --out out --checkpoint 1`,
      /^out\/checkpoint\.4c: cannot be written: files may not grow so large there\. Make room and give the same command again\.\n$/,
    ],
    [
      "a full disk, of a comparison",
      `ulimit -f 4; $P compare community --with partyBuilding=off --pairs 8 ${tiny} --out out`,
      /^out\/runs\.4c: cannot be written: files may not grow so large there\. All finished runs are kept\. Make room and give the same command again\.\n$/,
    ],
  ])("%s is one line that says so", async (_, line, said) => {
    const { code, err } = await bash(`cd ${folder()}; ${line}`);
    expect([code, err]).toEqual([1, expect.stringMatching(said)]);
    expect(err.trim().split("\n").length).toBe(1);
  });
});

it("what a plan is called reaches the terminal without its escape codes, and its tables as text", async () => {
  const out = join(folder(), "out");
  const path = plan("Tiny \u001b]0;owned\u0007\u001b[2J\u202etitle");
  const { out: text, err } = await bash(`$P batch ${path} --out ${out} --csv && $P report ${out}`);
  expect(text + err).toContain("Tiny title");
  expect(text).toContain("=cmd|");
  for (const mark of ["\u001b", "\u0007", "\u202e"]) expect(text + err).not.toContain(mark);
  expect(readFileSync(join(out, "runs.csv"), "utf8")).toContain(",'=cmd|");
  const other = await bash(`$P batch ${plan("Other", 3)} --out ${out}; $P run $'no\\x1b[31mwhere.yaml'; $P ru$'\\x1b[5m'n`);
  expect(other.err).toContain("holds results of another plan or scenario (Tiny title)");
  expect(other.err).toContain("nowhere.yaml: cannot be read");
  expect(other.err).not.toContain("\u001b");
  expect(existsSync(join(out, "report.html"))).toBe(true);
});
