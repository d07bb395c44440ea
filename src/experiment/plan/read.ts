import { scenarioSchema } from "../../mechanisms/index.ts";
import {
  type BaseScenario,
  type Fault,
  type Form,
  legible,
  type Problem,
  type Reading,
  type Resolve,
  readForm,
  readScenario,
  type Said,
  type Source,
  said,
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
  const form = readForm(source, planSchema, said("notInPlan"));
  if (!form.ok) return form;
  const { whole } = form;
  const draft = whole ? (whole as DraftPlan) : draftOf(form);
  const { missing, scenario } = await scenarioOf(draft, source, resolve);
  const base: DraftScenario = scenario === undefined ? {} : scenario.ok ? (scenario.scenario as DraftScenario) : scenario.rest;
  const frame = { ...base, weeks: draft.weeks ?? base.weeks };
  const beyond = [...(missing ? [missing] : []), ...planFaults(draft, frame)];
  const problems = [...form.problems(beyond), ...(scenario && !scenario.ok ? scenario.problems : [])];
  if (problems.length > 0 || !whole || !scenario?.ok) return { ok: false, problems };
  return { ok: true, plan: whole, base: { ...scenario.scenario, weeks: whole.weeks ?? scenario.scenario.weeks } };
}

/** What of a plan has its form. A design that lacks a part is not judged as a whole. */
function draftOf({ draft: found, tree }: Form<Plan>): DraftPlan {
  const draft: DraftPlan = found ?? {};
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
