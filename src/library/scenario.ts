import { scenarioSchema } from "../mechanisms/index.ts";
import { type BaseScenario, formatProblem, type Problem, type Resolve, readScenario as read, type Source } from "../scenario/index.ts";

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
  const given = Object.entries({
    ...set,
    ...(seed === undefined ? {} : { seed: String(seed) }),
    ...(weeks === undefined ? {} : { weeks }),
  });
  const { source: found, resolve } = sourceOf(source, options);
  const reading = await read(found, {
    schema: scenarioSchema,
    set: given.map(([path, value]) => `${path}=${JSON.stringify(value)}`),
    resolve,
  });
  return reading.ok ? { ok: true, scenario: reading.scenario } : reading;
}

/** The text of a scenario or plan, and what finds the texts that it names. */
export function sourceOf(source: ScenarioSource, options: Pick<ReadOptions, "file" | "resolve">): { source: Source; resolve: Resolve } {
  const named = typeof source === "string" && Object.hasOwn(scenarios, source);
  const path = options.file ?? (named ? `${source}.yaml` : "scenario");
  const text = named ? scenarios[source] : typeof source === "string" ? source : JSON.stringify(source, null, 2);
  return { source: { path, text }, resolve: async (other, from) => (await options.resolve?.(other, from)) ?? shipped(other, from) };
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
  const file = new URL(path, `file:///${folder}`).pathname.slice(1);
  return Object.hasOwn(scenarios, name(file)) ? { path: file, text: scenarios[name(file)] } : undefined;
}
