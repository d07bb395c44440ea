import { parameterCatalog, scenarioJsonSchema } from "./catalog.ts";
import { type Fault, nearest, nodeAt, remedyFor } from "./explain.ts";
import { maySchedule, withValue } from "./interventions.ts";
import type { Intervention, ScenarioSchema } from "./scenario.ts";

/** A scenario as far as interventions can be at odds with it. */
interface Frame {
  weeks: number;
  population: { communities: number };
}

/**
 * What is wrong with setting one parameter of a scenario to a value; undefined if nothing is.
 *
 * @param tree  the scenario as written or as parsed
 * @returns a fault without a path: of "path" if no parameter is so named, else of "value"
 */
export function parameterFault(
  schema: ScenarioSchema,
  tree: unknown,
  path: string,
  value: unknown,
): (Fault & { of: "path" | "value" }) | undefined {
  const catalog = parameterCatalog(schema);
  const entry = catalog.find((candidate) => candidate.path === path);
  if (!entry) {
    const near = nearest(
      path,
      catalog.map((candidate) => candidate.path),
    );
    const remedy = near ? `Did you mean ${near}?` : "Name one that “four-circles schema” lists.";
    return { of: "path", path: [], code: "unknown", message: "is not a parameter.", remedy };
  }
  const trial = schema.safeParse(withValue(tree, path, value));
  const issue = trial.success ? undefined : trial.error.issues.find((found) => found.path.join(".").startsWith(path));
  if (!issue) return undefined;
  const message = `is ${JSON.stringify(value)}${entry.unit ? ` (${entry.unit})` : ""}.`;
  return {
    of: "value",
    path: [],
    code: issue.code,
    message,
    remedy: remedyFor(nodeAt(scenarioJsonSchema(schema), path.split(".")), issue),
  };
}

/** What is wrong with an intervention in a scenario; paths begin inside the intervention. */
export function interventionFaults(
  schema: ScenarioSchema,
  tree: unknown,
  scenario: Frame,
  { week, path, value, communities }: Intervention,
): Fault[] {
  const faults: Fault[] = [];
  if (week > scenario.weeks) {
    const message = `is ${week}, past the end of the run (${scenario.weeks} weeks).`;
    faults.push({ path: ["week"], code: "range", message, remedy: `Name a week from 1 to ${scenario.weeks}.` });
  }
  const fault = parameterFault(schema, tree, path, value);
  if (fault?.of === "path") faults.push({ ...fault, path: ["path"], message: `names ${path}, which is not a parameter.` });
  else if (!maySchedule(path)) {
    const message = `names ${path}, which cannot change during a run.`;
    faults.push({ path: ["path"], code: "fixed", message, remedy: "Only partyBuilding, rigidity, method and mechanisms.… can." });
  } else if (fault) faults.push({ ...fault, path: ["value"], message: `is ${JSON.stringify(value)} for ${path}.` });
  const { communities: count } = scenario.population;
  for (const [k, c] of (Array.isArray(communities) ? communities : []).entries()) {
    if (c < count) continue;
    const message = `names community ${c}, but there are ${count}.`;
    faults.push({ path: ["communities", k], code: "range", message, remedy: `Name numbers from 0 to ${count - 1}.` });
  }
  return faults;
}
