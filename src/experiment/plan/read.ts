import { scenarioSchema } from "../../mechanisms/index.ts";
import {
  type BaseScenario,
  explain,
  type Fault,
  located,
  type Problem,
  type Resolve,
  readScenario,
  readSheet,
  type Source,
  withValue,
} from "../../scenario/index.ts";
import { planFaults } from "./faults.ts";
import { type Plan, planJsonSchema, planSchema } from "./schema.ts";

export type PlanReading = { ok: true; plan: Plan; base: BaseScenario } | { ok: false; problems: Problem[] };

/**
 * Reads a plan and its scenario; everything that is wrong with them is said at once.
 *
 * @param resolve  finds the scenario that the plan names, and those that it extends
 * @returns the plan, and its scenario with what all runs set
 */
export async function readPlan(source: Source, resolve: Resolve): Promise<PlanReading> {
  const reading = readSheet(source);
  if (!reading.ok) return reading;
  const { sheet } = reading;
  const parsed = planSchema.safeParse(sheet.tree);
  if (!parsed.success)
    return { ok: false, problems: located(sheet, explain(parsed.error.issues, planJsonSchema, sheet.tree, "known in a plan")) };
  const plan = parsed.data;
  const found = await resolve(plan.scenario, source.path);
  if (!found) {
    const fault: Fault = {
      path: ["scenario"],
      code: "missing",
      message: `names ${plan.scenario}, which cannot be read.`,
      remedy: "Name an existing file, relative to this one, or a scenario that comes along.",
    };
    return { ok: false, problems: located(sheet, [fault]) };
  }
  const scenario = await readScenario(found, { schema: scenarioSchema, resolve });
  if (!scenario.ok) return scenario;
  let base = { ...scenario.scenario, weeks: plan.weeks ?? scenario.scenario.weeks };
  const faults = planFaults(plan, base);
  if (faults.length > 0) return { ok: false, problems: located(sheet, faults) };
  for (const [path, value] of Object.entries(plan.set)) base = withValue(base, path, value);
  return { ok: true, plan, base };
}
