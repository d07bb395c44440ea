import type { Fault } from "./explain.ts";
import { joined, mostProblems, type Path, type Problem } from "./problem.ts";
import { type Said, said } from "./said.ts";
import { brokenBy, isTree, readYaml, type Tree } from "./yaml.ts";

/** A text and its name in problems. */
export interface Source {
  path: string;
  text: string;
}

/** The longest text of a scenario or a plan: 4 MB hold a plan of 10,000 rows of ten values. */
export const mostCharacters = 4 * 1024 * 1024;

/** The most bytes that are taken for such a text, from a file or out of a link. */
export const mostBytes = 2 * mostCharacters;

/** Values from one place, a file or an option, that knows where each of them is written. */
export interface Layer {
  file: string;
  tree: Tree;
  /** Paths whose value cannot be taken as it is written, and is left out. */
  broken: readonly Path[];
  find(path: Path, atKey: boolean): Place | undefined;
}

interface Place {
  line: number;
  column: number;
}

/** Reads a YAML file of keys and values. What is wrong with single values of it stands in `problems`, and the others are read. */
export function readScenarioFile({
  path: file,
  text,
}: Source): { ok: true; layer: Layer; problems: Problem[] } | { ok: false; problems: Problem[] } {
  const whole = (message: Said, remedy: Said) => ({
    ok: false as const,
    problems: [{ file, line: 1, column: 1, path: "", message, remedy }],
  });
  if (text.length > mostCharacters) {
    const most = mostCharacters.toLocaleString("en-US");
    return whole(said("hasCharacters", { count: text.length.toLocaleString("en-US") }), said("mayHave", { most }));
  }
  const { value, troubles, find } = readYaml(text);
  const problems = listed(
    troubles.map(({ path, ...trouble }) => ({ file, ...trouble, path: joined(path) })),
    [file],
  );
  if (isTree(value)) return { ok: true, layer: { file, tree: value, broken: brokenBy(troubles), find }, problems };
  if (problems.length > 0) return { ok: false, problems };
  return whole(said(value === null ? "isEmpty" : "isNoMap"), said("writeTitle"));
}

/** Where a path is really written: in the last layer that has it, else where its nearest parent stands. */
function place(layers: readonly Layer[], path: Path, atKey = false): Place & { file: string } {
  for (let depth = path.length; depth >= 0; depth--) {
    for (const { file, find } of [...layers].reverse()) {
      const found = find(path.slice(0, depth), atKey);
      if (found) return { file, ...found };
    }
  }
  return { file: layers.at(-1)?.file ?? "", line: 1, column: 1 };
}

/** Whether one of two paths leads through the other. */
const touches = (a: Path, b: Path): boolean =>
  b.length > 0 && Array.from({ length: Math.min(a.length, b.length) }).every((_, k) => a[k] === b[k]);

/** Faults with the places where layers have them; none of what is broken there already. */
export function located(layers: readonly Layer[], faults: Iterable<Fault>): Problem[] {
  const problems: Problem[] = [];
  for (const { atKey, path, ...fault } of faults) {
    if (layers.some(({ broken }) => broken.some((at) => touches(at, path)))) continue;
    problems.push({ ...place(layers, path, atKey), path: joined(path), ...fault });
    if (problems.length > mostProblems) break;
  }
  return listed(problems, filesOf(layers));
}

/** Files of layers as problems are listed: that which was asked for before what it extends. */
export const filesOf = (layers: readonly Layer[]): string[] => layers.map(({ file }) => file).reverse();

/** Problems file by file in the order of their lines, cut to the most that are listed. */
export function listed(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const order = (a: Problem, b: Problem) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column;
  const shown = problems.slice(0, mostProblems).sort(order);
  if (problems.length <= mostProblems) return shown;
  const { file, line, column } = shown[shown.length - 1];
  const message = said("hasMoreProblems", { listed: mostProblems });
  return [...shown, { file, line, column, path: "", message, remedy: said("mendTheseFirst") }];
}
