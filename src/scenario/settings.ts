import { stringify } from "yaml";
import type { Fault } from "./explain.ts";
import { pathFault } from "./faults.ts";
import { joined, type Path, type Problem } from "./problem.ts";
import { type Said, said } from "./said.ts";
import { schemaAt } from "./salvage.ts";
import type { ScenarioSchema } from "./scenario.ts";
import type { Layer } from "./scenarioFile.ts";
import { brokenBy, isTree, readYaml, type Tree } from "./yaml.ts";

/** A value that goes before those of all files. */
export interface Setting {
  /** Where it was given, as problems name it: "--weeks". */
  given: string;
  path: string;
  /** YAML; undefined if there is none. */
  text: string | undefined;
}

/** Settings in the form “path=value”, as one gives them on a command line. */
export const settings = (given: string, entries: readonly string[]): Setting[] =>
  entries.map((entry) => {
    const at = entry.indexOf("=");
    return at < 0 ? { given, path: entry.trim(), text: undefined } : { given, path: entry.slice(0, at).trim(), text: entry.slice(at + 1) };
  });

/** Settings of values. */
export const settingsOf = (given: string, values: Readonly<Record<string, unknown>>): Setting[] =>
  Object.entries(values).map(([path, value]) => ({ given, path, text: yamlOf(value) }));

/** A value as YAML. What YAML has no words for stays undefined: functions, what is deeper than the stack. */
export function yamlOf(value: unknown): string | undefined {
  try {
    return stringify(value, { lineWidth: 0 });
  } catch {
    return undefined;
  }
}

/** A setting as a layer of values, or what is wrong with it. */
export function layerOf({ given, path, text }: Setting, schema: ScenarioSchema): { layer?: Layer; problems: Problem[] } {
  const problem = (message: Said, remedy: Said, at: Path = []): Problem => ({
    file: given,
    line: 0,
    column: 0,
    path: joined([...keys, ...at]),
    message,
    remedy,
  });
  const keys = path.split(".");
  if (text === undefined || text.trim() === "")
    return { problems: [problem(said("hasNoValue"), said("writeSetting", { option: given.startsWith("-") ? `${given} ` : "" }))] };
  if (!schemaAt(schema, keys)) {
    const { message, remedy } = pathFault(schema, path) as Fault;
    return { problems: [problem(message, remedy)] };
  }
  const { value, troubles } = readYaml(text);
  const problems = troubles.map(({ message, remedy, path: at }) =>
    problem(message, message.code === "isNoYaml" ? said("quoteSigns") : remedy, at),
  );
  if (troubles.some(({ message }) => message.code === "isNoYaml")) return { problems };
  return {
    layer: {
      file: given,
      tree: keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Tree,
      broken: brokenBy(troubles).map((at) => [...keys, ...at]),
      find: (at) => (leads(value, keys, at) ? { line: 0, column: 0 } : undefined),
    },
    problems,
  };
}

/** Whether a path leads to a value that stands at `keys`, or to a part of it. */
function leads(value: unknown, keys: Path, path: Path): boolean {
  if (path.length < keys.length || keys.some((key, k) => key !== path[k])) return false;
  let at = value;
  for (const key of path.slice(keys.length)) {
    if (!(isTree(at) || Array.isArray(at)) || !Object.hasOwn(at, key)) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  return true;
}
