import { closeSync, linkSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { unwritable } from "./fileFailure.ts";
import { CommandFailure } from "./terminal.ts";

/** ms between the signs of life of a lock: its file is touched. */
const BEAT = 2000;
/** ms without a sign of life after which a process that cannot be asked counts as gone. */
const SILENCE = 5 * BEAT;
const LOOK = 500; // ms between looks at a lock whose holder cannot be asked
const WRITING = 2000; // ms that a lock may be empty: it is written as soon as it is made

/** Who holds a lock. Process numbers are used again and again, and in every container anew. */
interface Holder {
  host: string;
  process: number;
  /** When that process began, where the system tells: this run of the machine, and clock ticks since its start. */
  started: string;
  /** Within what process numbers are told apart: the process namespace, where there are such. */
  space: string;
}

/** What a file of the system says, or "" where there is none. */
function told(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

const systemFile = (path: string) => told(() => readFileSync(path, "utf8").trim());

/** When a process began; "" if the system does not tell. */
function startOf(pid: number): string {
  const fields = systemFile(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" "); // from field 3 on: names may hold anything
  if (fields.length < 20) return "";
  if (/^[ZX]$/.test(fields[0])) return "ended"; // and nobody has asked how
  return `${systemFile("/proc/sys/kernel/random/boot_id")} ${fields[19]}`;
}

const thisProcess = (): Holder => ({
  host: hostname(),
  process: process.pid,
  started: startOf(process.pid),
  space: told(() => readlinkSync("/proc/self/ns/pid")),
});

/** True if a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a holder lives, as far as one can know from here. */
function stateOf({ host, process: pid, started, space }: Holder): "alive" | "gone" | "unknown" {
  const me = thisProcess();
  if (host !== me.host || space !== me.space) return "unknown";
  if (started !== "" && me.started !== "") {
    if (started.split(" ")[0] !== me.started.split(" ")[0]) return "unknown"; // the machine was started again, or is another of that name
    const begun = startOf(pid);
    if (begun !== "") return begun === started ? "alive" : "gone";
  }
  return isAlive(pid) ? "unknown" : "gone";
}

interface Look {
  text: string;
  holder: Holder | undefined;
  /** Last sign of life, by the clock of whoever keeps the file. */
  beat: number;
}

/** Reads a lock; undefined if there is none by now. */
function look(file: string): Look | undefined {
  try {
    const text = readFileSync(file, "utf8");
    return { text, holder: holderIn(text), beat: statSync(file).mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    const { host, process: pid, started, space } = JSON.parse(text);
    const known = [host, started, space].every((part) => typeof part === "string") && Number.isSafeInteger(pid);
    return known ? { host, process: pid, started, space } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a second process from writing to a folder. A lock whose process is gone is taken over: at once if that is certain;
 * if the process cannot be asked from here, as in another container or on another machine, after it has given no sign of life
 * for a while.
 *
 * @param name  of the lock: what may be written at the same time has locks of different names
 * @param say   told if there is something to wait for
 * @returns     gives the lock up
 * @throws CommandFailure if another process writes there
 */
export async function lock(folder: string, name: string, say: (text: string) => void): Promise<() => void> {
  const file = join(folder, `${name}.lock`);
  const mine = JSON.stringify(thisProcess());
  for (;;) {
    const held = taken(file, mine);
    if (held) return held;
    const seen = look(file);
    if (!seen) continue;
    if (await livesOn(file, seen, (text) => say(`${folder}: ${text}`))) {
      const { process: pid, host } = look(file)?.holder ?? seen.holder ?? { process: "another", host: "another machine" };
      throw new CommandFailure(`${folder}: process ${pid} on ${host} is writing there. Wait for it, or name another folder with --out.`);
    }
    remove(file, seen.text);
  }
}

/** Makes the lock, unless there is one. */
function taken(file: string, mine: string): (() => void) | undefined {
  let opened: number;
  try {
    opened = openSync(file, "wx");
    writeSync(opened, mine);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw unwritable(file, error);
  }
  // On a thread of its own, so that it beats while this one computes.
  const heart = new Worker(fileURLToPath(new URL("./lock.worker.js", import.meta.url)), { workerData: { file: opened, beat: BEAT } });
  heart.unref();
  heart.on("error", () => {}); // without it the lock only looks abandoned from afar
  const release = () => {
    process.removeListener("exit", release);
    if (look(file)?.text === mine) rmSync(file, { force: true });
    void heart.terminate().finally(() => closeSync(opened));
  };
  process.once("exit", release);
  return release;
}

/** Whether the holder of a lock lives; waits for a sign of life where that is the only way to know. */
async function livesOn(file: string, seen: Look, say: (text: string) => void): Promise<boolean> {
  const { holder } = seen;
  const state = holder ? stateOf(holder) : "unknown";
  if (state !== "unknown") return state === "alive";
  if (holder)
    say(`waits up to ${SILENCE / 1000} s for a sign of life of process ${holder.process} on ${holder.host}, which was writing there.`);
  const until = performance.now() + (holder ? SILENCE : WRITING);
  while (performance.now() < until) {
    await pause(LOOK);
    const now = look(file);
    if (!now) return false;
    if (now.text !== seen.text || now.beat !== seen.beat) return true;
  }
  return false;
}

/** Takes away a lock that was seen to be abandoned, and no other that has come in its place meanwhile. */
function remove(file: string, seen: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return; // somebody else has taken it away
    throw unwritable(file, error);
  }
  if (look(aside)?.text !== seen) linkSync(aside, file);
  rmSync(aside, { force: true });
}
