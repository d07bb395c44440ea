import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Case } from "./cases.ts";
import { fromNpm, onPath, versionOf } from "./installed.ts";
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

const LIMIT = 20 * 60_000;
const dist = join(import.meta.dirname, "..");
const ALONE = join(dist, "proof/alone.js");
const PROGRAM = join(dist, "cli/four-circles.js");

const call = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 1e8, timeout: LIMIT }, (error, out, err) =>
      error ? reject(new Error(`${command}: ${err.trim().split("\n").at(-1) || error.message}`)) : resolve(out),
    );
  });

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
    const out = await call(command, [...args, compiled ? ALONE : ALONE.replace(".js", ".plain.js")]);
    const lines = out.trim().split("\n");
    const last = lines.pop();
    if (last !== "done") throw new Error(`${command}: ${last}`);
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
const threaded = (command: string, args: readonly string[], threads: number): Way => ({
  name: `${threads} threads`,
  async run(cases, say) {
    const answers = new Map<string, Answer>();
    for (const { name, scenario, set, weeks } of cases) {
      say(name);
      const settings = Object.entries(set).flatMap(([path, value]) => ["--set", `${path}=${JSON.stringify(value)}`]);
      const out = await call(command, [
        ...args,
        PROGRAM,
        "run",
        scenario,
        ...settings,
        "--weeks",
        String(weeks),
        "--threads",
        String(threads),
        "--json",
      ]);
      answers.set(name, (JSON.parse(out) as { digest: Answer }).digest);
    }
    return answers;
  },
});

/** Random scenarios that come along, each compared with the digests that it had elsewhere: one answer for all of them. */
export const RANDOM = { name: "random scenarios", runs: 200 };
export const allOfThem: Answer = { state: `${RANDOM.runs} of ${RANDOM.runs}`, measures: undefined };
const random = (command: string, args: readonly string[]): Way => ({
  name: `${RANDOM.runs} ${RANDOM.name}`,
  async run() {
    const out = await call(command, [...args, PROGRAM, "selftest", "--runs", String(RANDOM.runs), "--threads", "2", "--json"]);
    const { same, of } = JSON.parse(out) as { same: number; of: number };
    return new Map([[RANDOM.name, { state: `${same} of ${of}`, measures: undefined }]]);
  },
});

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
      return answers;
    } finally {
      await page.close();
    }
  },
});

/** @param short  this Node and the browsers alone, on two threads */
export function findEngines(short: boolean): { found: Engine[]; missing: Missing[] } {
  const found: Engine[] = [];
  const missing: Missing[] = [];
  const threads = short ? [2] : [1, 2, 3, 8];
  interface Running {
    args?: string[];
    group?: number[];
    /** Of what does not tell it. */
    version?: string;
  }
  const add = (name: string, get: string, command: string | undefined, { args = [], group = threads, version }: Running = {}) => {
    if (command === undefined) missing.push({ name, get });
    else {
      const ways = [alone(command, args, true), alone(command, args, false), ...group.map((n) => threaded(command, args, n))];
      if (group.length > 0) ways.push(random(command, args)); // shells have no files
      found.push({ name, version: version ?? versionOf(command) ?? "?", ways });
    }
  };
  add("Node.js", "", process.execPath);
  if (!short) {
    for (const major of [20, 22, 24, 26])
      if (!process.version.startsWith(`v${major}.`))
        add("Node.js", `npm exec --package=node@${major} -- node`, fromNpm(`node@${major}`, "node"));
    add("Deno", "npm exec --package=deno -- deno", fromNpm("deno", "deno"), { args: ["run", "-A"], group: [2] });
    add("Bun", "npm exec --package=bun -- bun", fromNpm("bun", "bun"), { group: [2] });
    add("SpiderMonkey", "apt-get install libmozjs-102-dev", ["js102", "js115", "js128"].map(onPath).find(Boolean), { group: [] });
    add("JavaScriptCore", "apt-get install libjavascriptcoregtk-4.0-bin", onPath("jsc"), { group: [], version: "of WebKitGTK" });
  }
  for (const driver of pageDrivers()) {
    if (driver.version === undefined) missing.push({ name: driver.name, get: driver.get });
    else found.push({ name: driver.name, version: driver.version, ways: [paged(driver)] });
  }
  if (!existsSync(ALONE)) throw new Error("proof: it is not built. Run npm run proof.");
  return { found, missing };
}
