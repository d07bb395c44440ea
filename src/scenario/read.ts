import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { parameterCatalog } from "./catalog.ts";
import { maySchedule, withValue } from "./interventions.ts";
import type { BaseScenario, ScenarioSchema } from "./scenario.ts";

export interface Source {
  path: string;
  text: string;
}

/** What is wrong, where, and what to write instead. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  path: string;
  code: string;
  message: string;
  remedy: string;
}

export type Reading = { ok: true; scenario: BaseScenario } | { ok: false; problems: Problem[] };

export const formatProblem = (p: Problem): string =>
  `${p.file}:${p.line}:${p.column}: ${p.path === "" ? "" : `${p.path} `}${p.message} ${p.remedy}`;

interface Layer {
  file: string;
  document: Document.Parsed;
  lines: LineCounter;
}

type Path = (string | number)[];
type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a scenario with all that it extends, and says everything that is wrong with it at once.
 *
 * @param options.resolve  finds the source that `extends` names, seen from another; undefined if there is none
 * @param options.set      "path=value" entries that go before all files
 */
export async function readScenario(
  source: Source,
  options: {
    schema: ScenarioSchema;
    resolve: (path: string, from: string) => Promise<Source | undefined>;
    set?: readonly string[];
  },
): Promise<Reading> {
  const problems: Problem[] = [];
  const layers: Layer[] = [];
  const seen = new Set<string>();
  let next: Source | undefined = source;
  while (next) {
    const { path: file, text }: Source = next;
    next = undefined;
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const layer = { file, document, lines };
    seen.add(file);
    for (const error of document.errors) {
      const { line, col } = lines.linePos(error.pos[0]);
      problems.push({
        file,
        line,
        column: col,
        path: "",
        code: "yaml",
        message: `is not YAML: ${error.message.split("\n")[0]}`,
        remedy: "Mend the line above.",
      });
    }
    if (document.errors.length > 0) break;
    if (!isMap(document.contents)) {
      problems.push({
        file,
        line: 1,
        column: 1,
        path: "",
        code: "shape",
        message: document.contents === null ? "is empty." : "is not a map of keys and values.",
        remedy: "Write at least “title: …” on a line of its own.",
      });
      break;
    }
    layers.unshift(layer);
    const parent = document.get("extends");
    if (parent === undefined) continue;
    const fault = (message: string, remedy: string, code: string) =>
      problems.push({ ...place([layer], ["extends"], false), path: "extends", code, message, remedy });
    if (typeof parent !== "string") {
      fault(`is ${JSON.stringify(parent)}.`, "Name a scenario file, such as ./zhonglou.yaml.", "type");
      break;
    }
    const found = await options.resolve(parent, file);
    if (!found) fault(`names ${parent}, which cannot be read.`, "Name an existing file, relative to this one.", "missing");
    else if (seen.has(found.path)) fault(`leads back to ${found.path}: a loop.`, "Take one of the extends lines out.", "loop");
    else next = found;
  }
  if (problems.length > 0) return { ok: false, problems };

  let tree: Tree = {};
  for (const { document } of layers) tree = merged(tree, document.toJS({ maxAliasCount: 100 }) as Tree);
  delete tree.extends;
  for (const entry of options.set ?? []) {
    const at = entry.indexOf("=");
    const path = entry.slice(0, at).trim();
    if (at < 1) {
      problems.push({
        file: "--set",
        line: 1,
        column: 1,
        path: entry,
        code: "usage",
        message: "has no value.",
        remedy: "Write --set path=value.",
      });
      continue;
    }
    tree = withValue(tree, path, parseDocument(entry.slice(at + 1)).toJS());
  }

  const parsed = options.schema.safeParse(tree);
  const catalog = parameterCatalog(options.schema);
  const known = new Map(catalog.map((entry) => [entry.path, entry]));
  const report = (path: Path, code: string, message: string, remedy: string, atKey = false) => {
    const inSet = (options.set ?? []).some((entry) => entry.slice(0, entry.indexOf("=")).trim() === path.join("."));
    const where = inSet ? { file: "--set", line: 1, column: 1 } : place(layers, path, atKey);
    problems.push({ ...where, path: path.join("."), code, message, remedy });
  };
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = issue.path as Path;
      if (issue.code === "unrecognized_keys") {
        const siblings = keysAt(options.schema, path);
        for (const key of issue.keys) {
          const near = nearest(key, siblings);
          report(
            [...path, key],
            "unknown",
            "is not a parameter.",
            near ? `Did you mean ${near}?` : `Known here: ${siblings.join(", ")}.`,
            true,
          );
        }
        continue;
      }
      const entry = known.get(path.filter((key) => typeof key === "string").join("."));
      const value = path.reduce<unknown>((node, key) => (node as Tree | undefined)?.[key as string], tree);
      const shown = value === undefined ? "is missing." : `is ${JSON.stringify(value)}${entry?.unit ? ` (${entry.unit})` : ""}.`;
      report(path, issue.code, shown, remedyFor(entry, issue));
    }
    return { ok: false, problems: problems.sort(byPlace) };
  }
  const scenario = parsed.data as unknown as BaseScenario;
  for (const [k, intervention] of scenario.interventions.entries()) {
    const { week, path, value, communities } = intervention;
    const at = ["interventions", k];
    if (week > scenario.weeks)
      report(
        [...at, "week"],
        "range",
        `is ${week}, past the end of the run (${scenario.weeks} weeks).`,
        `Name a week from 1 to ${scenario.weeks}.`,
      );
    if (!known.has(path)) {
      const near = nearest(path, catalog.map((entry) => entry.path).filter(maySchedule));
      report(
        [...at, "path"],
        "unknown",
        `names ${path}, which is not a parameter.`,
        near ? `Did you mean ${near}?` : "Name one that “four-circles schema” lists.",
      );
    } else if (!maySchedule(path))
      report(
        [...at, "path"],
        "fixed",
        `names ${path}, which cannot change during a run.`,
        "Only partyBuilding, rigidity and mechanisms.… can.",
      );
    else {
      const trial = options.schema.safeParse(withValue(tree, path, value));
      if (!trial.success) {
        const entry = known.get(path);
        report([...at, "value"], "range", `is ${JSON.stringify(value)} for ${path}.`, remedyFor(entry, trial.error.issues[0]));
      }
    }
    if (Array.isArray(communities)) {
      for (const c of communities) {
        if (c >= scenario.population.communities)
          report(
            [...at, "communities"],
            "range",
            `names community ${c}, but there are ${scenario.population.communities}.`,
            `Name numbers from 0 to ${scenario.population.communities - 1}.`,
          );
      }
    }
  }
  return problems.length > 0 ? { ok: false, problems: problems.sort(byPlace) } : { ok: true, scenario };
}

