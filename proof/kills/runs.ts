import { deepStrictEqual as equal } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { contents, endOf, finish, inWords, newFolder, Running, until } from "./commands.ts";
import type { Kill } from "./kind.ts";

const SPAN = 1500; // ms that the run takes, or so
const args = (out: string, ...more: string[]) => [
  "run",
  "community",
  "--set",
  "population.residents=600",
  "--weeks",
  "120",
  "--checkpoint",
  "3",
  "--snapshot",
  "60",
  "--out",
  out,
  ...more,
];
/** Tables and digests: what does not depend on how long it took. */
function resultsOf(out: string) {
  const { digest, sha256, weeks, status } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  return { digest, sha256, weeks, status, ...contents(out, ["measures.csv", "matters.csv", "week-60/residents.parquet"]) };
}

let made: Promise<ReturnType<typeof resultsOf>> | undefined;
const undisturbed = () =>
  (made ??= (async () => {
    const out = join(newFolder(), "whole");
    await finish(...args(out));
    return resultsOf(out);
  })());

export const checkpointed: Kill = {
  id: "run",
  what: "a run that writes checkpoints is killed twice, resumed each time, and ends in the files of one that was left alone",
  async moment(random) {
    const whole = await undisturbed();
    const out = join(newFolder(), "out");
    for (let kill = 0; kill < 2; kill++) {
      const resumable = existsSync(join(out, "checkpoint.4c"));
      const command = new Running(args(out, ...(resumable ? ["--resume"] : existsSync(out) ? ["--overwrite"] : [])));
      await until(() => existsSync(join(out, "manifest.json")), command);
      await pause(SPAN * random());
      await command.kill();
    }
    const more = existsSync(join(out, "checkpoint.4c")) ? ["--resume"] : ["--overwrite"];
    const last = new Running(args(out, ...more));
    if ((await endOf(last)) !== 0) inWords(last);
    equal(resultsOf(out), whole);
  },
};
