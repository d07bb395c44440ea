import type { z } from "zod";
import { calledNow } from "./formerNames.ts";
import { legible, type Path, written } from "./problem.ts";
import { type Said, said } from "./said.ts";
import { isTree } from "./yaml.ts";

/** A node of a JSON Schema made by zod, with what `.meta` adds: unit, and `write`, what to write there. */
export type SchemaNode = Record<string, any>;

/** What is wrong with one value of a tree, and what to write instead. */
export interface Fault {
  path: Path;
  message: Said;
  remedy: Said;
  /** True if the key is wrong, not its value. */
  atKey?: boolean;
}

/**
 * What issues of a schema mean; each is explained when it is asked for.
 *
 * @param root  the schema as JSON Schema
 * @param tree  what was parsed
 * @param unknown  what is said of a key that it does not have
 */
export function* explain(issues: readonly z.core.$ZodIssue[], root: SchemaNode, tree: unknown, unknown: Said): Generator<Fault> {
  for (const issue of issues) {
    const path = issue.path as Path;
    if (issue.code === "invalid_union") {
      const fitting = issue.errors.find((errors) => !errors.some(({ path: at, code }) => at.length === 0 && /^invalid_/.test(code)));
      if (fitting) {
        const inside = fitting.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
        yield* explain(inside as z.core.$ZodIssue[], root, tree, unknown);
        continue;
      }
    }
    if (issue.code === "unrecognized_keys") {
      const siblings = keysIn(nodeAt(root, path) ?? {});
      for (const key of issue.keys) {
        const remedy = calledNow([...path, key].join(".")) ?? didYouMean(key, siblings) ?? knownHere(siblings);
        yield { path: [...path, key], message: unknown, remedy, atKey: true };
      }
      continue;
    }
    const node = nodeAt(root, path);
    const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], tree);
    yield { path, message: valueSaid(value, node?.unit), remedy: remedyFor(node, issue, value) };
  }
}

/** A value as it stands in the file. */
export const valueSaid = (value: unknown, unit?: string): Said =>
  value === undefined
    ? said("isMissing")
    : value === null
      ? said("hasNoValue")
      : unit
        ? said("isOf", { value: written(value), unit })
        : said("is", { value: written(value) });

/** The name that was meant, if one is near. */
export function didYouMean(name: string, known: Iterable<string>): Said | undefined {
  const near = nearest(name, known);
  return near ? said("didYouMean", { near }) : undefined;
}

/** Names that are all said; of more of them a list is no help. */
const SAID = 24;
const knownHere = (known: readonly string[]): Said =>
  known.length > SAID ? said("nameOfSchema") : said("knownHere", { known: known.join(", ") });

/** What to write where an issue was found. */
export function remedyFor(node: SchemaNode | undefined, issue: z.core.$ZodIssue, value?: unknown): Said {
  if (node?.write) return said("write", { what: { en: node.write, zh: node.writeZh } });
  if (issue.code === "custom") return said(issue.params?.code);
  const byDefault =
    node?.default === undefined || isTree(node.default) ? "" : said("byDefault", { value: String(JSON.stringify(node.default)) });
  if (node?.enum) {
    const bare = byDefault === "" ? "" : said("byDefault", { value: String(node.default) });
    const near = typeof value === "string" ? (calledNow(`mechanisms.${value}`) ?? didYouMean(value, node.enum as string[])) : undefined;
    return near ?? said("writeOneOf", { options: node.enum.join(", "), byDefault: bare });
  }
  if (node?.type === "boolean") return said("writeTrueOrFalse", { byDefault });
  const item = node?.type === "array" ? node.items : node;
  if (item?.type === "integer" || item?.type === "number")
    return said("write", { what: said(node?.type === "array" ? "numbers" : item.type, { bounds: boundsSaid(item), byDefault }) });
  if (node?.type === "string" || node?.type === "object" || node?.type === "array")
    return said("write", { what: said(`some_${node.type}`) });
  return said("expected", { expected: legible(issue.message.replace(/^Invalid input: expected /, "").replace(/\.$/, "")) });
}

/** Between which bounds a number lies; as good as none are those of the numbers that a computer counts with. */
function boundsSaid({ minimum, maximum }: SchemaNode): Said | "" {
  if (minimum === undefined || minimum === Number.MIN_SAFE_INTEGER) return "";
  if (maximum === undefined || maximum === Number.MAX_SAFE_INTEGER) return said("from", { minimum });
  return said("fromTo", { minimum, maximum });
}

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
