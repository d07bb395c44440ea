import { deepStrictEqual as equal } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { contents, endOf, filesOf, finish, flipIn, inWords, newFolder, Running, until } from "./commands.ts";
import type { Kill } from "./kind.ts";

const SPAN = 1500; // ms that the run takes, or so
const runArgs =
  (residents: number, weeks: number) =>
  (out: string, ...more: string[]) => [
    ...["run", "community", "--set", `population.residents=${residents}`, "--weeks", String(weeks)],
    ...["--checkpoint", "3", "--snapshot", String(weeks >> 1), "--out", out, ...more],
  ];
const longRun = runArgs(600, 120);
/** A run of some seconds less. */
export const shortRun = runArgs(100, 8);

/** A run that was stopped, given again: it goes on if there is something to go on from. */
export function stoppedRun(out: string, args: typeof shortRun): string[] {
  if (existsSync(join(out, "checkpoint.4c"))) return args(out, "--resume");
  return existsSync(out) ? args(out, "--overwrite") : args(out);
}

/** Tables and digests: what does not depend on how long it took. */
export function runResults(out: string) {
  const { digest, sha256, weeks, status } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  return { digest, sha256, weeks, status, ...contents(out, Object.keys(sha256)) };
}

let made: Promise<ReturnType<typeof runResults>> | undefined;
const undisturbed = () =>
  (made ??= (async () => {
    const out = join(newFolder(), "whole");
    await finish(longRun(out));
    return runResults(out);
  })());

/** Begins a run, or goes on with it, and kills it. */
async function killed(out: string, random: () => number): Promise<void> {
  const command = new Running(stoppedRun(out, longRun));
  await until(() => existsSync(join(out, "manifest.json")), command);
  await pause(SPAN * random());
  await command.kill();
}

export const checkpointed: Kill = {
  id: "run",
  what: "a run that writes checkpoints is killed twice, resumed each time, and ends in the files of one that was left alone",
  async moment(random) {
    const whole = await undisturbed();
    const out = join(newFolder(), "out");
    await killed(out, random);
    await killed(out, random);
    const last = new Running(stoppedRun(out, longRun));
    if ((await endOf(last)) !== 0) inWords(last);
    equal(runResults(out), whole);
  },
};

export const flippedRun: Kill = {
  id: "flipped in a run",
  what: "a byte of a file that a killed run has left is flipped: given again it ends in the same files, or says what to do",
  async moment(random) {
    const whole = await undisturbed();
    const out = join(newFolder(), "out");
    await killed(out, random);
    const flipped = flipIn(out, filesOf(out), random);
    const again = new Running(stoppedRun(out, longRun));
    if ((await endOf(again)) === 0) equal(runResults(out), whole, `${flipped}: other results in silence`);
    else inWords(again);
  },
};