function remedyFor(entry: ReturnType<typeof parameterCatalog>[number] | undefined, issue: z.core.$ZodIssue): string {
  if (!entry) return `Expected: ${issue.message.replace(/^Invalid input: expected /, "").replace(/\.$/, "")}.`;
  if (entry.type === "choice") return `Write one of ${entry.options?.join(", ")}; the default is ${entry.default}.`;
  if (entry.type === "boolean") return `Write true or false; the default is ${entry.default}.`;
  const kind = entry.type === "integer" ? "a whole number" : entry.type === "numbers" ? "a list of numbers" : "a number";
  return `Write ${kind} from ${entry.min} to ${entry.max}; the default is ${JSON.stringify(entry.default)}.`;
}

const byPlace = (a: Problem, b: Problem): number => a.line - b.line || a.column - b.column;

/** Maps are merged key by key; everything else is replaced. */
function merged(under: Tree, over: Tree): Tree {
  const result: Tree = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isTree(before) && isTree(value) ? merged(before, value) : value;
  }
  return result;
}

/** Where a path is really written: in the last file that has it, else where its nearest parent stands. */
function place(layers: readonly Layer[], path: Path, atKey: boolean): { file: string; line: number; column: number } {
  for (let depth = path.length; depth >= 0; depth--) {
    for (const { file, document, lines } of [...layers].reverse()) {
      const parent = depth === 0 ? null : document.getIn(path.slice(0, depth - 1), true);
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      let offset: number | undefined;
      if (isMap(parent) && (atKey || !isNode(node))) {
        const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path[depth - 1]);
        if (pair && isNode(pair.key)) offset = pair.key.range?.[0];
      } else if (isNode(node) && (parent === null || isMap(parent) || isSeq(parent))) offset = node.range?.[0];
      if (offset === undefined) continue;
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col };
    }
  }
  return { file: layers.at(-1)?.file ?? "", line: 1, column: 1 };
}

function keysAt(schema: ScenarioSchema, path: Path): string[] {
  const catalogKeys = parameterCatalog(schema).map((entry) => entry.path.split("."));
  const keys = new Set<string>();
  for (const parts of catalogKeys) if (path.every((key, k) => parts[k] === key) && parts.length > path.length) keys.add(parts[path.length]);
  if (path.length === 0) for (const key of Object.keys(schema.shape)) keys.add(key);
  return [...keys];
}

/** The candidate with the fewest edits, if they are few against its length. */
function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, word.length * 0.4);
  for (const candidate of candidates) {
    const edits = distance(word, candidate);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
