import type { z } from "zod";
import { jsonSchemaOf, parameterCatalog } from "./catalog.ts";
import { didYouMean, type Fault, nodeAt, remedyFor, valueSaid } from "./explain.ts";
import { calledNow } from "./formerNames.ts";
import { maySchedule } from "./interventions.ts";
import { legible, written } from "./problem.ts";
import { said } from "./said.ts";
import { type Partially, schemaAt } from "./salvage.ts";
import type { Intervention, ScenarioSchema } from "./scenario.ts";

/** A scenario as far as interventions can be at odds with it; what is not known is not held against them. */
export type Frame = Partially<{ weeks: number; population: { communities: number } }>;

/** What is wrong with the name of a parameter; undefined if there is such a one. */
export function pathFault(schema: ScenarioSchema, path: string): Fault | undefined {
  const catalog = parameterCatalog(schema);
  if (catalog.some((entry) => entry.path === path)) return undefined;
  const near =
    calledNow(path) ??
    didYouMean(
      path,
      catalog.map((entry) => entry.path),
    );
  return { path: [], message: said("notParameter"), remedy: near ?? said("nameOfSchema"), atKey: true };
}

/** What is wrong with a value of a parameter that there is. */
export function valueFault(schema: ScenarioSchema, path: string, value: unknown): Fault | undefined {
  const keys = path.split(".");
  const parsed = (schemaAt(schema, keys) as z.ZodType).safeParse(value);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  const node = nodeAt(jsonSchemaOf(schema), keys);
  return { path: [], message: valueSaid(value, node?.unit), remedy: remedyFor(node, issue, value) };
}

/** What is wrong with an intervention in a scenario; paths begin inside the intervention. */
export function* interventionFaults(schema: ScenarioSchema, frame: Frame, one: Partially<Intervention>): Generator<Fault> {
  const { week, path, value, communities } = one;
  const { weeks } = frame;
  if (week !== undefined && weeks !== undefined && week > weeks) {
    yield { path: ["week"], message: said("pastEnd", { week, weeks }), remedy: said("nameWeek", { weeks }) };
  }
  const unknown = path === undefined ? undefined : pathFault(schema, path);
  if (unknown) yield { ...unknown, path: ["path"], message: said("namesNoParameter", { path: legible(path as string) }), atKey: false };
  else if (path !== undefined && !maySchedule(path)) {
    yield { path: ["path"], message: said("namesFixed", { path }), remedy: said("onlyTheseChange") };
  } else if (path !== undefined && value !== undefined) {
    const wrong = valueFault(schema, path, value);
    if (wrong) yield { ...wrong, path: ["value"], message: said("isFor", { value: written(value), path }) };
  }
  const named = communities === undefined ? undefined : parameterCatalog(schema).find((entry) => entry.path === path);
  if (named?.ofDistrict) {
    yield { path: ["communities"], message: said("nameSomeOfDistrict", { path: named.path }), remedy: said("leaveOutCommunities") };
  }
  const count = frame.population?.communities;
  if (count === undefined || !Array.isArray(communities)) return;
  for (const [k, c] of (communities as (number | undefined)[]).entries()) {
    if (c === undefined || c < count) continue;
    const remedy = said("nameCommunities", { last: count - 1 });
    yield { path: ["communities", k], message: said("namesCommunity", { community: c, count }), remedy };
  }
}
