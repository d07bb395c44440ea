import { ok, strictEqual as same } from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");

/** A command of the built program, running. */
export class Running {
  out = "";
  err = "";
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  /** @param kilobytes  no file may grow larger, as on a disk that is full */
  constructor(args: readonly string[], kilobytes?: number) {
    const command = ["node", program, ...args];
    this.child =
      kilobytes === undefined
        ? spawn(command[0], command.slice(1), { stdio: ["ignore", "pipe", "pipe"] })
        : spawn("bash", ["-c", `ulimit -f ${kilobytes}; exec "$@"`, "bash", ...command], { stdio: ["ignore", "pipe", "pipe"] });
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
export async function finish(...args: string[]): Promise<Running> {
  const command = new Running(args);
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
  const late = setTimeout(() => command.child.kill("SIGKILL"), LATE);
  const code = await command.ended;
  clearTimeout(late);
  ok(command.child.signalCode !== "SIGKILL", `has not ended after ${LATE / 1000} s: ${command.err}`);
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
