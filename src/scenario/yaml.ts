import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  type ParsedNode,
  Parser,
  type Scalar,
} from "yaml";
import { legible, mostProblems, type Path } from "./problem.ts";
import { type Said, said } from "./said.ts";

export type Tree = Record<string, unknown>;
export const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Something in a text that is not YAML, or not YAML that says one thing only. */
export interface Trouble {
  path: Path;
  line: number;
  column: number;
  message: Said;
  remedy: Said;
}

/** Troubles of a value that is left out for them; one without a name is in no path. */
export const brokenBy = (troubles: readonly Trouble[]): Path[] =>
  troubles.filter(({ message }) => message.code !== "keyIsNoName").map(({ path }) => path);

/** A text as YAML has it: plain values, and where each of them is written. */
export interface Yaml {
  /** Undefined if the text is not YAML; without what `troubles` names. */
  value: unknown;
  troubles: Trouble[];
  /** Where a path is written; undefined if it is not. `atKey`: the place of the key, not of its value. */
  find(path: Path, atKey: boolean): { line: number; column: number } | undefined;
}

const DEEPEST = 60; // levels of lists and maps; scenarios and plans have about six
const MOST_REPEATED = 100_000; // values that aliases may stand for, all together

/** Names that every object of JavaScript has: a value under one of them is lost, or taken for what it is not. */
export const isReserved = (name: string): boolean => name in Object.prototype;

/** Reads a text as YAML 1.2 in its core schema. Nothing is thrown, whatever the text. */
export function readYaml(text: string): Yaml {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const { document, errors } = compose(text, lines);
  if (!document) {
    const troubles = errors.map(({ offset, reason }) => ({
      ...at(offset),
      path: [],
      message: said("isNoYaml", { reason }),
      remedy: said("mendLine"),
    }));
    return { value: undefined, troubles, find: () => undefined };
  }
  const { contents } = document;
  const { value, troubles } = plain(contents as ParsedNode | null);
  return {
    value,
    troubles: troubles.map(({ offset, ...trouble }) => ({ ...trouble, ...at(offset) })),
    find(path, atKey) {
      const offset = offsetOf(contents as ParsedNode | null, path, atKey);
      return offset === undefined ? undefined : at(offset);
    },
  };
}

interface Located {
  offset: number;
}

/** Where a text is no YAML, and why. */
interface YamlError extends Located {
  reason: Said;
}

/** Thrown by the composer's listener to end it. */
class Enough extends Error {}

/** Composes the one document of a text. It ends at the first errors: each costs memory, and a garbled file has a hundred thousand. */
function compose(text: string, lines: LineCounter): { document?: Document.Parsed; errors: YamlError[] } {
  const errors: YamlError[] = [];
  const tell = (offset: number, code: string, message: string) => {
    errors.push({ offset, reason: said(`yaml_${code}`, { message: legible(message.replace(/\.$/, "")) }) });
    if (errors.length > mostProblems) throw new Enough();
  };
  const composer = new Composer({ schema: "core", uniqueKeys: false, resolveKnownTags: false });
  // The composer keeps its listener to itself; there is no other way to end it early.
  (composer as unknown as { onError: Listener }).onError = (source, code, message) =>
    tell(typeof source === "number" ? source : Array.isArray(source) ? source[0] : source.offset, code, message);
  const tokens = function* () {
    for (const token of parse(text, lines, tell))
      if (token.type === "error") tell(token.offset, "UNEXPECTED_TOKEN", token.message);
      else yield token;
  };
  let document: Document.Parsed | undefined;
  try {
    for (const found of composer.compose(tokens(), true, text.length)) {
      if (document) tell(found.range[0], "MULTIPLE_DOCS", "A second document begins here, and one is read");
      else document = found;
    }
    for (const { pos, code, message } of document?.errors ?? []) tell(pos[0], code, message);
  } catch (error) {
    // What stands in itself a hundred thousand levels deep ends the stack.
    if (!(error instanceof Enough)) errors.push({ offset: 0, reason: said("yaml_UNREADABLE", { message: (error as Error).message }) });
  }
  return errors.length > 0 || !document ? { errors } : { document, errors };
}

