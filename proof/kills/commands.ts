import { ok, strictEqual as same } from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const root = join(import.meta.dirname, "../..");
const program = join(root, "dist/cli/four-circles.js");

/** What a command meets. */
interface Disturbance {
  /** No file may grow larger, as on a disk that is full. */
  kilobytes?: number;
  /** File in which it takes down each step that changes a file (`boundary.cjs`). */
  steps?: string;
  /** The step before which it is killed, or in the middle of which. */
  kill?: number;
  torn?: boolean;
}

/** A command of the built program, running. */
export class Running {
  out = "";
  err = "";
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(args: readonly string[], { kilobytes, steps, kill, torn }: Disturbance = {}) {
    const watched = steps === undefined ? [] : ["--require", join(root, "proof/kills/boundary.cjs")];
    const command = ["node", ...watched, program, ...args];
    const [first, ...rest] = kilobytes === undefined ? command : ["bash", "-c", `ulimit -f ${kilobytes}; exec "$@"`, "bash", ...command];
    const env = {
      ...process.env,
      ...(steps !== undefined && { FOUR_CIRCLES_STEPS: steps }),
      ...(kill !== undefined && { FOUR_CIRCLES_KILL: String(kill) }),
      ...(torn && { FOUR_CIRCLES_TORN: "1" }),
    };
    this.child = spawn(first, rest, { stdio: ["ignore", "pipe", "pipe"], env });
    this.child.stdout?.on("data", (text) => (this.out += text));
    this.child.stderr?.on("data", (text) => (this.err += text));
    this.ended = new Promise((resolve) => this.child.on("close", resolve));
  }

  get over(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended;
  }
}

/** Runs a command to its end, which must be a good one. */
export async function finish(args: readonly string[], met?: Disturbance): Promise<Running> {
  const command = new Running(args, met);
  same(await command.ended, 0, `${args[0]} ended with ${command.child.exitCode}: ${command.err}`);
  return command;
}

/** Waits until something is so, or a command has ended. */
export async function until(so: () => boolean, command: Running): Promise<void> {
  while (!so() && !command.over) await pause(1);
}

const LATE = 60_000; // ms

/** Has a command end by itself; one that does not is ended, and found wanting. */
export async function endOf(command: Running): Promise<number | null> {
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    command.child.kill("SIGKILL");
  }, LATE);
  const code = await command.ended;
  clearTimeout(late);
  ok(!isLate, `has not ended after ${LATE / 1000} s: ${command.err}`);
  return code;
}

/** What a command says that cannot go on is a message, and no trace. */
export function inWords(command: Running): void {
  ok(command.err.trim() !== "", "ended without a word");
  ok(!/^ {4}at |node:internal|undefined|\[object/m.test(command.err), command.err);
}

const made: string[] = [];
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-kills-"));
  made.push(folder);
  return folder;
}
export const tidy = () => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
};

export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Contents of files in a folder, by name. */
export const contents = (folder: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString("base64")]));

/** All files of a folder and those below. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

/** Flips a bit of a file, and says which file that was. */
export function flipIn(folder: string, names: readonly string[], random: () => number): string {
  const some = names.filter((name) => sizeOf(join(folder, name)) > 0);
  if (some.length === 0) return "nothing";
  const name = some[Math.floor(random() * some.length)];
  const bytes = readFileSync(join(folder, name));
  bytes[Math.floor(random() * bytes.length)] ^= 1 << Math.floor(8 * random());
  writeFileSync(join(folder, name), bytes);
  return name;
}
