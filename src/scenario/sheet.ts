import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

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

export const formatProblem = (p: Problem): string =>
  `${p.file}:${p.line}:${p.column}: ${p.path === "" ? "" : `${p.path} `}${p.message} ${p.remedy}`;

export const byPlace = (a: Problem, b: Problem): number => a.line - b.line || a.column - b.column;

export type Path = readonly (string | number)[];
export type Tree = Record<string, unknown>;

export const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** A YAML file of keys and values that knows where each of them is written. */
export interface Sheet {
  file: string;
  document: Document.Parsed;
  lines: LineCounter;
  tree: Tree;
}

/** Reads a YAML file of keys and values. */
export function readSheet({ path: file, text }: Source): { ok: true; sheet: Sheet } | { ok: false; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      const message = `is not YAML: ${error.message.split("\n")[0]}`;
      return { file, line, column: col, path: "", code: "yaml", message, remedy: "Mend the line above." };
    });
    return { ok: false, problems };
  }
  if (!isMap(document.contents)) {
    const message = document.contents === null ? "is empty." : "is not a map of keys and values.";
    const remedy = "Write at least “title: …” on a line of its own.";
    return { ok: false, problems: [{ file, line: 1, column: 1, path: "", code: "shape", message, remedy }] };
  }
  return { ok: true, sheet: { file, document, lines, tree: document.toJS({ maxAliasCount: 100 }) as Tree } };
}

/**
 * Where a path is really written: in the last sheet that has it, else where its nearest parent stands.
 *
 * @param atKey  the place of the key, not of its value
 */
export function place(sheets: readonly Sheet[], path: Path, atKey = false): { file: string; line: number; column: number } {
  for (let depth = path.length; depth >= 0; depth--) {
    for (const { file, document, lines } of [...sheets].reverse()) {
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
  return { file: sheets.at(-1)?.file ?? "", line: 1, column: 1 };
}
