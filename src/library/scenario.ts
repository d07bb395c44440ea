import { scenarioSchema } from "../mechanisms/index.ts";
import {
  type BaseScenario,
  formatProblem,
  legible,
  nearest,
  type Problem,
  type Resolve,
  readScenario as read,
  type Source,
  settingsOf,
  yamlOf,
} from "../scenario/index.ts";

/** A scenario that comes along, by its name; or the text of a YAML file; or the same as an object. It names only what it changes. */
export type ScenarioSource = string | { readonly [name: string]: unknown };

/** A scenario as parsed: every parameter with the value in force. `four-circles schema` lists them. */
export interface Scenario {
  readonly title: string;
  readonly seed: string;
  /** Length of a run, weeks. */
  readonly weeks: number;
  readonly partyBuilding: "off" | "on" | "placebo";
  readonly [name: string]: unknown;
}

export interface ReadOptions {
  /** Any text or number ["1", or that of the scenario]. The same seed and scenario give the same bits. */
  seed?: string | number;
  /** Weeks to run, 1 to 3650 [that of the scenario]. */
  weeks?: number;
  /** Parameters by path, which go before those of the scenario: `{ "mechanisms.participation.mean": 0.2 }`. */
  set?: { readonly [path: string]: unknown };
  /** Name of the file that the text comes from, named in problems ["scenario"]. */
  file?: string;
  /**
   * Finds the text of what `extends` names, seen from the file `from`; undefined if there is none. Without it, and
   * where it finds nothing, `extends` names one of the scenarios that come along.
   */
  resolve?(path: string, from: string): Promise<{ path: string; text: string } | undefined>;
}

const texts = import.meta.glob<string>(["../../scenarios/*.yaml", "../../scenarios/contrasts/base/*.yaml"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const name = (path: string) => path.replace(/^(\.\.\/)*scenarios\/|\.yaml$/g, "");

/** Texts of the scenarios that come along, by name: `scenarios.community`, `scenarios["zhonglou-tenth"]`. */
export const scenarios: { readonly [name: string]: string } = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [name(path), text]),
);

/** A scenario that cannot be run. The message has one line for each problem. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

/**
 * Reads a scenario, and says everything that is wrong with it at once: file, line and column (from 1), path, what is
 * wrong with the value, what to write instead. Nothing is thrown.
 */
export async function readScenario(
  source: ScenarioSource,
  options: ReadOptions = {},
): Promise<{ ok: true; scenario: Scenario } | { ok: false; problems: Problem[] }> {
  const { seed, weeks, set = {} } = options;
  const found = sourceOf(source, options);
  if (!found.ok) return found;
  const reading = await read(found.source, {
    schema: scenarioSchema,
    set: [
      ...settingsOf("set", set),
      ...(seed === undefined ? [] : settingsOf("seed", { seed })),
      ...(weeks === undefined ? [] : settingsOf("weeks", { weeks })),
    ],
    resolve: found.resolve,
  });
  return reading.ok ? { ok: true, scenario: reading.scenario } : { ok: false, problems: reading.problems };
}

/** The text of a scenario or plan, and what finds the texts that it names; or why there is none. */
export function sourceOf(
  source: ScenarioSource,
  options: Pick<ReadOptions, "file" | "resolve">,
): { ok: true; source: Source; resolve: Resolve } | { ok: false; problems: Problem[] } {
  const { file = "scenario" } = options;
  const resolve: Resolve = async (other, from) => (await options.resolve?.(other, from)) ?? shipped(other, from);
  const found = (text: string, path = file) => ({ ok: true as const, source: { path, text }, resolve });
  const none = (code: string, message: string, remedy: string) => ({
    ok: false as const,
    problems: [{ file, line: 0, column: 0, path: "", code, message, remedy }],
  });
  if (typeof source !== "string") {
    const text = yamlOf(source);
    return text === undefined ? none("shape", "is no plain data.", "Hand in values, lists and objects of them.") : found(text);
  }
  if (Object.hasOwn(scenarios, source)) return found(scenarios[source], options.file ?? `${source}.yaml`);
  // A text of keys and values has a colon; what has none and stands on one line was meant as a name.
  if (/[:\n]/.test(source) || source.trim() === "") return found(source);
  const near = nearest(source, Object.keys(scenarios));
  const remedy = near ? `Did you mean ${near}?` : `Name one of ${Object.keys(scenarios).join(", ")}, or hand in the text of a file.`;
  return none("unknown", `names ${legible(source)}, which does not come along.`, remedy);
}

/** The scenario of a source. @throws ScenarioError with everything that is wrong with it */
export async function scenarioOf(source: ScenarioSource, options: ReadOptions): Promise<BaseScenario> {
  const reading = await readScenario(source, options);
  if (!reading.ok) throw new ScenarioError(reading.problems);
  return reading.scenario as unknown as BaseScenario;
}

/** The scenario that comes along under a path, seen from another that comes along, or from outside. */
function shipped(path: string, from: string): Source | undefined {
  const folder = Object.hasOwn(scenarios, name(from)) ? from : "";
  const base = `file:///${folder}`;
  if (!URL.canParse(path, base)) return undefined;
  const file = new URL(path, base).pathname.slice(1);
  return Object.hasOwn(scenarios, name(file)) ? { path: file, text: scenarios[name(file)] } : undefined;
}
