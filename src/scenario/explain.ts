import type { z } from "zod";
import { legible, type Path, written } from "./problem.ts";
import { isTree } from "./yaml.ts";

/** A node of a JSON Schema made by zod, with what `.meta` adds: unit, and `write`, what to write there. */
export type SchemaNode = Record<string, any>;

/** What is wrong with one value of a tree, and what to write instead. */
export interface Fault {
  path: Path;
  code: string;
  message: string;
  remedy: string;
  /** True if the key is wrong, not its value. */
  atKey?: boolean;
}

/**
 * What issues of a schema mean, in words; each is put into words when it is asked for.
 *
 * @param root  the schema as JSON Schema
 * @param tree  what was parsed
 * @param what  what its keys are: "a parameter"
 */
export function* explain(issues: readonly z.core.$ZodIssue[], root: SchemaNode, tree: unknown, what: string): Generator<Fault> {
  for (const issue of issues) {
    const path = issue.path as Path;
    if (issue.code === "invalid_union") {
      const fitting = issue.errors.find((errors) => !errors.some(({ path: at, code }) => at.length === 0 && /^invalid_/.test(code)));
      if (fitting) {
        const inside = fitting.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
        yield* explain(inside as z.core.$ZodIssue[], root, tree, what);
        continue;
      }
    }
    if (issue.code === "unrecognized_keys") {
      const siblings = keysIn(nodeAt(root, path) ?? {});
      for (const key of issue.keys)
        yield { path: [...path, key], code: "unknown", message: `is not ${what}.`, remedy: meant(key, siblings), atKey: true };
      continue;
    }
    const node = nodeAt(root, path);
    const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], tree);
    yield { path, code: issue.code, message: saidOf(value, node?.unit), remedy: remedyFor(node, issue, value) };
  }
}

/** A value as it stands in the file. */
export const saidOf = (value: unknown, unit?: string): string =>
  value === undefined ? "is missing." : value === null ? "has no value." : `is ${written(value)}${unit ? ` (${unit})` : ""}.`;

/** The name that was meant, if one is near; else all there are. */
function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near ? `Did you mean ${near}?` : `Known here: ${known.join(", ")}.`;
}

/** What to write where an issue was found. */
export function remedyFor(node: SchemaNode | undefined, issue: z.core.$ZodIssue, value?: unknown): string {
  if (node?.write) return `Write ${node.write}.`;
  if (issue.code === "custom") return `${issue.message.replace(/\.$/, "")}.`;
  const byDefault = node?.default === undefined || isTree(node.default) ? "" : `; the default is ${JSON.stringify(node.default)}`;
  if (node?.enum) {
    const near = typeof value === "string" ? nearest(value, node.enum as string[]) : undefined;
    return near ? `Did you mean ${near}?` : `Write one of ${node.enum.join(", ")}${byDefault.replaceAll('"', "")}.`;
  }
  if (node?.type === "boolean") return `Write true or false${byDefault}.`;
  const item = node?.type === "array" ? node.items : node;
  if (item?.type === "integer" || item?.type === "number") {
    const kind = node?.type === "array" ? "a list of numbers" : item.type === "integer" ? "a whole number" : "a number";
    const upTo = item.maximum === undefined || item.maximum === Number.MAX_SAFE_INTEGER ? "" : ` to ${item.maximum}`;
    const from = item.minimum === undefined || item.minimum === Number.MIN_SAFE_INTEGER ? "" : ` from ${item.minimum}${upTo}`;
    return `Write ${kind}${from}${byDefault}.`;
  }
  const kind = kinds[node?.type as string];
  if (kind) return `Write ${kind}.`;
  return `Expected: ${legible(issue.message.replace(/^Invalid input: expected /, "").replace(/\.$/, ""))}.`;
}

/** What to write where a schema asks for no more than a type. */
const kinds: Readonly<Record<string, string>> = { string: "some text", object: "a map of keys and values", array: "a list" };

/** The schema of what stands at a path. */
export function nodeAt(root: SchemaNode, path: Path): SchemaNode | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return root;
  if (root.anyOf) {
    for (const branch of root.anyOf) {
      const found = nodeAt(branch, path);
      if (found) return found;
    }
    return undefined;
  }
  const child =
    typeof key === "number" ? (root.prefixItems?.[key] ?? root.items) : (own(root.properties, key) ?? root.additionalProperties);
  return isTree(child) ? nodeAt(child, rest) : undefined;
}

const own = (properties: SchemaNode | undefined, key: string): unknown =>
  properties && Object.hasOwn(properties, key) ? properties[key] : undefined;

/** Keys that may stand in a node. */
const keysIn = (node: SchemaNode): string[] => [...Object.keys(node.properties ?? {}), ...(node.anyOf ?? []).flatMap(keysIn)];

/** The candidate with the fewest edits, if they are few against its length. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(word.length, Math.max(2, word.length * 0.4));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue; // at least so many edits
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
