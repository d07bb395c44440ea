import { Run } from "../experiment/index.ts";
import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { agentDifferences, agentStatesOf, Replay } from "../observation/index.ts";
import { type BaseScenario, explain, type Intervention, jsonSchemaOf, maySchedule, type Said, said, withValue } from "../scenario/index.ts";
import type { Branched, BranchRequest, CounterfactualApi } from "./counterfactualProtocol.ts";
import { networkFrame, peopleFrame } from "./frames.ts";
import { inspect } from "./inspect.ts";
import { communitiesFrame } from "./pictures.ts";
import { advance, measuresBetween, presentScenario } from "./present.ts";

const LISTED = 200;
const KEPT_WEEKS = 52;

/** The worker's side of a counterfactual run: stories told by a replay, and a branch of the first world. */
export function createCounterfactualHost() {
  let run: Run | undefined;
  /** Changes that make the counterfactual run another. */
  let own: readonly Intervention[] = [];
  /** A checkpoint on the way of the last story, so that others of the last year need not begin at week 0. */
  let kept: { week: number; past: string; bytes: Uint8Array } | undefined;

  const current = (what: string): Run => {
    if (!run) throw new Error(`${what}: there is no counterfactual run. Call branch first.`);
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

    branch(request, progress) {
      run?.end();
      run = undefined; // the old world goes before the new one comes
      const begun = begin(request);
      if (!begun.ok) return begun;
      run = begun.run;
      run.keepPast();
      own = request.interventions;
      while (run.world.week < request.to) {
        run.step();
        progress(run.world.week);
      }
      return { ok: true, frame: measuresBetween(run, 0, run.world.week) };
    },

    adopt(interventions) {
      current("adopt").world.schedule.replace([...interventions, ...own]);
    },

    step: (weeks) => advance(current("step"), weeks),

    network(week) {
      const run = current("network");
      return networkFrame(run.world, run.keepPast().network, week);
    },
    people: (community) => peopleFrame(current("people").world, community),
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

/** Builds the counterfactual run, or says which of its changes cannot be. */
function begin({ start, interventions, set }: BranchRequest): { ok: true; run: Run } | (Branched & { ok: false }) {
  const resumed = start instanceof Uint8Array ? Run.resume(start, mechanisms) : undefined;
  if (resumed && !resumed.ok) return resumed;
  const base = resumed ? resumed.run.scenario : (start as BaseScenario);
  let scenario = base;
  for (const [path, value] of Object.entries(set)) scenario = withValue(scenario, path, value);
  for (const { path, value } of interventions) {
    if (!maySchedule(path)) return { ok: false, message: said("fixedFromStart", { path }) };
    const fault = faultOf(withValue(scenario, path, value));
    if (fault !== undefined) return { ok: false, message: fault };
  }
  if (resumed) {
    for (const one of interventions) resumed.run.world.schedule.add(one);
    return resumed;
  }
  const fault = faultOf(scenario);
  if (fault !== undefined) return { ok: false, message: fault };
  return { ok: true, run: Run.start({ ...scenario, interventions: [...base.interventions, ...interventions] }, mechanisms) };
}

/** What is wrong with a scenario, if anything. */
function faultOf(scenario: BaseScenario): Said | undefined {
  const parsed = scenarioSchema.safeParse(scenario);
  if (parsed.success) return undefined;
  for (const { path, message, remedy } of explain(parsed.error.issues, jsonSchemaOf(scenarioSchema), scenario, said("notParameter")))
    return said("ofPath", { path: path.join("."), message, remedy });
  return undefined;
}
