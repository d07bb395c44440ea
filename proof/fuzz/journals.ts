import { ok, deepStrictEqual as same } from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Journal, type Place } from "../../src/cli/batch/journal.ts";
import { CommandFailure } from "../../src/cli/terminal.ts";
import type { RunResult } from "../../src/experiment/index.ts";
import { alike, anyDamage, type Blow, damaged } from "./damage.ts";
import { kind } from "./kind.ts";

const RUNS = 12;
const folder = mkdtempSync(join(tmpdir(), "four-circles-journals-"));
const key = (k: number) => k.toString(16).padStart(64, "0");
const result = (k: number): RunResult => ({
  ok: true,
  digest: { state: key(k), measures: key(k + 100) },
  outcomes: Float64Array.of(k, k / 3),
  series: Float64Array.from({ length: k }, (_, w) => w / 7),
  means: new Float64Array(),
  snapshots: [],
});
const whole = await written();

async function written(): Promise<Uint8Array> {
  const path = join(folder, "whole.4c");
  const journal = await Journal.open(path, new Map(), true);
  for (let k = 0; k < RUNS; k++) await journal.append(key(k), result(k));
  await journal.close();
  return readFileSync(path);
}

export const journals = kind<Blow[]>({
  id: "journals",
  holds: "a journal that was damaged in any way gives the runs that are whole as they were, loses the others and says so, or is refused",
  any: anyDamage,
  bytes: whole.length,
  async check(blows) {
    const bytes = damaged(whole, blows);
    const path = join(folder, "damaged.4c");
    writeFileSync(path, bytes);
    const index = new Map<string, Place>();
    let journal: Journal;
    try {
      journal = await Journal.open(path, index, true);
    } catch (error) {
      ok(error instanceof CommandFailure, String(error));
      return;
    }
    for (const [id, { at, length }] of index) same(await journal.result(at, length), result(Number.parseInt(id, 16)));
    if (index.size < RUNS && bytes.length > 0 && journal.state === undefined) {
      // What is cut off between two records leaves no trace: those runs are computed again.
      ok(
        alike(bytes, whole.subarray(0, bytes.length)) || blows.some(({ kind: what }) => what === "remove" || what === "cut"),
        "lost in silence",
      );
    }
    await journal.append(key(RUNS), result(RUNS)); // and it goes on
    await journal.close();
    const again = new Map<string, Place>();
    const reopened = await Journal.open(path, again, true);
    same([...again.keys()].sort(), [...index.keys()].sort());
    same(reopened.state, undefined);
    await reopened.close();
  },
});
