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

it("why names whom to ask where nobody is named, in both languages, and each has a story", async () => {
  const args = ["why", "community", "--set", "population.residents=1500", "--set", "weeks=60"];
  const { out, code } = await call(...args);
  const named = out
    .trim()
    .split("\n")
    .map((line) => line.split(/ {2,}/));
  expect([code, named.length > 2]).toEqual([0, true]);
  expect(named.find(([, sentence]) => /gave most in the last year: \d+ hours\.$/.test(sentence))).toBeDefined();
  expect((await call(...args, "--language", "zh")).out).toMatch(/居民 \d+ 近一年付出最多：\d+ 小时。/);
  const found = JSON.parse((await call(...args, "--json")).out).suggestions as { agent: { kind: string; index: number } }[];
  expect(found.map(({ agent }) => `${agent.kind}:${agent.index}`)).toEqual(named.map(([who]) => who));
  const [{ agent }] = found;
  expect((await call(args[0], args[1], `${agent.kind}:${agent.index}`, ...args.slice(2), "--json")).code).toBe(0);
  expect((await call(...args, "--what-if", "participation:0@12=true")).err).toContain("Name one, such as resident:123");
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
