import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const call = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile("node", [program, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
    );
  });

it("why tells the story of a finished run, whose digest it meets again, in both languages", async () => {
  const out = join(mkdtempSync(join(tmpdir(), "four-circles-")), "run");
  const ran = await call("run", "community", "--set", "population.residents=400", "--weeks", "20", "--out", out);
  expect(ran.out).toContain("question: Who carries the work in one community, and which closed matters come back?");
  const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  // The first matter that is brought to somebody: not every one that arises is.
  let n = 0;
  while (!(await call("why", out, `matter:${n}`)).out.includes("takes a route")) n++;
  const story = JSON.parse((await call("why", out, `matter:${n}`, "--json")).out);
  expect(story.digest).toBe(manifest.digest.state);
  expect(story.events[0].week).toBeGreaterThanOrEqual(1);
  expect(story.agent).toEqual({ kind: "matter", index: n });
  expect((await call("why", out, `matter:${n}`, "--language", "zh")).out).toContain("选择渠道");
});

it("why forces a draw to tell what would have been", async () => {
  const args = ["why", "community", "resident:4", "--weeks", "1-8", "--set", "population.residents=400"];
  expect((await call(...args)).out).not.toContain("forced");
  expect((await call(...args, "--what-if", "forgetting:0@8=true")).out).toContain("falls one level in policy awareness: set to yes");
});

it("why says who can be named, which weeks there are, and what is wrong", async () => {
  const short = ["--set", "population.residents=400", "--set", "weeks=4"];
  expect((await call("why", "community", "resident", ...short)).err).toContain("Write a kind and a number from 0");
  expect((await call("why", "community", "resident:4000", ...short)).err).toContain("Name one from 0 to 399");
  const long = ["--set", "population.residents=400", "--set", "weeks=3650"]; // which takes minutes
  expect((await call("why", "community", "resident:400", ...long)).err).toBe(
    "why: there is no resident:400; there are 400 of its kind. Name one from 0 to 399.\n",
  );
  expect((await call("why", "community", "matter:4000", ...short)).err).toMatch(
    /there is no matter:4000; by week 4 there are \d+ of its kind/,
  );
  const weeks = await call("why", "community", "resident:4", "--weeks", "3-9", ...short);
  expect([weeks.code, weeks.err.includes("a range inside 1-4")]).toEqual([1, true]);
  expect((await call("why", "community", "resident:4", "--what-if", "x", ...short)).err).toContain("participation:0@12=true");
});
