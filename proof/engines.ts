import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCorpus, type SelfTest } from "../src/experiment/index.ts";
import type { Answer, Case } from "./cases.ts";
import { fromNpm, onPath, versionOf } from "./installed.ts";
import { Late } from "./late.ts";
import { type PageDriver, pageDrivers } from "./pages.ts";

/** A way in which an engine runs cases. */
export interface Way {
  /** Such as "1 thread, compiled kernels". */
  name: string;
  /** Answers for the cases that it can run; no answer for one means that it cannot be run this way. */
  run(cases: readonly Case[], say: (text: string) => void, engine: Engine): Promise<ReadonlyMap<string, Answer>>;
}

export interface Engine {
  name: string;
  /** "" until a way has told it. */
  version: string;
  readonly ways: readonly Way[];
}

/** An engine that is not here, and how to get it. */
export interface Missing {
  name: string;
  get: string;
}

const LIMIT = 60 * 60_000; // ms for one command
const dist = join(import.meta.dirname, "..");
const ALONE = join(dist, "proof/alone.js");
/** The same without WebAssembly, and with known runs instead of cases. */
const PLAIN = ALONE.replace(".js", ".plain.js");
const KNOWN = ALONE.replace(".js", ".known.js");
const PROGRAM = join(dist, "cli/four-circles.js");

const call = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 1e8, timeout: LIMIT }, (error, out, err) => {
      if (!error) resolve(out);
      else if (error.killed) reject(new Late(`${command}: has not ended after ${LIMIT / 60_000} minutes`));
      else reject(new Error(`${command}: ${lineOf(err) ?? error.message}`));
    });
  });

/** The line of what a command has said that tells what was wrong: not one of its trace. */
function lineOf(said: string): string | undefined {
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1);
}

/** The lines that a script of `alone.ts` prints. */
async function linesOf(command: string, args: readonly string[]): Promise<string[]> {
  const lines = (await call(command, args)).trim().split("\n");
  const last = lines.pop();
  if (last !== "done") throw new Error(`${command}: ${last}`);
  return lines;
}

interface Line {
  name: string;
  straight: Answer;
  resumed: Answer;
  kernels: string;
}

/**
 * The script of all cases by a command that runs scripts: without WebAssembly if it is taken away first. The run that went
 * through a checkpoint answers too, under its own name.
 */
const alone = (command: string, args: readonly string[], compiled: boolean): Way => ({
  name: compiled ? "alone" : "alone, no WebAssembly",
  async run(cases) {
    const lines = await linesOf(command, [...args, compiled ? ALONE : PLAIN]);
    const answers = new Map<string, Answer>();
    for (const { name, straight, resumed, kernels } of lines.map((line) => JSON.parse(line) as Line)) {
      if (!cases.some((one) => one.name === name)) continue;
      if (!compiled && kernels !== "typescript") throw new Error(`${command}: has WebAssembly all the same`);
      answers.set(name, straight);
      answers.set(`${name}, through a checkpoint`, resumed);
    }
    return answers;
  },
});

/** The built command line on a number of threads. */
const threaded = (command: string, args: readonly string[], threads: number, kernels: "wasm" | "typescript" = "wasm"): Way => ({
  name: `${threads} ${threads === 1 ? "thread" : "threads"}${kernels === "wasm" ? "" : ", kernels not compiled"}`,
  async run(cases, say) {
    const answers = new Map<string, Answer>();
    for (const { name, scenario, set, weeks } of cases) {
      say(name);
      const settings = Object.entries(set).flatMap(([path, value]) => ["--set", `${path}=${JSON.stringify(value)}`]);
      const how = ["--weeks", String(weeks), "--threads", String(threads), "--kernels", kernels, "--json"];
      const manifest = JSON.parse(await call(command, [...args, PROGRAM, "run", scenario, ...settings, ...how]));
      if (manifest.kernels !== kernels) throw new Error(`${command}: kernels are ${manifest.kernels}, and not ${kernels}`);
      answers.set(name, manifest.digest as Answer);
    }
    return answers;
  },
});

/** How many of the random scenarios that come along an engine runs: by the command line, and where there is no more than the language. */
const [MANY, SOME] = [200, 100];
const nameOf = (runs: number) => `${runs} random scenarios`;
const told = (same: number, of: number): Answer => ({ state: `${same} of ${of}`, measures: undefined });
/** What is answered where all of them come to the digests that they had elsewhere. */
export const allKnown: ReadonlyMap<string, Answer> = new Map([MANY, SOME].map((runs) => [nameOf(runs), told(runs, runs)]));

