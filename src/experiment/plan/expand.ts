import { scenarioSchema } from "../../mechanisms/index.ts";
import { type MeasureId, measures } from "../../observation/index.ts";
import { type BaseScenario, parameterCatalog, valueAt, withValue } from "../../scenario/index.ts";
import type { Value } from "../arms.ts";
import { hashed, hashWithoutSeed, type Keep, keyOfSeed, lastYear, type RunRequest } from "../batch/request.ts";
import type { Outcome } from "../outcomes/outcome.ts";
import { completed } from "../outcomes/read.ts";
import { blockLength, type PlanFactor, pointsOf } from "./points.ts";
import type { Plan } from "./schema.ts";

/** A run of a plan: where it stands there, and what is to be computed. */
export interface PlannedRun {
  /** (point * replicates + replicate) * arms + arm: the row of the run. */
  index: number;
  point: number;
  replicate: number;
  arm: string;
  request: RunRequest;
}

/** A plan with its runs, made one by one when they are asked for. */
export interface Expansion {
  plan: Plan;
  /** Version of the program, part of every key. */
  program: string;
  /** The scenario with what all runs set. */
  base: BaseScenario;
  /** Digest of all that the rows depend on: program, scenario, and the plan but for its words. */
  digest: string;
  factors: readonly PlanFactor[];
  points: number;
  arms: readonly string[];
  /** Replicates of each point and arm, the most if there is a stopping rule. */
  replicates: number;
  weeks: number;
  keep: Keep;
  /** Values of the factors at a point, by path. */
  values(point: number): Record<string, Value>;
  run(point: number, replicate: number, arm: string): PlannedRun;
}

/** A plan that is free of faults names measures that there are. */
const known = (id: string) => id as MeasureId;

/** Names of the outcomes of a plan, over their weeks. */
export const outcomesOf = (plan: Plan, weeks: number): Outcome[] => plan.outcomes.map((outcome) => completed(outcome, lastYear(weeks)));

/** What varies in a plan. */
export function factorsOf(plan: Plan): PlanFactor[] {
  const entries = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));
  const paths = plan.design.rows ? new Set(plan.design.rows.flatMap((row) => Object.keys(row))) : Object.keys(plan.factors);
  return [...paths].map((path) => ({
    path,
    levels: (plan.factors[path] as PlanFactor["levels"] | undefined) ?? [],
    entry: entries.get(path) as PlanFactor["entry"],
  }));
}

/**
 * The runs of a plan.
 *
 * @param plan     as `readPlan` gives it: free of faults
 * @param base     the scenario of the plan, with what the plan sets for all runs
 * @param program  version of the program
 */
export async function expandPlan(plan: Plan, base: BaseScenario, program: string): Promise<Expansion> {
  const factors = factorsOf(plan);
  const points = await pointsOf(plan, factors);
  const { weeks } = base;
  const { title: _title, titleZh: _titleZh, question: _question, questionZh: _questionZh, ...content } = plan;
  const arms = Object.keys(plan.arms);
  const replicates = plan.until?.maximum ?? plan.replicates ?? 1;
  const outcomes = outcomesOf(plan, weeks);
  const kept = plan.keep.measures ?? [
    ...new Set(outcomes.flatMap(({ measure, minus, over }) => [measure, minus, over].filter((id) => id !== undefined))),
  ];
  const keep: Keep = {
    outcomes,
    measures: kept === "all" ? measures.map(({ id }) => id) : kept.map(known),
    every: plan.keep.every,
    snapshots: plan.keep.snapshots,
    spans: [],
  };
  // Points of a block share their random numbers; blocks have others. Without blocks all points are one.
  const { draws, kind } = plan.design;
  const block = draws !== "own" ? undefined : kind === "rows" ? 1 : blockLength(kind, factors.length);
  const seedOf = (point: number, replicate: number) =>
    `${plan.seed}/${block === undefined ? replicate : Math.floor(point / block) * replicates + replicate}`;
  // Scenarios of the point that was asked for last, by arm, with the hash of all but their seed.
  let held = { point: -1, arms: new Map<string, { scenario: BaseScenario; hash: string }>() };
  const ofPoint = (point: number, arm: string) => {
    if (held.point !== point) held = { point, arms: new Map() };
    let found = held.arms.get(arm);
    if (!found) {
      const { set, interventions } = plan.arms[arm];
      let scenario = base;
      for (const [path, value] of [...Object.entries(points.at(point)), ...Object.entries(set)])
        scenario = withValue(scenario, path, value);
      scenario = { ...scenario, seed: "", interventions: [...scenario.interventions, ...interventions] };
      found = { scenario, hash: hashWithoutSeed(program, { scenario, keep }) };
      held.arms.set(arm, found);
    }
    return found;
  };
  return {
    plan,
    program,
    base,
    digest: hashed(JSON.stringify([program, content, base])),
    factors,
    points: points.count,
    arms,
    replicates,
    weeks,
    keep,
    values: (point) => ({ ...Object.fromEntries(factors.map(({ path }) => [path, valueAt(base, path) as Value])), ...points.at(point) }),
    run(point, replicate, arm) {
      const { scenario, hash } = ofPoint(point, arm);
      const seed = seedOf(point, replicate);
      return {
        index: (point * replicates + replicate) * arms.length + arms.indexOf(arm),
        point,
        replicate,
        arm,
        request: { key: keyOfSeed(hash, seed), scenario: { ...scenario, seed }, keep },
      };
    },
  };
}

/**
 * The runs of a plan in its order.
 *
 * @param replicates  [point] replicates that count
 */
export function* plannedRuns({ points, arms, run }: Expansion, replicates: ArrayLike<number>): Generator<PlannedRun> {
  for (let point = 0; point < points; point++)
    for (let replicate = 0; replicate < replicates[point]; replicate++) for (const arm of arms) yield run(point, replicate, arm);
}
