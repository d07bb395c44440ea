import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readContrast } from "../../src/experiment/index.ts";
import { decode, type Problem, type Said } from "../../src/scenario/index.ts";
import { formatProblem, tellSaid } from "../../src/words/index.ts";
import { withBytes, withEdits } from "../support/mutations.ts";
import { readPlanText } from "../support/plans.ts";
import { readText, scenario } from "../support/scenarios.ts";

const folder = join(import.meta.dirname, "../../scenarios");
const texts = (of: string) =>
  readdirSync(join(folder, of))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readFileSync(join(folder, of, file), "utf8").replaceAll("scenario: ../", "scenario: "));
const base = await scenario("community", "population.communities=2");

/** Reads a text as one of the three kinds: what came of it, or what is wrong. */
const kinds = {
  scenarios: async (text: string) => {
    const reading = await readText(text);
    return reading.ok ? { ok: true as const, result: reading.scenario } : reading;
  },
  plans: async (text: string) => {
    const reading = await readPlanText(text);
    return reading.ok ? { ok: true as const, result: reading.plan } : reading;
  },
  contrasts: async (text: string) => {
    const reading = readContrast({ path: "test.yaml", text }, base);
    return reading.ok ? { ok: true as const, result: reading.contrast } : reading;
  },
};

/** What is said in Chinese, where nothing is left of a template and no value is missing. */
function sentence(said: Said): string {
  const text = tellSaid("zh", said);
  expect(text, said.code).not.toMatch(/\{\{|undefined|\[object|\p{Cc}/u);
  return text;
}

/** A problem tells where, what and what instead, on one line, in both languages. */
function complete(problem: Problem): void {
  const line = formatProblem(problem);
  expect(line).toMatch(/^[\w.-]+:[1-9]\d*:[1-9]\d*: .+[.?] .+[.?]$/);
  expect(line).not.toMatch(/\p{Cc}|undefined|\[object|NaN/u);
  expect(line.length).toBeLessThan(2500);
  for (const said of [problem.message, problem.remedy]) expect(said && sentence(said)).toMatch(/[\u4e00-\u9fff]/);
}

/** All that a text sets is in what came of it, and nothing has become another value. */
function holds(result: unknown, written: unknown, path: string): void {
  if (typeof written === "object" && written !== null)
    for (const [key, value] of Object.entries(written)) holds((result as Record<string, unknown>)?.[key], value, `${path}.${key}`);
  else if (path === ".seed" || path === ".design.seed") expect(result, path).toBe(String(written));
  else expect(result, path).toBe(written);
}

/** How many texts were read, and how many refused. */
const counts = { read: 0, refused: 0 };

async function check(kind: keyof typeof kinds, text: string): Promise<void> {
  const reading = await kinds[kind](text);
  counts[reading.ok ? "read" : "refused"]++;
  if (!reading.ok) {
    expect(reading.problems.length).toBeGreaterThan(0);
    expect(reading.problems.length).toBeLessThanOrEqual(202);
    reading.problems.forEach(complete);
    return;
  }
  const { extends: _, ...written } = parse(text);
  holds(reading.result, written, "");
}

const numRuns = 100;

describe.each([
  ["scenarios", "."],
  ["plans", "plans"],
  ["contrasts", "contrasts"],
] as const)("mutations of %s that come along", (kind, of) => {
  it("give a reading of all that is written or faults with a place, whatever the values and names", async () => {
    await fc.assert(
      fc.asyncProperty(withEdits(texts(of)), (text) => check(kind, text)),
      { seed: 11, numRuns },
    );
  });

  it("give a reading or faults with a place, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(withBytes(texts(of)), async (bytes) => {
        const decoded = decode(bytes);
        if (decoded.ok) await check(kind, decoded.text);
        else expect(sentence(decoded.message)).toMatch(/[\u4e00-\u9fff]/);
      }),
      { seed: 12, numRuns },
    );
  });
});

it("are some of them read, and most refused", () => {
  expect(counts.read).toBeGreaterThan(numRuns / 4);
  expect(counts.refused).toBeGreaterThan(numRuns);
});
