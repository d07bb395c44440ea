import { z } from "zod";
import { parameterCatalog, scenarioJsonSchema } from "./catalog.ts";
import { type Fault, nearest, nodeAt, remedyFor } from "./explain.ts";
import { maySchedule } from "./interventions.ts";
import type { Intervention, ScenarioSchema } from "./scenario.ts";

/** A scenario as far as interventions can be at odds with it. */
interface Frame {
  weeks: number;
  population: { communities: number };
}

/** What is wrong with a value of one parameter; undefined if nothing is. `of`: "path" if no parameter is so named. */
export function parameterFault(schema: ScenarioSchema, path: string, value: unknown): (Fault & { of: "path" | "value" }) | undefined {
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
  const parsed = schemaAt(schema, path.split(".")).safeParse(value);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  const message = `is ${JSON.stringify(value)}${entry.unit ? ` (${entry.unit})` : ""}.`;
  const remedy = remedyFor(nodeAt(scenarioJsonSchema(schema), path.split(".")), issue);
  return { of: "value", path: [], code: issue.code, message, remedy };
}

/** The schema of one parameter; sections stand inside their defaults. */
function schemaAt(schema: z.ZodType, path: readonly string[]): z.ZodType {
  let at = schema;
  for (const key of path) {
    while (!(at instanceof z.ZodObject)) at = (at as z.ZodPrefault<z.ZodType>).unwrap();
    at = at.shape[key] as z.ZodType;
  }
  return at;
}

/** What is wrong with an intervention in a scenario; paths begin inside the intervention. */
export function interventionFaults(schema: ScenarioSchema, scenario: Frame, { week, path, value, communities }: Intervention): Fault[] {
  const faults: Fault[] = [];
  if (week > scenario.weeks) {
    const message = `is ${week}, past the end of the run (${scenario.weeks} weeks).`;
    faults.push({ path: ["week"], code: "range", message, remedy: `Name a week from 1 to ${scenario.weeks}.` });
  }
  const fault = parameterFault(schema, path, value);
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
