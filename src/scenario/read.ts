import { parseDocument } from "yaml";
import { scenarioJsonSchema } from "./catalog.ts";
import { explain, type Fault } from "./explain.ts";
import { interventionFaults } from "./faults.ts";
import { withValue } from "./interventions.ts";
import type { BaseScenario, ScenarioSchema } from "./scenario.ts";
import { byPlace, isTree, type Problem, place, readSheet, type Sheet, type Source, type Tree } from "./sheet.ts";

export type Reading = { ok: true; scenario: BaseScenario } | { ok: false; problems: Problem[] };

/** Finds the source that a path names, seen from another file; undefined if there is none. */
export type Resolve = (path: string, from: string) => Promise<Source | undefined>;

/**
 * Reads a scenario with all that it extends, and says everything that is wrong with it at once.
 *
 * @param options.resolve  finds the source that `extends` names
 * @param options.set      "path=value" entries that go before all files
 */
export async function readScenario(
  source: Source,
  options: { schema: ScenarioSchema; resolve: Resolve; set?: readonly string[] },
): Promise<Reading> {
  const { schema, set = [] } = options;
  const layered = await readLayers(source, options.resolve);
  if (!layered.ok) return layered;
  const { sheets } = layered;
  let tree: Tree = {};
  for (const sheet of sheets) tree = merged(tree, sheet.tree);
  delete tree.extends;

  const onCommandLine = { file: "--set", line: 1, column: 1 };
  const problems: Problem[] = [];
  const given = new Set<string>();
  for (const entry of set) {
    const at = entry.indexOf("=");
    const path = entry.slice(0, at).trim();
    if (at < 1)
      problems.push({ ...onCommandLine, path: entry, code: "usage", message: "has no value.", remedy: "Write --set path=value." });
    else tree = withValue(tree, path, parseDocument(entry.slice(at + 1)).toJS());
    given.add(path);
  }
  const report = ({ path, atKey, ...fault }: Fault) => {
    const where = given.has(path.join(".")) ? onCommandLine : place(sheets, path, atKey);
    problems.push({ ...where, ...fault, path: path.join(".") });
  };
  const parsed = schema.safeParse(tree);
  if (!parsed.success) {
    explain(parsed.error.issues, scenarioJsonSchema(schema), tree, "a parameter").forEach(report);
    return { ok: false, problems: problems.sort(byPlace) };
  }
  const scenario = parsed.data as unknown as BaseScenario;
  for (const [k, intervention] of scenario.interventions.entries())
    for (const fault of interventionFaults(schema, scenario, intervention)) report({ ...fault, path: ["interventions", k, ...fault.path] });
  return problems.length > 0 ? { ok: false, problems: problems.sort(byPlace) } : { ok: true, scenario };
}

/** The sheets of a scenario, that which extends nothing first. */
async function readLayers(source: Source, resolve: Resolve): Promise<{ ok: true; sheets: Sheet[] } | { ok: false; problems: Problem[] }> {
  const sheets: Sheet[] = [];
  const seen = new Set<string>();
  for (let next: Source | undefined = source; next; ) {
    const reading = readSheet(next);
    if (!reading.ok) return reading;
    const { sheet } = reading;
    sheets.unshift(sheet);
    seen.add(sheet.file);
    next = undefined;
    const parent = sheet.tree.extends;
    if (parent === undefined) continue;
    const fault = (message: string, remedy: string, code: string) => ({
      ok: false as const,
      problems: [{ ...place([sheet], ["extends"]), path: "extends", code, message, remedy }],
    });
    if (typeof parent !== "string") return fault(`is ${JSON.stringify(parent)}.`, "Name a scenario file, such as ./zhonglou.yaml.", "type");
    const found = await resolve(parent, sheet.file);
    if (!found) return fault(`names ${parent}, which cannot be read.`, "Name an existing file, relative to this one.", "missing");
    if (seen.has(found.path)) return fault(`leads back to ${found.path}: a loop.`, "Take one of the extends lines out.", "loop");
    next = found;
  }
  return { ok: true, sheets };
}

/** Maps are merged key by key; everything else is replaced. */
function merged(under: Tree, over: Tree): Tree {
  const result: Tree = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isTree(before) && isTree(value) ? merged(before, value) : value;
  }
  return result;
}
