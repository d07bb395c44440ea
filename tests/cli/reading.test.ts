import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const folder = mkdtempSync(join(tmpdir(), "four-circles-reading-"));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return name;
};

const call = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile("node", [program, ...args], { cwd: folder, timeout: 60_000, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err }),
    );
  });
const tiny = ["--set", "population.residents=100", "--set", "organizations.count=2", "--set", "weeks=2"];

it("blames an option for itself, all at once", async () => {
  const { code, err } = await call(
    "run",
    "community",
    "--weeks",
    "0",
    "--set",
    "population.residents.x=1",
    "--set",
    "title=&a [*a]",
    "--set",
    "rigidity=.nan",
  );
  expect(code).toBe(1);
  expect(err.trim().split("\n")).toEqual([
    "--weeks: weeks is 0 (weeks). Write a whole number from 1 to 3650; the default is 624.",
    "--set: population.residents.x is not a parameter. Did you mean population.residents?",
    "--set: title.0 is *a, which contains itself. Write the values themselves.",
    expect.stringMatching(/^--set: rigidity is \.nan \(.*\)\. Write a number from 0 to 1; /),
  ]);
});

/** The title at the head of the summary, after the question if there is one. */
const titleOf = (out: string) => out.match(/^(.*?), seed /m)?.[1];

it("reads GBK and UTF-16, and says so where it had to guess", async () => {
  const gbk = Uint8Array.of(...Buffer.from("extends: community\ntitle: "), 0xd6, 0xd3, 0xc2, 0xa5, 0x0a);
  const guessed = await call("run", file("gbk.yaml", gbk), ...tiny);
  expect([guessed.code, titleOf(guessed.out), guessed.err.trim()]).toEqual([
    0,
    "钟楼",
    "gbk.yaml: is not UTF-8 and is read as GB18030, which GBK is a part of.",
  ]);
  const marked = await call("run", file("utf16.yaml", Buffer.from("\ufeffextends: community\ntitle: 钟楼\n", "utf16le")), ...tiny);
  expect([marked.code, titleOf(marked.out), marked.err]).toEqual([0, "钟楼", ""]);
  const picture = await call("run", file("photo.yaml", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)));
  expect([picture.code, picture.err.trim()]).toEqual([1, "photo.yaml: is not a text. Save it as UTF-8."]);
});

it("reads ordinary files alone where a file names them, and no more than 8 MB of any", async () => {
  execFileSync("bash", ["-c", "mkfifo pipe"], { cwd: folder });
  mkdirSync(join(folder, "sub"));
  const extending = async (path: string) => (await call("run", file("extending.yaml", `extends: ${path}\n`))).err.trim();
  expect(await extending("/dev/zero")).toBe(
    "extending.yaml:1:10: extends names /dev/zero, which is not an ordinary file. Name a file of text.",
  );
  expect(await extending("pipe")).toContain("extends names pipe, which is not an ordinary file.");
  expect(await extending("sub")).toContain("extends names sub, which is a folder. Name a file.");
  expect(await extending(file("large.yaml", `title: ${"x".repeat(9e6)}\n`))).toContain(
    "extends names large.yaml, which is larger than 8 MB.",
  );
  const plan = await call(
    "batch",
    file("plan.yaml", "title: A\nscenario: /dev/zero\nweek: 4\noutcomes: [{ measure: participation_rate }]\n"),
  );
  expect(plan.err.trim().split("\n")).toEqual([
    "plan.yaml:2:11: scenario names /dev/zero, which is not an ordinary file. Name a file of text.",
    "plan.yaml:3:1: week is not known in a plan. Did you mean weeks?",
  ]);
  expect((await call("run", "/dev/zero")).err.trim()).toBe("/dev/zero: is larger than 8 MB. Name a smaller file.");
  expect((await call("run", "sub")).err.trim()).toBe("sub: is a folder. Name a file.");
});

it("ends circles of files that extend one another, however they are named", async () => {
  file("a.yaml", "extends: ./b.yaml\n");
  file("b.yaml", `extends: ${join(folder, "a.yaml")}\n`);
  expect((await call("run", "a.yaml")).err).toMatch(/extends (leads back to|is the end of a chain of 20 files)/);
});

it("compares nothing with itself", async () => {
  const { code, err } = await call("compare", "community", ...tiny, "--with", "rigidity=0.5", "--pairs", "2");
  expect([code, err.trim()]).toEqual([
    1,
    "compare: --with rigidity=0.5 changes nothing in the runs. Give another value than the scenario has.",
  ]);
  expect((await call("compare", "community", ...tiny, "--with", "rigidity=5")).err.trim()).toMatch(/^--with: rigidity is 5 /);
  expect((await call("compare", "community", ...tiny)).err.trim()).toContain("Add --with path=value");
});

it("says nothing of what a run could not measure", async () => {
  const { out } = await call("run", "community", ...tiny, "--weeks", "1");
  expect(out).toContain("settled");
  expect(out).not.toContain("NaN");
});
