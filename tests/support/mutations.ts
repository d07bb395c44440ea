import fc from "fast-check";
import { type Document, isMap, isPair, isSeq, parseDocument, type Scalar, visit } from "yaml";

/** Values of which some do no harm, and each has done some. */
const values = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 1, 2, 0.5, 1e9, -0, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53),
  fc.constantFrom(
    "",
    " ",
    "off",
    "on",
    "treated",
    "rigidity",
    "population.communities",
    "__proto__",
    "constructor",
    "\u001b[31m",
    "a\nb",
    "钟楼",
    "\ud800",
  ),
  fc.constantFrom([], {}, [[]], [{}], { a: { b: {} } }, [1, 2, 3], { from: 0, to: 1, steps: 3 }, { from: 1, to: 0 }, "x".repeat(5000)),
  fc.integer({ min: -5, max: 4000 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);
const names = fc.oneof(
  fc.constantFrom(
    "rigidity",
    "set",
    "arms",
    "week",
    "path",
    "value",
    "weeks",
    "seed",
    "title",
    "extends",
    "interventions",
    "population",
    "communities",
    "factors",
  ),
  fc.constantFrom("__proto__", "constructor", "prototype", "toString", "<<", "", "a.b", "0", "x".repeat(300)),
  fc.string({ maxLength: 8 }),
);
const edit = fc.record({
  at: fc.nat(),
  to: fc.nat(),
  kind: fc.constantFrom("replace", "replace", "remove", "insert", "rename", "repeat", "alias", "move"),
  value: values,
  name: names,
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** A text of YAML with a few of its values, names, lists and maps changed. */
export const withEdits = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([text, edits]) => {
    const document = parseDocument(text);
    for (const one of edits) apply(document, one);
    return document.toString({ lineWidth: 0 }).replace(/["']@@(\w+)["']/g, "*$1");
  });

function apply(document: Document, { at, to, kind, value, name }: Edit): void {
  const holders: { holder: { items: unknown[] }; k: number }[] = [];
  visit(document, {
    Collection(_, node) {
      for (const k of node.items.keys()) holders.push({ holder: node as { items: unknown[] }, k });
    },
  });
  if (holders.length === 0) return;
  const { holder, k } = holders[at % holders.length];
  const other = holders[to % holders.length];
  const item = holder.items[k];
  const node = () => document.createNode(value);
  if (kind === "remove") holder.items.splice(k, 1);
  else if (kind === "repeat") holder.items.push(item);
  else if (kind === "move") {
    const moved = other.holder.items[other.k] as { clone(): unknown };
    if (isPair(item) === isPair(moved)) holder.items[k] = moved.clone();
  } else if (kind === "insert") {
    if (isMap(holder)) holder.items.push(document.createPair(name, value));
    else if (isSeq(holder)) holder.items.splice(k, 0, node());
  } else if (isPair(item)) {
    if (kind === "rename") (item.key as Scalar).value = name;
    else if (kind === "replace") item.value = node();
    else item.value = aliasOf(document, other.holder);
  } else if (kind === "alias") holder.items[k] = aliasOf(document, other.holder);
  else holder.items[k] = node();
}

/** What will be written as an alias of a list or map, which may be one that it stands in, or one that comes later. */
function aliasOf(document: Document, holder: { items: unknown[] }): Scalar {
  const target = holder as { items: unknown[]; anchor?: string };
  target.anchor ??= `a${target.items.length}`;
  return document.createNode(`@@${target.anchor}`) as Scalar;
}

/** The bytes of a text with a few changed, left out, repeated or put in. */
export const withBytes = (texts: readonly string[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(
        fc.record({
          at: fc.nat(),
          length: fc.integer({ min: 0, max: 40 }),
          bytes: fc.oneof(fc.uint8Array({ maxLength: 4 }), signs),
          repeat: fc.boolean(),
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
    )
    .map(([text, edits]) => {
      let bytes = [...new TextEncoder().encode(text)];
      for (const { at, length, bytes: put, repeat } of edits) {
        const from = at % (bytes.length + 1);
        bytes = [...bytes.slice(0, from), ...put, ...bytes.slice(repeat ? Math.max(0, from - length) : from + length)];
      }
      return Uint8Array.from(bytes);
    });

/** Signs that mean something in YAML. */
const signs = fc.constantFrom(..."{}[]:,-?#&*!|>'\"%@`\n\t~ ").map((sign) => new TextEncoder().encode(sign));
