import { deepStrictEqual as equal, ok } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { contents, endOf, filesOf, finish, flipIn, inWords, newFolder, Running, sizeOf, until } from "./commands.ts";
import type { Kill } from "./kind.ts";

export const PLAN = [
  "title: Tiny",
  "scenario: community",
  "set: { population.residents: 200, organizations.count: 3 }",
  "outcomes: [{ measure: participation_rate, span: [1, 3] }]",
  "factors: { rigidity: { from: 0, to: 1, steps: 10 } }",
  "arms: { off: { set: { partyBuilding: off } }, on: {} }",
  "replicates: 4",
  "weeks: 3",
  "keep: { measures: all }",
].join("\n");
/** Tables, and how much is in the journal: the same runs, each once. */
export const results = (out: string) => ({
  ...contents(
    out,
    filesOf(out).filter((name) => /\.(parquet|csv)$/.test(name)),
  ),
  journal: sizeOf(journalOf(out)),
});
export const journalOf = (out: string) => join(out, "journal.4c");

let made: Promise<{ plan: string; whole: string }> | undefined;
/** The plan, and its results without any disturbance. */
export const undisturbed = () =>
  (made ??= (async () => {
    const plan = join(newFolder(), "plan.yaml");
    writeFileSync(plan, PLAN);
    const whole = join(newFolder(), "whole");
    await finish(["batch", plan, "--out", whole, "--workers", "2"]);
    return { plan, whole };
  })());

/** Stops a batch when a share of its runs is done. */
async function halfDone(random: () => number): Promise<{ args: string[]; out: string; whole: string }> {
  const { plan, whole } = await undisturbed();
  const out = join(newFolder(), "out");
  const args = ["batch", plan, "--out", out, "--workers", "2"];
  const command = new Running(args);
  const moment = random() * 1.05 * sizeOf(journalOf(whole)); // after the last run too, when tables are written
  await until(() => sizeOf(journalOf(out)) >= moment, command);
  await pause(20 * random());
  await command.kill();
  return { args, out, whole };
}

export const batch: Kill = {
  id: "batch",
  what: "a batch is killed, given again, and ends in the files of one that was left alone, byte for byte",
  async moment(random) {
    const { args, out, whole } = await halfDone(random);
    await finish(args);
    equal(results(out), results(whole));
  },
};

export const flipped: Kill = {
  id: "flipped",
  what: "a byte of a file that a killed batch has left is flipped: given again it ends in the same bytes, or says what to do",
  async moment(random) {
    const { args, out, whole } = await halfDone(random);
    const flippedIn = flipIn(out, filesOf(out), random);
    const again = new Running(args);
    if ((await endOf(again)) === 0) equal(results(out), results(whole), `${flippedIn}: other results in silence`);
    else inWords(again);
  },
};

export const full: Kill = {
  id: "disk full",
  what: "the disk is full: a batch says so and keeps what is finished; with room again it ends in the same bytes",
  async moment(random) {
    const { plan, whole } = await undisturbed();
    const out = join(newFolder(), "out");
    const args = ["batch", plan, "--out", out, "--workers", "2"];
    const kilobytes = Math.max(1, Math.floor((random() * sizeOf(journalOf(whole))) / 1024));
    const command = new Running(args, { kilobytes });
    const code = await endOf(command);
    if (code !== 0) {
      inWords(command);
      ok(/files may not grow so large there|Make room/.test(command.err), command.err);
    }
    await finish(args);
    equal(results(out), results(whole));
  },
};