const random = (command: string, args: readonly string[]): Way => ({
  name: nameOf(MANY),
  async run() {
    const out = await call(command, [...args, PROGRAM, "selftest", "--runs", String(MANY), "--threads", "2", "--json"]);
    const { same, of } = JSON.parse(out) as SelfTest;
    return new Map([[nameOf(MANY), told(same, of)]]);
  },
});

const randomAlone = (command: string, args: readonly string[]): Way => ({
  name: nameOf(SOME),
  async run() {
    const [line] = await linesOf(command, [...args, KNOWN]);
    const { same, of } = JSON.parse(line) as SelfTest;
    return new Map([[nameOf(SOME), told(same, of)]]);
  },
});

/** Writes the scripts that differ from the one that was built in what stands before it. */
export async function writeScripts(): Promise<void> {
  if (!existsSync(ALONE)) throw new Error("proof: it is not built. Run npm run proof.");
  const script = readFileSync(ALONE, "utf8");
  const corpus = await readCorpus(new Uint8Array(readFileSync(join(dist, "../scenarios/corpus.bin"))));
  const known = corpus.filter((_, k) => k % (corpus.length / SOME) === 0);
  writeFileSync(PLAIN, `delete globalThis.WebAssembly;\n${script}`);
  writeFileSync(KNOWN, `globalThis.knownRuns = ${JSON.stringify(known)};\n${script}`);
}

/** The built page in a browser. Its digest is that of the state. */
const paged = (driver: PageDriver): Way => ({
  name: "page",
  async run(cases, say, engine) {
    const page = await driver.open();
    engine.version ||= page.version ?? "?";
    try {
      const answers = new Map<string, Answer>();
      for (const one of cases.filter(({ onPage }) => onPage)) {
        say(one.name);
        answers.set(one.name, { state: await page.digest(one), measures: undefined });
      }
      say(nameOf(SOME));
      const { same, of } = await page.selfTest();
      return answers.set(nameOf(SOME), told(same, of));
    } finally {
      await page.close();
    }
  },
});

/** @param short  this Node and the browsers alone, on two threads */
export async function findEngines(short: boolean): Promise<{ found: Engine[]; missing: Missing[] }> {
  const found: Engine[] = [];
  const missing: Missing[] = [];
  const threads = short ? [2] : [1, 2, 3, 8];
  interface Running {
    args?: string[];
    /** Threads of the command line; none in shells, which have no files. */
    group?: number[];
    /** Of what does not tell it. */
    version?: string;
  }
  const add = (name: string, get: string, command: string | undefined, { args = [], group = threads, version }: Running = {}) => {
    if (command === undefined) missing.push({ name, get });
    else {
      const ways = [alone(command, args, true), alone(command, args, false), ...group.map((n) => threaded(command, args, n))];
      if (group.length === 0) ways.push(randomAlone(command, args));
      else ways.push(threaded(command, args, 2, "typescript"), random(command, args));
      found.push({ name, version: version ?? versionOf(command) ?? "?", ways });
    }
  };
  add("Node.js", "", process.execPath);
  if (!short) {
    for (const major of [20, 22, 24, 26])
      if (!process.version.startsWith(`v${major}.`))
        add("Node.js", `npm exec --package=node@${major} -- node`, fromNpm(`node@${major}`, "node"));
    add("Deno", "npm exec --package=deno -- deno", fromNpm("deno", "deno"), { args: ["run", "-A"] });
    add("Bun", "npm exec --package=bun -- bun", fromNpm("bun", "bun"));
    add("SpiderMonkey", "apt-get install libmozjs-102-dev", ["js102", "js115", "js128"].map(onPath).find(Boolean), { group: [] });
    add("JavaScriptCore", "apt-get install libjavascriptcoregtk-4.0-bin", onPath("jsc"), { group: [], version: "of WebKitGTK" });
  }
  for (const driver of await pageDrivers()) {
    if (driver.version === undefined) missing.push({ name: driver.name, get: driver.get });
    else found.push({ name: driver.name, version: driver.version, ways: [paged(driver)] });
  }
  return { found, missing };
}
