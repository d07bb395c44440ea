import { Run } from "../experiment/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { agentDifferences, agentStatesOf, Replay } from "../observation/index.ts";
import { type BaseScenario, said } from "../scenario/index.ts";
import type { BaselineRequest, Begun, CounterfactualApi } from "./counterfactualProtocol.ts";
import { networkFrame } from "./frames.ts";
import { inspect } from "./inspect.ts";
import { communitiesFrame } from "./pictures.ts";
import { advance, measuresBetween, presentScenario } from "./present.ts";
import { readRequest } from "./readRequest.ts";

const LISTED = 200;
const KEPT_WEEKS = 52;

/** The worker's side of runs beside the first: stories told by a replay, and the baseline of a run that was changed. */
export function createCounterfactualHost() {
  let run: Run | undefined;
  /** A checkpoint on the way of the last story, so that others of the last year need not begin at week 0. */
  let kept: { week: number; past: string; bytes: Uint8Array } | undefined;

  const current = (what: string): Run => {
    if (!run) throw new Error(`${what}: there is no baseline. Call begin first.`);
    return run;
  };

  return {
    tell({ start, agent, from, to, force }, progress) {
      const near = start instanceof Uint8Array ? undefined : kept;
      const telling =
        near && near.week <= from && near.past === pastOf(start as BaseScenario, near.week)
          ? { start: near.bytes, interventions: (start as BaseScenario).interventions }
          : { start };
      const started = Replay.start({ ...telling, agent, from, force }, mechanisms);
      if (!started.ok) return { message: started.message };
      const { replay } = started;
      const keepAt = to - KEPT_WEEKS;
      while (replay.world.week < to) {
        replay.step();
        const { week } = replay.world;
        progress(week);
        if (week === keepAt && !(start instanceof Uint8Array) && force === undefined) {
          kept = { week, past: pastOf(start, week), bytes: replay.checkpoint() };
        }
      }
      return replay.story();
    },

    async begin(request, progress) {
      run?.end();
      run = undefined; // the old world goes before the new one comes
      const begun = await runOf(request);
      if (!begun.ok) return begun;
      run = begun.run;
      run.keepPast();
      while (run.world.week < request.to) {
        run.step();
        progress(run.world.week);
      }
      return { ok: true, frame: measuresBetween(run, 0, run.world.week) };
    },

    step: (weeks) => advance(current("step"), weeks),

    network(week) {
      const run = current("network");
      return networkFrame(run.world, run.keepPast().network, week);
    },
    communities(week) {
      const run = current("communities");
      return communitiesFrame(run.world, run.keepPast(), week);
    },
    inspect: (kind, index) => inspect(current("inspect").world, kind, index),
    differences: (first, kind) => agentDifferences(first, agentStatesOf(current("differences").world), kind, LISTED),
    present: () => presentScenario(current("present")),
    digest: () => current("digest").stateDigest(),
  } satisfies CounterfactualApi;
}

/** All that a world depends on up to a week. */
const pastOf = (scenario: BaseScenario, week: number): string =>
  JSON.stringify({ ...scenario, interventions: scenario.interventions.filter((one) => one.week <= week) });

/** The baseline at its start, or at a checkpoint up to which it was the run that was checkpointed. */
async function runOf({ run, checkpoint }: BaselineRequest): Promise<{ ok: true; run: Run } | (Begun & { ok: false })> {
  const reading = await readRequest(run);
  if (!reading.ok) {
    const [{ path, message, remedy }] = reading.problems;
    return { ok: false, message: said("ofPath", { path, message, ...(remedy ? { remedy } : {}) }) };
  }
  if (checkpoint === undefined) return { ok: true, run: Run.start(reading.scenario, mechanisms) };
  const resumed = Run.resume(checkpoint, mechanisms);
  if (resumed.ok) resumed.run.world.schedule.replace(reading.scenario.interventions);
  return resumed;
}
