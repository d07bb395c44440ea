import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/scenario/yaml.ts";
import { tellSaid } from "../../src/words/index.ts";

/** What is said of a text, with the place of it. */
const told = (text: string) =>
  readYaml(text).troubles.map(({ line, column, path, message }) => `${line}:${column} ${path.join(".")} ${tellSaid("en", message)}`);

describe("readYaml", () => {
  it("gives plain values, and says where each is written", () => {
    const { value, troubles, find } = readYaml("a: &x [1, b]\nc: { d: *x, 7: .inf }\ne:\n");
    expect([value, troubles]).toEqual([{ a: [1, "b"], c: { d: [1, "b"], 7: Number.POSITIVE_INFINITY }, e: null }, []]);
    expect([find(["a", 1], false), find(["c", "7"], true), find(["c", "7"], false), find(["e"], true)]).toEqual([
      { line: 1, column: 11 },
      { line: 2, column: 13 },
      { line: 2, column: 16 },
      { line: 3, column: 1 },
    ]);
    // Behind an alias there is nothing written: its own place is the nearest.
    expect([find(["c", "d"], false), find(["c", "d", 1], false), find(["f"], false)]).toEqual([
      { line: 2, column: 9 },
      undefined,
      undefined,
    ]);
  });

  it("leaves out what cannot be taken as it is written, and reads the rest", () => {
    const { value } = readYaml("a: *none\nb: 1\nb: 2\n<<: { c: 1 }\n? [x]\n: 3\nd: &d [4, *d]\n");
    expect(value).toEqual({ a: undefined, b: 1, d: [4, undefined] });
    expect(told("a: *none\nb: 1\nb: 2\n<<: { c: 1 }\n? [x]\n: 3\nd: &d [4, *d]\n")).toEqual([
      "1:4 a is *none, but nothing above is marked &none.",
      "3:1 b stands here twice.",
      "4:1 << joins maps, which is not read.",
      "5:3  has a key that is no name.",
      "7:11 d.1 is *d, which contains itself.",
    ]);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"])(
    "refuses %s as a name, at any depth",
    (name) => {
      const { value } = readYaml(`${name}: { x: 1 }\na: [{ ${name}: 2, y: 3 }]`);
      expect(told(`${name}: { x: 1 }\na: [{ ${name}: 2, y: 3 }]`)).toEqual([
        `1:1 ${name} is a word of the program itself.`,
        `2:7 a.0.${name} is a word of the program itself.`,
      ]);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(Object.keys(value as object)).toEqual(["a"]);
    },
  );

  it("takes other names of the kind for names", () => {
    expect(readYaml("prototype: 1\n__proto: 2\nlength: 3")).toMatchObject({ value: { prototype: 1, __proto: 2, length: 3 }, troubles: [] });
  });

  it("bounds what aliases stand for, and how deep lists and maps stand in one another", () => {
    const bomb = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"];
    for (let k = 1; k < 12; k++) bomb.push(`a${k}: &a${k} [${Array.from({ length: 10 }, () => `*a${k - 1}`).join(", ")}]`);
    expect(told(bomb.join("\n")).join("\n")).toMatch(/^5:\d+ a4\.\d is \*a3: aliases stand for more than 100,000 values\.$/m);
    const nested = (levels: number, inside = "") => `${"[".repeat(levels)}${inside}${"]".repeat(levels)}`;
    expect(told(`a: ${nested(59)}`)).toEqual([]);
    expect(told(`a: ${nested(61)}`)).toEqual(["1:65  is not YAML: Lists and maps stand in one another more than 60 deep."]);
    expect(told(`a: &a ${nested(40)}\nb: ${nested(40, "*a")}`)).toEqual([
      expect.stringMatching(/^1:27 .* stands in more than 60 lists and maps\.$/),
    ]);
    for (const deep of ["[".repeat(50_000), "- ".repeat(50_000), "? ".repeat(50_000), "{a: ".repeat(50_000)])
      expect(told(`a: ${deep}`).length).toBeGreaterThan(0);
  });

  it("lists what is no YAML, up to a bound", () => {
    expect(told("a: [1\nb: 2\n")[0]).toMatch(/^2:1 {2}is not YAML: /);
    expect(told("a: 1\n---\nb: 2\n")).toEqual(["2:1  is not YAML: A second document begins here, and one is read."]);
    expect(told("a: !!binary aGk=")[0]).toContain("is not YAML: Unresolved tag");
    expect(told("]".repeat(100_000)).length).toBe(101);
  });
});
