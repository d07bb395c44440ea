import { scenarioSchema } from "../../mechanisms/index.ts";
import {
  type BaseScenario,
  explain,
  type Fault,
  jsonSchemaOf,
  legible,
  located,
  type Problem,
  type Reading,
  type Resolve,
  readScenario,
  readScenarioFile,
  type Said,
  type Source,
  said,
  salvage,
  settingsOf,
} from "../../scenario/index.ts";
import { validSettings } from "../settingFaults.ts";
import { atTop, type DraftPlan, type DraftScenario, planFaults } from "./faults.ts";
import { type Plan, planSchema } from "./schema.ts";

export type PlanReading = { ok: true; plan: Plan; base: BaseScenario } | { ok: false; problems: Problem[] };

/**
 * Reads a plan and its scenario; everything that is wrong with them is said at once.
 *
 * @param resolve  finds the scenario that the plan names, and those that it extends
 * @returns the plan, and its scenario with what all runs set
 */
export async function readPlan(source: Source, resolve: Resolve): Promise<PlanReading> {
  const reading = readScenarioFile(source);
  if (!reading.ok) return reading;
  const { layer } = reading;
  const parsed = planSchema.safeParse(layer.tree);
  const draft: DraftPlan = parsed.success ? (parsed.data as DraftPlan) : draftOf(layer.tree);
  const { missing, scenario } = await scenarioOf(draft, source, resolve);
  const base: DraftScenario = scenario === undefined ? {} : scenario.ok ? (scenario.scenario as DraftScenario) : scenario.rest;
  const frame = { ...base, weeks: draft.weeks ?? base.weeks };
  const faults = function* (): Generator<Fault> {
    if (!parsed.success) yield* explain(parsed.error.issues, jsonSchemaOf(planSchema), layer.tree, said("notInPlan"));
    if (missing) yield missing;
    yield* planFaults(draft, frame);
  };
  const problems = [...reading.problems, ...located([layer], faults()), ...(scenario && !scenario.ok ? scenario.problems : [])];
  if (problems.length > 0 || !parsed.success || !scenario?.ok) return { ok: false, problems };
  return { ok: true, plan: parsed.data, base: { ...scenario.scenario, weeks: parsed.data.weeks ?? scenario.scenario.weeks } };
}

/** What of a plan has its form. A design that lacks a part is not judged as a whole. */
function draftOf(tree: Record<string, unknown>): DraftPlan {
  const draft: DraftPlan = salvage(planSchema, tree) ?? {};
  return planSchema.shape.design.safeParse(tree.design).success ? draft : { ...draft, design: { rows: draft.design?.rows } };
}

/** The scenario of a plan with what all runs set, as far as that is right; or why it cannot be read. */
async function scenarioOf(
  { scenario, set }: DraftPlan,
  source: Source,
  resolve: Resolve,
): Promise<{ missing?: Fault; scenario?: Reading }> {
  if (scenario === undefined) return {};
  const missing = (which: Said, remedy: Said) => ({
    missing: { path: ["scenario"], message: said("names", { file: legible(scenario), which }), remedy },
  });
  const found = await resolve(scenario, source.path);
  if (!found) return missing(said("cannotBeRead"), said("nameFileOrShipped"));
  if ("message" in found) return missing(found.message, found.remedy);
  return {
    scenario: await readScenario(found, { schema: scenarioSchema, resolve, set: settingsOf(source.path, validSettings(set, atTop)) }),
  };
}
