import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Spread, spreadOf } from "./spread.ts";

const root = join(import.meta.dirname, "../..");
const PROGRAM = "dist/cli/four-circles.js";

/** Tells on its way out what the process took: microseconds of all its threads, and KiB at most. */
const METER = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ processor: userCPUTime + systemCPUTime, memory: maxRSS }));
});`)}`;

/** One run of the command line, by both versions. */
export interface Task {
  scenario: string;
  weeks: number;
  threads: number;
}

const usual: readonly Task[] = [
  { scenario: "zhonglou", weeks: 52, threads: 1 },
  { scenario: "zhonglou", weeks: 52, threads: 2 },
  { scenario: "community", weeks: 1040, threads: 1 },
  { scenario: "community", weeks: 1, threads: 1 },
];
const quick: readonly Task[] = [{ scenario: "community", weeks: 2, threads: 1 }];

export interface TaskResult extends Task {
  /** Seconds by the clock, of the version before and of this one. */
  before: Spread;
  now: Spread;
  /** This version over the one before, within rounds: below 1 is faster, or less. */
  clock: Spread;
  processor: Spread;
  memory: Spread;
  /** Whether both end in the same state, to the bit. */
  isSame: boolean;
}

export interface Against {
  commit: string;
  rounds: number;
  tasks: TaskResult[];
}

/** Times the built command line against that of a commit, which is built first, in turns. */
export function against(commit: string, rounds: number, isQuick: boolean, tell: (text: string) => void): Against {
  if (!existsSync(join(root, PROGRAM))) throw new Error("bench: --against times the built command line. Run npm run build first.");
  const name = nameOf(commit);
  const folder = mkdtempSync(join(tmpdir(), "four-circles-bench-"));
  const before = join(folder, "before");
  try {
    tell(`${name}: building`);
    git("worktree", "add", "--detach", before, name);
    symlinkSync(join(root, "node_modules"), join(before, "node_modules"));
    execFileSync("npx", ["vite", "build", "--mode", "cli"], { cwd: before, stdio: "ignore" });
    const tasks = isQuick ? quick : usual;
    const times = tasks.map(() => [] as { before: Taken; now: Taken }[]);
    for (let round = 0; round < rounds; round++) {
      tell(`round ${round + 1} of ${rounds}`);
      for (const [k, task] of tasks.entries()) {
        // Who comes first changes, so that what a run leaves behind in the machine falls on both.
        const first = round % 2 === 0 ? taken(before, task) : undefined;
        const now = taken(root, task);
        times[k].push({ before: first ?? taken(before, task), now });
      }
    }
    return { commit: name, rounds, tasks: tasks.map((task, k) => resultOf(task, times[k])) };
  } finally {
    git("worktree", "remove", "--force", before);
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(task: Task, rounds: readonly { before: Taken; now: Taken }[]): TaskResult {
  const ratio = (of: (taken: Taken) => number) => spreadOf(rounds.map(({ before, now }) => of(now) / of(before)));
  return {
    ...task,
    before: spreadOf(rounds.map(({ before }) => before.clock)),
    now: spreadOf(rounds.map(({ now }) => now.clock)),
    clock: ratio(({ clock }) => clock),
    processor: ratio(({ processor }) => processor),
    memory: ratio(({ memory }) => memory),
    isSame: rounds.every(({ before, now }) => before.state === now.state),
  };
}

interface Taken {
  /** Seconds by the clock. */
  clock: number;
  processor: number;
  memory: number;
  /** Digest of the last state. */
  state: string;
}

function taken(folder: string, { scenario, weeks, threads }: Task): Taken {
  const start = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ["--import", METER, join(folder, PROGRAM), "run", scenario, "--weeks", String(weeks), "--threads", String(threads), "--json"],
    { stdio: ["ignore", "pipe", "pipe", "pipe"], encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  const clock = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`bench: run ${scenario} in ${folder}: ${stderr}`);
  return { clock, ...JSON.parse(output[3] as string), state: JSON.parse(stdout).digest.state };
}

/** The short name of a commit. @throws if there is none */
function nameOf(commit: string): string {
  try {
    return git("rev-parse", "--short", "--verify", "--end-of-options", `${commit}^{commit}`);
  } catch {
    throw new Error(`bench: --against ${commit} is no commit here. It would be one that git log names.`);
  }
}

const git = (...args: string[]): string =>
  execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
