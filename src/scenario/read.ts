import { jsonSchemaOf } from "./catalog.ts";
import { withDistrict } from "./district/read.ts";
import type { District } from "./district/schema.ts";
import { explain, type Fault } from "./explain.ts";
import { interventionFaults } from "./faults.ts";
import { legible, type Problem, written } from "./problem.ts";
import { type Said, said } from "./said.ts";
import { type Partially, salvage } from "./salvage.ts";
import type { BaseScenario, ScenarioSchema } from "./scenario.ts";
import { filesOf, type Layer, listed, located, readScenarioFile, type Source } from "./scenarioFile.ts";
import { layerOf, type Setting } from "./settings.ts";
import { isTree, type Tree } from "./yaml.ts";

export type Reading = { ok: true; scenario: BaseScenario } | { ok: false; problems: Problem[]; rest: Partially<BaseScenario> };

/** Why a file that is there cannot be read: that it is a folder. */
export interface Unreadable {
  message: Said;
  remedy: Said;
}

/** Finds the source that a path names, seen from another file; undefined if there is none. */
export type Resolve = (path: string, from: string) => Promise<Source | Unreadable | undefined>;

const LONGEST_CHAIN = 20; // files that extend one another

/**
 * Reads a scenario with all that it extends, and says everything that is wrong with it at once.
 *
 * @param options.resolve  finds the source that `extends` names
 * @param options.set      values that go before all files
 * @returns the scenario, or what is wrong with it and the rest that is right
 */
export async function readScenario(
  source: Source,
  options: { schema: ScenarioSchema; resolve: Resolve; set?: readonly Setting[] },
): Promise<Reading> {
  const { schema, set = [] } = options;
  const { layers: files, whole, problems } = await readFiles(source, options.resolve);
  for (const setting of set) {
    const { layer, problems: wrong } = layerOf(setting, schema);
    if (layer) files.push(layer);
    problems.push(...wrong);
  }
  const named = await withDistrict(files, options.resolve);
  const layers = named.ok ? named.layers : files;
  if (!named.ok) problems.push(...located(files, [{ path: ["district"], message: named.message, remedy: named.remedy }]));
  let tree: Tree = {};
  for (const layer of layers) tree = merged(tree, layer.tree);
  delete tree.extends;
  if (!named.ok) delete tree.district;
  else if (named.district) tree.district = named.district;
  const parsed = schema.safeParse(tree);
  const scenario = parsed.success ? parsed.data : (salvage(schema, tree) ?? {});
  problems.push(...located(layers, faultsOf()));
  if (problems.length > 0 || !parsed.success) return { ok: false, problems: listed(problems, filesOf(layers)), rest: scenario };
  return { ok: true, scenario: parsed.data };

  function* faultsOf(): Generator<Fault> {
    if (!parsed.success)
      for (const fault of explain(parsed.error.issues, jsonSchemaOf(schema), tree, said("notParameter")))
        if (whole || fault.message.code !== "isMissing") yield fault;
    if (named.ok && named.district) yield* againstDistrict(named.district, scenario.population ?? {});
    for (const [k, one] of (scenario.interventions ?? []).entries())
      for (const fault of one ? interventionFaults(schema, scenario, one) : [])
        yield { ...fault, path: ["interventions", k, ...fault.path] };
  }
}

/** The files of a scenario as layers, that which extends nothing first; not the whole of them where one cannot be read. */
async function readFiles(source: Source, resolve: Resolve): Promise<{ layers: Layer[]; whole: boolean; problems: Problem[] }> {
  const layers: Layer[] = [];
  const problems: Problem[] = [];
  const ended = (whole: boolean) => ({ layers, whole, problems });
  const seen = new Set<string>();
  let next = source;
  for (;;) {
    const reading = readScenarioFile(next);
    problems.push(...reading.problems);
    if (!reading.ok) return ended(false);
    const { layer } = reading;
    layers.unshift(layer);
    seen.add(layer.file);
    if (!Object.hasOwn(layer.tree, "extends")) return ended(layer.broken.length === 0);
    const parent = layer.tree.extends;
    const fault = (message: Said, remedy: Said) => {
      problems.push(...located([layer], [{ path: ["extends"], message, remedy }]));
      return ended(false);
    };
    if (typeof parent !== "string" || parent === "") return fault(said("is", { value: written(parent) }), said("nameScenarioFile"));
    const found = await resolve(parent, layer.file);
    if (!found) return fault(said("names", { file: legible(parent), which: said("cannotBeRead") }), said("nameFile"));
    if ("message" in found) return fault(said("names", { file: legible(parent), which: found.message }), found.remedy);
    if (seen.has(found.path)) return fault(said("leadsBack", { file: found.path }), said("takeExtendsOut"));
    if (layers.length === LONGEST_CHAIN) return fault(said("endOfChain", { files: LONGEST_CHAIN }), said("extendFewer"));
    next = found;
  }
}

/** A district has the communities that it has; fewer or more residents make all of them smaller or larger. */
function* againstDistrict(district: District, { communities, residents }: Partially<BaseScenario["population"]>): Generator<Fault> {
  const count = district.communities.length;
  const path = (key: string) => ["population", key];
  if (communities !== undefined && communities !== count)
    yield { path: path("communities"), message: said("isBesideDistrict", { value: communities, count }), remedy: said("takeOut") };
  if (residents !== undefined && residents < count)
    yield {
      path: path("residents"),
      message: said("isBesideDistrict", { value: residents, count }),
      remedy: said("writeAtLeast", { least: count }),
    };
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
