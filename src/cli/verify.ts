import { setImmediate } from "node:timers/promises";
import { Run } from "../experiment/index.ts";
import type { Manifest } from "../exports/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { manifestFrom, scenarioOf } from "./files.ts";
import { CommandFailure, progressBar, type Terminal } from "./terminal.ts";

/** Runs what a manifest names, as far as it went. */
export async function runAgain(manifest: Manifest, terminal: Terminal): Promise<Run> {
  const scenario = scenarioOf(manifest);
  const again = Run.start(scenario, mechanisms);
  const bar = progressBar(terminal, manifest.weeks, scenario.title);
  while (again.world.week < manifest.weeks) {
    again.step();
    bar.update(again.world.week, "");
    await setImmediate();
  }
  bar.stop();
  return again;
}

/** Runs a scenario again from its manifest and compares the digests. */
export async function verify(path: string, terminal: Terminal): Promise<void> {
  const { manifest } = await manifestFrom(path);
  const again = await runAgain(manifest, terminal);
  const pairs = [
    ["state", manifest.digest.state, again.stateDigest()],
    ["measures", manifest.digest.measures, again.measuresDigest()],
  ] as const;
  for (const [what, before, now] of pairs) terminal.out(`${what.padEnd(9)} ${before === now ? "same     " : "different"} ${now}`);
  if (pairs.some(([, before, now]) => before !== now)) {
    throw new CommandFailure(
      `${path}: another result after ${manifest.weeks} weeks. It was written by version ${manifest.version} on Node ${manifest.node}; seeded results change only between versions.`,
    );
  }
}
