import { doesNotMatch, deepStrictEqual as equal, match, ok } from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealedFrom } from "../../src/cli/files.ts";
import { CommandFailure } from "../../src/cli/terminal.ts";
import { Manifest, sealed } from "../../src/exports/index.ts";
import { runWeeks, small } from "../../tests/support/scenarios.ts";
import { anyDamage, type Blow, damaged } from "./damage.ts";
import { kind } from "./kind.ts";

const scenario = await small();
const run = runWeeks(scenario, 2);
const manifest = Manifest.parse(
  sealed({
    program: "four-circles",
    version: "0.1.0",
    schemaVersion: 1,
    status: "running",
    scenario: { ...scenario },
    seed: scenario.seed,
    weeks: 2,
    digest: { state: run.stateDigest(), measures: run.measuresDigest() },
    durations: { build: 1, run: 2 },
    peakMemory: 1e8,
    kernels: run.world.memory.kernels,
    node: process.version,
    files: ["manifest.json", "measures.csv"],
    sha256: { "measures.csv": "0".repeat(64) },
  }),
);
run.end();
const whole = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
const path = join(mkdtempSync(join(tmpdir(), "four-circles-documents-")), "manifest.json");

export const documents = kind<Blow[]>({
  id: "documents",
  holds: "a manifest that was damaged in any way says what was written in it, or is refused in a sentence",
  any: anyDamage,
  bytes: whole.length,
  async check(blows) {
    writeFileSync(path, damaged(whole, blows));
    try {
      equal(await sealedFrom(path, Manifest, "the manifest of a run", "Run the scenario again."), manifest);
    } catch (error) {
      ok(error instanceof CommandFailure, String(error));
      match(error.message, /manifest\.json: .*\. Run the scenario again\.$/s);
      doesNotMatch(error.message, /undefined|\[object/);
    }
  },
});
