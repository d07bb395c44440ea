import { scenarioSchema } from "../mechanisms/index.ts";
import { readScenario } from "../scenario/index.ts";
import { type Execute, type Keep, keyOf, type RunRequest, type RunResult } from "./batch/request.ts";

/** A random scenario of a small district that comes along, and what its run ends in, as computed where the program was made. */
export interface KnownRun {
  /** Text of the scenario: JSON, which is YAML too. */
  text: string;
  /** First digits of the digests. */
  state: string;
  measures: string;
}

/** Hexadecimal digits that are kept of a digest: 64 bits. */
export const KEPT_DIGITS = 16;

/** Known runs as one file: a line each, of both digests and the scenario, compressed. */
export const corpusText = (known: readonly KnownRun[]): string =>
  known.map(({ text, state, measures }) => `${state} ${measures} ${text}\n`).join("");

/** Reads the file of known runs. */
export async function readCorpus(bytes: Uint8Array<ArrayBuffer>): Promise<KnownRun[]> {
  const whole = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  return whole
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [state, measures] = line.split(" ", 2);
      return { state, measures, text: line.slice(state.length + measures.length + 2) };
    });
}

export interface SelfTest {
  /** Runs that ended in the known digests. */
  same: number;
  of: number;
  /** Places in the file of those that did not, and what was wrong. */
  others: { place: number; fault: "state" | "measures" | "failed"; what: string }[];
}

const nothing: Keep = { outcomes: [], measures: [], every: 1, snapshots: [], spans: [] };

/** The run of a known scenario. */
export async function requestOf({ text }: KnownRun, program: string): Promise<RunRequest> {
  const reading = await readScenario({ path: "corpus", text }, { schema: scenarioSchema, resolve: async () => undefined });
  if (!reading.ok) throw new Error(`selfTest: a scenario of the corpus is none: ${reading.problems[0].path}. Make the corpus anew.`);
  const order = { scenario: reading.scenario, keep: nothing };
  return { key: keyOf(program, order), ...order };
}

/**
 * Runs known scenarios, spread evenly over all, and compares digests: whether this machine computes what others do.
 *
 * @param runs      how many of them
 * @param lanes     runs at the same time
 * @param progress  told after each run
 */
export async function selfTest(
  known: readonly KnownRun[],
  { runs, lanes, execute, program, signal }: { runs: number; lanes: number; execute: Execute; program: string; signal?: AbortSignal },
  progress: (done: number, of: number) => void = () => {},
): Promise<SelfTest> {
  const of = Math.min(runs, known.length);
  const found: SelfTest = { same: 0, of, others: [] };
  let [next, done] = [0, 0];
  const lane = async () => {
    while (next < of && signal?.aborted !== true) {
      const place = Math.floor((next++ * known.length) / of);
      const one = known[place];
      const wrong = difference(one, await execute(await requestOf(one, program)));
      if (wrong) found.others.push({ place, ...wrong });
      else found.same++;
      progress(++done, of);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  found.others.sort((a, b) => a.place - b.place);
  return found;
}

function difference(known: KnownRun, result: RunResult): Omit<SelfTest["others"][number], "place"> | undefined {
  if (!result.ok) return { fault: "failed", what: result.cause };
  for (const part of ["state", "measures"] as const) {
    const digits = result.digest[part].slice(0, KEPT_DIGITS);
    if (digits !== known[part]) return { fault: part, what: `${digits} instead of ${known[part]}` };
  }
  return undefined;
}
