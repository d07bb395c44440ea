import fc from "fast-check";

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;
/** All places of a document, from the outside in. */
function* places(of: Tree): Generator<{ holder: Tree; key: string }> {
  for (const [key, value] of Object.entries(of)) {
    yield { holder: of, key };
    if (isTree(value)) yield* places(value);
  }
}

const value = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e9, 1e308, 0.5, "", "x", "off", [], {}, [[]], "\u001b[31m", "../../out"),
  fc.jsonValue({ maxDepth: 2 }),
);
/** What befalls a document: a value is put in another's place, under another name, or taken out. */
export const anyEdit = fc.record({
  at: fc.nat(),
  value,
  remove: fc.boolean(),
  name: fc.option(fc.constantFrom("__proto__", "constructor", "x")),
});
export type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

/** The document after all that, as it comes out of JSON. */
export function edited(document: unknown, edits: readonly Edit[]): unknown {
  let data = structuredClone(document);
  for (const { at, value, remove, name } of edits) {
    if (!isTree(data)) break;
    const all = [...places(data)];
    if (at % 50 === 0 || all.length === 0) data = value;
    else {
      const { holder, key } = all[at % all.length];
      if (remove && Array.isArray(holder)) holder.splice(Number(key), 1);
      else if (remove) delete (holder as Record<string, unknown>)[key];
      else if (name !== null) Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
      else (holder as Record<string, unknown>)[key] = value;
    }
    data = JSON.parse(JSON.stringify(data)); // an array keeps no names, such as a constructor of its own
  }
  return data;
}
