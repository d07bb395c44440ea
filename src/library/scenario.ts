import { scenarioSchema } from "../mechanisms/index.ts";
import {
  type BaseScenario,
  didYouMean,
  type Problem as Found,
  legible,
  type Resolve,
  readScenario as read,
  type Said,
  type Source,
  said,
  settingsOf,
  yamlOf,
} from "../scenario/index.ts";
import { formatProblem, tellSaid } from "../words/index.ts";

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

/** What is wrong, where, and what to write instead. Lines and columns count from 1; 0 where there are no lines, as in an option. */
export interface Problem {
  /** A file, or an option: "set". */
  file: string;
  line: number;
  column: number;
  path: string;
  /** Of what is wrong, the same in every version that finds it. */
  code: string;
  message: string;
  remedy: string;
}

/** Problems in English, for a program. */
export const problemsOf = (problems: readonly Found[]): Problem[] =>
  problems.map(({ message, remedy, ...place }) => ({
    ...place,
    code: message.code,
    message: tellSaid("en", message),
    remedy: remedy ? tellSaid("en", remedy) : "",
  }));

/** A scenario that cannot be run. The message has one line for each problem. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Found[]) {
    super(problems.map((one) => formatProblem(one)).join("\n"));
    this.problems = problemsOf(problems);
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
  const reading = await readingOf(source, options);
  return reading.ok ? { ok: true, scenario: reading.scenario } : { ok: false, problems: problemsOf(reading.problems) };
}

async function readingOf(
  source: ScenarioSource,
  options: ReadOptions,
): Promise<{ ok: true; scenario: BaseScenario } | { ok: false; problems: Found[] }> {
  const { seed, weeks, set = {} } = options;
  const found = sourceOf(source, options);
  if (!found.ok) return found;
  return read(found.source, {
    schema: scenarioSchema,
    set: [
      ...settingsOf("set", set),
      ...(seed === undefined ? [] : settingsOf("seed", { seed })),
      ...(weeks === undefined ? [] : settingsOf("weeks", { weeks })),
    ],
    resolve: found.resolve,
  });
}

/** The text of a scenario or plan, and what finds the texts that it names; or why there is none. */
export function sourceOf(
  source: ScenarioSource,
  options: Pick<ReadOptions, "file" | "resolve">,
): { ok: true; source: Source; resolve: Resolve } | { ok: false; problems: Found[] } {
  const { file = "scenario" } = options;
  const resolve: Resolve = async (other, from) => (await options.resolve?.(other, from)) ?? shipped(other, from);
  const found = (text: string, path = file) => ({ ok: true as const, source: { path, text }, resolve });
  const none = (message: Said, remedy: Said) => ({
    ok: false as const,
    problems: [{ file, line: 0, column: 0, path: "", message, remedy }],
  });
  if (typeof source !== "string") {
    const text = yamlOf(source);
    return text === undefined ? none(said("isNoPlainData"), said("handInPlainData")) : found(text);
  }
  if (Object.hasOwn(scenarios, source)) return found(scenarios[source], options.file ?? `${source}.yaml`);
  // A text of keys and values has a colon; what has none and stands on one line was meant as a name.
  if (/[:\n]/.test(source) || source.trim() === "") return found(source);
  const names = Object.keys(scenarios);
  const which = said("doesNotComeAlong");
  return none(
    said("names", { file: legible(source), which }),
    didYouMean(source, names) ?? said("nameShipped", { names: names.join(", ") }),
  );
}

/** The scenario of a source. @throws ScenarioError with everything that is wrong with it */
export async function scenarioOf(source: ScenarioSource, options: ReadOptions): Promise<BaseScenario> {
  const reading = await readingOf(source, options);
  if (!reading.ok) throw new ScenarioError(reading.problems);
  return reading.scenario;
}

/** The scenario that comes along under a path, seen from another that comes along, or from outside. */
function shipped(path: string, from: string): Source | undefined {
  const folder = Object.hasOwn(scenarios, name(from)) ? from : "";
  const base = `file:///${folder}`;
  if (!URL.canParse(path, base)) return undefined;
  const file = new URL(path, base).pathname.slice(1);
  return Object.hasOwn(scenarios, name(file)) ? { path: file, text: scenarios[name(file)] } : undefined;
}
