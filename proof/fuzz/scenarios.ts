import { ok, deepStrictEqual as same } from "node:assert/strict";
import { stringify } from "yaml";
import { Simulation } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { BeyondMeans } from "../../src/population/index.ts";
import type { BaseScenario } from "../../src/scenario/index.ts";
import { formatProblem } from "../../src/words/index.ts";
import { anyScenario, type ScenarioTree } from "../../tests/support/anyScenario.ts";
import { faultsOf } from "../../tests/support/invariants.ts";
import { readText } from "../../tests/support/scenarios.ts";
import { kind } from "./kind.ts";

/** Processor time that a run of some hundred residents may take, in seconds: a hundred times what most take. */
const LIMIT = 20;

/** Steps to the end, or to the means of a run; says in which week that was. */
function stepped(run: { step(): void; readonly world: { readonly week: number } }, weeks: number, after = () => {}): number {
  const began = process.cpuUsage();
  while (run.world.week < weeks) {
    try {
      run.step();
    } catch (error) {
      if (error instanceof BeyondMeans) break; // a message, in bounded time and memory
      throw new Error(`week ${run.world.week}: ${(error as Error).stack}`);
    }
    after();
    const { user, system } = process.cpuUsage(began);
    ok((user + system) / 1e6 < LIMIT, `after ${run.world.week} of ${weeks} weeks it has taken ${LIMIT} s`);
  }
  return run.world.week;
}

/**
 * Runs a scenario three times: observed, with all that must hold looked at every week; unobserved; and from a checkpoint in the
 * middle, with kernels that are not compiled.
 */
function checkRun(scenario: BaseScenario): void {
  const run = Run.start(scenario, mechanisms);
  let kept: Uint8Array | undefined;
  const ended = stepped(run, scenario.weeks, () => {
    same(faultsOf(run), [], `week ${run.world.week}`);
    if (run.world.week === scenario.weeks >> 1) kept = run.checkpoint("fuzz");
  });
  const unobserved = Simulation.start(scenario, mechanisms);
  same(stepped(unobserved, scenario.weeks), ended, "weeks without being observed");
  if (ended < scenario.weeks) return; // the week that it could not hold is half done
  same(unobserved.digest(), run.stateDigest(), "digest of the state without being observed");
  if (kept === undefined) return;
  const resumed = Run.resume(kept, mechanisms, "typescript");
  ok(resumed.ok, "its checkpoint cannot be read");
  same(stepped(resumed.run, scenario.weeks), ended, "weeks from a checkpoint");
  same(resumed.run.stateDigest(), run.stateDigest(), "digest of the state from a checkpoint, without WebAssembly");
  same(resumed.run.measuresDigest(), run.measuresDigest(), "digest of measures from a checkpoint, without WebAssembly");
  resumed.run.end();
  run.end();
}

/** The same of the text of one, which must be valid. */
export async function checkText(text: string): Promise<void> {
  const reading = await readText(text);
  ok(reading.ok, reading.ok ? "" : reading.problems.map((one) => formatProblem(one)).join("\n"));
  checkRun(reading.scenario);
}

export const scenarios = kind<ScenarioTree>({
  id: "scenarios",
  holds:
    "any valid scenario runs in bounded time; its ledger balances, no stock is negative, shares lie within 0 and 1, nobody is counted twice, columns hold numbers; observed or not, from a checkpoint and without WebAssembly it comes to the same bits",
  any: anyScenario,
  check: (tree) => checkText(JSON.stringify(tree)),
  show: (tree) => stringify(tree, { lineWidth: 0 }),
});
