import { parse } from "yaml";
import type { WeightedSet } from "../experiment/index.ts";
import { scenarioSchema } from "../mechanisms/index.ts";
import { parameterCatalog, type Said, valueFault } from "../scenario/index.ts";

/** What is wrong with a posterior: a parameter that there is none of, or one whose values cannot be, with why. */
export type PosteriorFault = { path: string; message?: Said; remedy?: Said | undefined };

/**
 * The sets of parameters of a posterior, of the rows of its table.
 *
 * @param plan  what the study was asked for; its factors are the parameters
 */
export function posteriorOf(
  plan: Readonly<Record<string, unknown>>,
  rows: readonly Readonly<Record<string, unknown>>[],
): { ok: true; sets: WeightedSet[] } | ({ ok: false } & PosteriorFault) {
  const paths = Object.keys(plan.factors as Record<string, string>);
  const types = new Map(parameterCatalog(scenarioSchema).map(({ path, type }) => [path, type]));
  const readCell = (path: string, cell: unknown) => (types.get(path) === "boolean" ? parse(String(cell)) : cell);
  const sets = rows.map((row) => ({
    weight: Number(row.weight),
    parameters: Object.fromEntries(paths.map((path) => [path, readCell(path, row[path])])),
  }));
  for (const path of paths) {
    if (!types.has(path)) return { ok: false, path };
    const fault = sets.map(({ parameters }) => valueFault(scenarioSchema, path, parameters[path])).find((found) => found !== undefined);
    if (fault) return { ok: false, path, message: fault.message, remedy: fault.remedy };
  }
  return { ok: true, sets };
}