/** Takes a text apart, as the parser does by itself, but ends where lists and maps stand in one another too deeply. */
function* parse(text: string, lines: LineCounter, tell: (offset: number, code: string, message: string) => void) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    // The stack holds the document, the lists and maps that are open, and a value.
    if (parser.stack.length > DEEPEST + 2) {
      tell(parser.offset, "TOO_DEEP", `Lists and maps stand in one another more than ${DEEPEST} deep`);
      throw new Enough();
    }
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

type Listener = (source: number | [number, number] | { offset: number }, code: string, message: string, warning?: boolean) => void;

/** The plain value of a node, and what in it cannot be taken as it is written. */
function plain(root: ParsedNode | null): { value: unknown; troubles: (Trouble & Located)[] } {
  const troubles: (Trouble & Located)[] = [];
  const anchors = new Map<string, ParsedNode>();
  const open = new Set<ParsedNode>();
  let repeated = 0;
  let repeating = 0;
  const trouble = (path: Path, offset: number, message: Said, remedy: Said) => {
    if (troubles.length <= mostProblems) troubles.push({ path, offset, line: 0, column: 0, message, remedy });
  };

  const plainOf = (node: ParsedNode | null, path: Path): unknown => {
    if (node === null) return null;
    const [offset] = node.range;
    if (repeating > 0 && ++repeated > MOST_REPEATED) return undefined;
    if (isAlias(node)) return repeatedValue(node.source, path, offset);
    if (path.length > DEEPEST) {
      trouble(path, offset, said("standsTooDeep", { deepest: DEEPEST }), said("writeFewerLevels"));
      return undefined;
    }
    if (node.anchor) anchors.set(node.anchor, node);
    open.add(node);
    const value = isMap(node)
      ? mapOf(node.items, path)
      : isSeq(node)
        ? node.items.map((item, k) => plainOf(item as ParsedNode, [...path, k]))
        : (node as Scalar).value;
    open.delete(node);
    return value;
  };

  /** What an alias stands for. */
  const repeatedValue = (name: string, path: Path, offset: number): unknown => {
    const anchored = anchors.get(name);
    if (!anchored) {
      trouble(path, offset, said("aliasOfNothing", { name: legible(name) }), said("writeValueItself"));
      return undefined;
    }
    if (open.has(anchored)) {
      trouble(path, offset, said("aliasOfItself", { name: legible(name) }), said("writeValuesThemselves"));
      return undefined;
    }
    repeating++;
    const value = plainOf(anchored, path);
    repeating--;
    if (repeated > MOST_REPEATED && repeating === 0 && !troubles.some(({ message }) => message.code === "aliasesOfTooMuch")) {
      const most = MOST_REPEATED.toLocaleString("en-US");
      trouble(path, offset, said("aliasesOfTooMuch", { name: legible(name), most }), said("writeFewerValues"));
    }
    return value;
  };

  const mapOf = (items: readonly Pair[], path: Path): Tree => {
    const tree: Tree = {};
    for (const { key, value } of items as readonly Pair<ParsedNode, ParsedNode | null>[]) {
      const offset = key?.range[0] ?? 0;
      if (!isScalar(key) || key.value === null) {
        trouble(path, offset, said("keyIsNoName"), said("writeNameValue"));
        continue;
      }
      const name = String(key.value);
      const at = [...path, name];
      if (name === "<<") trouble(at, offset, said("joinsMaps"), said("writeKeysThemselves"));
      else if (isReserved(name)) trouble(at, offset, said("isReserved"), said("takeAnotherName"));
      else if (Object.hasOwn(tree, name)) trouble(at, offset, said("standsTwice"), said("takeOneOut"));
      else {
        if (key.anchor) anchors.set(key.anchor, key);
        tree[name] = plainOf(value, at);
      }
    }
    return tree;
  };

  return { value: plainOf(root, []), troubles };
}

/** Where a path is written in a document. */
function offsetOf(root: ParsedNode | null, path: Path, atKey: boolean): number | undefined {
  let node: ParsedNode | null = root;
  let key: ParsedNode | undefined;
  for (const step of path) {
    key = undefined;
    if (isMap(node)) {
      const pair = (node.items as Pair<ParsedNode, ParsedNode | null>[]).find(
        ({ key: name }) => isScalar(name) && String(name.value) === step,
      );
      if (!pair) return undefined;
      key = pair.key;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number" && step < node.items.length) node = node.items[step] as ParsedNode;
    else return undefined;
  }
  return (atKey && key ? key : (node ?? key))?.range[0];
}
