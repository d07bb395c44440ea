import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernels, kernelFiles } from "../../src/kernels/build.ts";
import { type Column, columnArrays, type Kernel, openMemory } from "../../src/kernels/index.ts";
import { LIMITS } from "../../src/mechanisms/tiesChange/seekTies.kernel.ts";
import { YEARS } from "../../src/observation/summaries.kernel.ts";

const src = join(import.meta.dirname, "../../src");
const files = kernelFiles();

/** Each kernel: its file, its name, and its parameters in their order. */
const kernels = files.flatMap((file) =>
  [...readFileSync(join(src, file), "utf8").matchAll(/^export function (\w+)\(([^)]*)\)/gm)].map(([, name, list]) => ({
    file,
    name,
    parameters: [...list.matchAll(/(\w+): (\w+)/g)].map(([, parameter, type]) => ({ parameter, type })),
  })),
);

const arrays: Record<string, keyof typeof columnArrays> = {
  U8s: "u8",
  U16s: "u16",
  U32s: "u32",
  I16s: "i16",
  I32s: "i32",
  F32s: "f32",
  F64s: "f64",
  Words: "u32",
};

const WIDTH = 8; // values in a row, at most
const MOST_SUMS = 32; // written in a row
const OLDEST = 40; // years; the young are no adults
const MOST_CANDIDATES = WIDTH / 2; // two numbers are drawn for each
const MOST_BLOCKS = 2; // of four words

/**
 * Any values for a parameter, in a town of so many residents. Whole numbers are rows of some table, or none (below 0);
 * parameters that must be more than that are told here by name.
 */
function anyValue(parameter: string, type: string, n: number): fc.Arbitrary<number | number[]> {
  if (parameter === "from") return fc.nat(n - 1);
  if (parameter === "to") return fc.integer({ min: 0, max: n });
  if (parameter === "candidates") return fc.nat(MOST_CANDIDATES);
  const part = fc.nat(1_000_000).map((k) => k / 1_000_000);
  const number = fc.oneof(
    part,
    fc.constantFrom(0, 1, -1, 0.5),
    part.map((x) => 8 * x - 4),
  );
  const rows = (length: number, value: fc.Arbitrary<number>) => fc.array(value, { minLength: length, maxLength: length });
  // It stands nowhere at 0, from where it does not move on.
  if (parameter === "alea")
    return rows(
      4,
      fc.nat(1_000_000).map((k) => (k + 0.5) / 1_000_001),
    );
  const row = fc.nat(n - 1);
  if (parameter === "blocks") return fc.nat(MOST_BLOCKS);
  if (parameter === "limits") return rows(LIMITS * LIMITS, fc.oneof(fc.constant(0), number));
  if (parameter === "age") return rows(n * WIDTH, fc.nat(OLDEST));
  if (parameter === "out") return rows(n * WIDTH + MOST_SUMS, number);
  if (parameter === "byAge") return rows(OLDEST + 1, row);
  if (parameter === "counts") return rows(4 * YEARS, row);
  if (parameter === "moved") return rows(YEARS, number);
  switch (type) {
    case "f64":
      return number;
    case "i32":
      return row;
    case "U8s":
      return rows(n * WIDTH, fc.nat(Math.min(3, n - 1)));
    case "U16s":
    case "U32s":
      return rows(n * WIDTH, row);
    case "I16s":
    case "I32s":
      return rows(n * WIDTH, fc.integer({ min: -1, max: n - 1 }));
    case "Words":
      return rows(n * WIDTH, fc.nat(0xffffffff));
    default:
      return rows(n * WIDTH, number);
  }
}

/** Ties of a small town: `offsets`, `degree` and `neighbors` that fit each other, every tie in both rows. */
const anyTies = (n: number) =>
  fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 3 * n }).map((pairs) => {
    const rows = Array.from({ length: n }, (): number[] => []);
    for (const [i, j] of pairs) {
      rows[i].push(j);
      rows[j].push(i);
    }
    const offsets = [0];
    for (const row of rows) offsets.push(offsets[offsets.length - 1] + row.length + 1);
    return {
      offsets,
      degree: rows.map(({ length }) => length),
      neighbors: rows.flatMap((row) => [...row, 0]),
      core: rows.flatMap((row) => [...row.map((j) => j % 8), 0]),
    };
  });

describe("kernels", () => {
  it("are there", () => {
    expect(kernels.length).toBeGreaterThan(0);
    for (const { name } of kernels) expect(kernels.filter((other) => other.name === name)).toHaveLength(1);
  });

  it.each(kernels)("$name gives the same bits compiled and as it is read", async ({ file, name, parameters }) => {
    const run = (await import(join(src, file)))[name] as (...values: (number | Column)[]) => unknown;
    const anyCall = fc.integer({ min: 1, max: 12 }).chain((n) =>
      fc.record({
        ties: anyTies(n),
        values: fc.tuple(...parameters.map(({ parameter, type }) => anyValue(parameter, type, n))),
      }),
    );
    const memory = openMemory("wasm");
    expect(memory.kernels).toBe("wasm");
    const compiled = memory.kernel({ [name]: run as Kernel }) as typeof run;
    fc.assert(
      fc.property(anyCall, ({ ties, values }) => {
        const given = parameters.map(({ parameter, type }, k) => {
          const value = parameter in ties ? ties[parameter as keyof typeof ties] : values[k];
          return typeof value === "number" ? value : (columnArrays[arrays[type]].from(value) as Column);
        });
        const placed = given.map((value) => (typeof value === "number" ? value : memory.copy(value)));
        const [read, made] = [run(...given), compiled(...placed)];
        expect(made).toBe(read);
        given.forEach((value, k) => {
          if (typeof value !== "number") expect(placed[k], parameters[k].parameter).toEqual(value);
        });
        for (const value of placed) if (typeof value !== "number") memory.giveBack(value);
      }),
      { numRuns: 200 },
    );
    memory.release();
  });

  it("know columns of their world alone", async () => {
    const { file, name, parameters } = kernels.find(({ parameters: [first] }) => first.type in arrays) as (typeof kernels)[number];
    const run = (await import(join(src, file)))[name] as Kernel;
    const call = openMemory("wasm").kernel({ [name]: run }) as (...values: unknown[]) => unknown;
    const strange = parameters.map(({ type }) => (type in arrays ? new columnArrays[arrays[type]](1) : 0));
    expect(() => call(...strange)).toThrow(/value 0 of \w+ does not lie in the memory of its world/);
  });
});

describe("the subset that is compiled", () => {
  it("is kept: nothing but numbers and columns, and what both languages do alike", async () => {
    const { text } = await compileKernels(0);
    expect(text).toContain("f64.mul");
    // Whole numbers divided would lose what is left over; numbers of 32 bits would be rounded at each step.
    expect(text.match(/\b(i32\.(div|rem)_\w|f32\.(add|sub|mul|div|sqrt|min|max))\b/g)).toBeNull();
    // Neither what is drawn from the library of the compiler (its exp has other bits) nor memory that is asked for.
    expect(text.match(/\(func \$~lib\/(?!math\/NativeMath\.(floor|sqrt|abs|min|max|round)\b)[\w/.]*/g)).toBeNull();
  });

  it("imports types, numbers and other kernels alone", () => {
    for (const file of files) {
      const text = readFileSync(join(src, file), "utf8");
      for (const [, from] of text.matchAll(/from "([^"]+)"/g)) expect(from, file).toMatch(/\/(kernels|numeric)\/index\.ts$|\.kernel\.ts$/);
    }
  });
});
