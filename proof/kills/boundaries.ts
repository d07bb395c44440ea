import { deepStrictEqual as equal, ok, strictEqual as same } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { results } from "./batches.ts";
import { endOf, filesOf, finish, newFolder, Running } from "./commands.ts";
import { type Place, type PlacedKill, placed } from "./kind.ts";
import { runResults, shortRun, stoppedRun } from "./runs.ts";

/** A command, how it is given again after a kill, and what is left when it has ended. */
interface Commanded {
  args(out: string): string[];
  again(out: string): string[];
  results(out: string): unknown;
}

/** Every step in which a command changes a file: killed before it, and in the middle of it if it writes. */
const atBoundaries = (id: string, what: string, { args, again, results: of }: Commanded) =>
  placed(id, what, async () => {
    const folder = newFolder();
    const [whole, steps] = [join(folder, "whole"), join(folder, "steps")];
    await finish(args(whole), { steps });
    const left = (out: string) => ({ files: filesOf(out), results: of(out) });
    const expected = left(whole);
    const place = (kill: number, torn: boolean): Place => ({
      name: `step ${kill}${torn ? ", in the middle" : ""}`,
      async befalls() {
        const at = newFolder();
        const out = join(at, "out");
        const command = new Running(args(out), { steps: join(at, "steps"), kill, torn });
        await endOf(command);
        same(command.child.signalCode, "SIGKILL", "was not killed");
        const last = new Running(again(out));
        same(await endOf(last), 0, last.err);
        equal(left(out), expected);
      },
    });
    const letters = [...readFileSync(steps, "utf8")];
    ok(letters.length > 30, `${letters.length} steps`);
    return letters.flatMap((letter, k) => (letter === "w" ? [place(k + 1, false), place(k + 1, true)] : [place(k + 1, false)]));
  });

const PLAN = [
  "title: Tiny",
  "scenario: community",
  "set: { population.residents: 100, organizations.count: 2 }",
  "outcomes: [{ measure: participation_rate, span: [1, 3] }]",
  "replicates: 2",
  "weeks: 3",
  "keep: { measures: all, snapshots: [2] }",
].join("\n");
let plan: string | undefined;
const batchArgs = (out: string) => {
  if (plan === undefined) writeFileSync((plan = join(newFolder(), "plan.yaml")), PLAN);
  return ["batch", plan, "--out", out, "--workers", "1", "--csv"];
};

export const boundaries: readonly PlacedKill[] = [
  atBoundaries("boundaries of a batch", "a batch is killed at a step in which it changes a file, given again, and leaves the same files", {
    args: batchArgs,
    again: batchArgs,
    results,
  }),
  atBoundaries(
    "boundaries of a run",
    "a run that writes checkpoints is killed at a step in which it changes a file, goes on or begins anew, and leaves the same files",
    {
      args: (out) => shortRun(out),
      again: (out) => stoppedRun(out, shortRun),
      results: runResults,
    },
  ),
];
