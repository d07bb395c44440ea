import { doesNotMatch, match, ok, deepStrictEqual as same } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { resolveSource } from "../../src/cli/files.ts";
import { readContrast } from "../../src/experiment/index.ts";
import { decode, type Problem } from "../../src/scenario/index.ts";
import { readLesson } from "../../src/teaching/index.ts";
import { formatProblem } from "../../src/words/index.ts";
import { withBytes, withEdits } from "../../tests/support/mutations.ts";
import { readPlanText } from "../../tests/support/plans.ts";
import { readText, scenario } from "../../tests/support/scenarios.ts";
import { type Kind, kind } from "./kind.ts";
import { sentences } from "./said.ts";

const folder = join(import.meta.dirname, "../../scenarios");
const textsOf = (of: string) =>
  readdirSync(join(folder, of))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readFileSync(join(folder, of, file), "utf8").replaceAll("scenario: ../", "scenario: "));
const base = await scenario("community", "population.communities=2");

type Read = (text: string) => Promise<{ ok: true; result: unknown } | { ok: false; problems: readonly Problem[] }>;
const readers: Record<string, { of: string; read: Read }> = {
  "scenario texts": {
    of: ".",
    read: async (text) => {
      const reading = await readText(text);
      return reading.ok ? { ok: true, result: reading.scenario } : reading;
    },
  },
  plans: {
    of: "plans",
    read: async (text) => {
      const reading = await readPlanText(text);
      return reading.ok ? { ok: true, result: reading.plan } : reading;
    },
  },
  lessons: {
    of: "../lessons",
    read: async (text) => {
      const reading = await readLesson({ path: join(folder, "test.yaml"), text }, resolveSource);
      return reading.ok
        ? { ok: true, result: reading.lesson }
        : { ok: false, problems: reading.problems.map((one) => ({ ...one, file: basename(one.file) })) };
    },
  },
  contrasts: {
    of: "contrasts",
    read: async (text) => {
      const reading = readContrast({ path: "test.yaml", text }, base);
      return reading.ok ? { ok: true, result: reading.contrast } : reading;
    },
  },
};

/** A problem tells where, what and what instead, on one line, in both languages. */
function complete(problem: Problem): void {
  const line = formatProblem(problem);
  match(line, /^[\w.-]+:[1-9]\d*:[1-9]\d*: .+[.?] .+[.?]$/);
  doesNotMatch(line, /\p{Cc}|undefined|\[object|NaN/u);
  ok(line.length < 2500, `a problem of ${line.length} letters`);
  for (const said of [problem.message, problem.remedy]) if (said) sentences(said);
}

/** All that a text sets is in what came of it, and nothing has become another value. */
function holds(result: unknown, written: unknown, path: string): void {
  if (typeof written === "object" && written !== null)
    for (const [key, value] of Object.entries(written)) holds((result as Record<string, unknown>)?.[key], value, `${path}.${key}`);
  else if (path === ".seed" || path === ".design.seed") same(result, String(written), path);
  else same(result, written, path);
}

/** How many texts were read, and how many refused. */
export const counts = { read: 0, refused: 0 };

async function check(read: Read, text: string): Promise<void> {
  const reading = await read(text);
  counts[reading.ok ? "read" : "refused"]++;
  if (!reading.ok) {
    const { length } = reading.problems;
    ok(length > 0 && length <= 202, `${length} problems`);
    reading.problems.forEach(complete);
    return;
  }
  const { extends: _, ...written } = parse(text);
  holds(reading.result, written, "");
}

export const texts: readonly Kind<string | Uint8Array>[] = Object.entries(readers).map(([id, { of, read }]) =>
  kind<string | Uint8Array>({
    id,
    holds: "a text gives a reading of all that is written, or faults with a place, whatever its values, names and bytes",
    any: fc.oneof(withEdits(textsOf(of)), withBytes(textsOf(of))),
    async check(input) {
      if (typeof input === "string") return check(read, input);
      const decoded = decode(input);
      if (decoded.ok) return check(read, decoded.text);
      sentences(decoded.message);
    },
    show: (input) => (typeof input === "string" ? input : new TextDecoder().decode(input)),
  }),
);
