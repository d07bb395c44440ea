import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const src = join(import.meta.dirname, "../../src");
/** Compiles kernels when the program is built: no part of the program. */
const COMPILER = "kernels/build.ts";
const KERNEL = ".kernel.ts";
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && file !== COMPILER);

/** One way down: each folder may import from those named, and from itself. */
const below = [
  "kernels",
  "numeric",
  "random",
  "scenario",
  "population",
  "circles",
  "engine",
  "mechanisms",
  "observation",
  "experiment",
  "exports",
  "teaching",
];
const upTo = (folder: string) => below.slice(0, below.indexOf(folder));
const mayImport: Record<string, readonly string[]> = {
  ...Object.fromEntries(below.map((folder) => [folder, upTo(folder)])),
  mechanisms: ["kernels", "numeric", "random", "scenario", "population", "circles", "engine"],
  observation: ["kernels", "numeric", "scenario", "population", "circles", "engine"], // cannot draw
  experiment: ["kernels", "numeric", "random", "scenario", "population", "circles", "engine", "mechanisms", "observation"],
  workbook: ["scenario"],
  words: ["scenario", "observation", "workbook"], // what it puts into words
  views: ["numeric", "observation", "scenario", "words"],
  worker: [...below, "workbook", "words", "views"],
  cli: [...below, "workbook", "words"],
  library: [...below, "workbook", "words"],
  pages: [...below, "workbook", "words", "views", "worker"],
};

interface Import {
  file: string;
  folder: string;
  target: string;
  internal: boolean;
}

/** A folder is entered through its index; a kernel enters others through their kernels alone. */
const isDoor = (file: string, target: string) => /^[^/]+\/index\.tsx?$/.test(target) || (file.endsWith(KERNEL) && target.endsWith(KERNEL));

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)].flatMap((match) => {
    const target = relative(src, resolve(join(src, file), "..", match[1]));
    const folder = file.split("/")[0];
    if (target.startsWith("..")) return []; // package.json
    return [{ file, folder, target, internal: target.split("/")[0] !== folder && !isDoor(file, target) && target !== COMPILER }];
  });
});

describe("the import table", () => {
  it("saw the files and their imports", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(100);
  });

  it("knows every folder", () => {
    for (const folder of new Set(files.map((file) => file.split("/")[0]))) expect(Object.keys(mayImport)).toContain(folder);
  });

  it("is kept: imports only point down", () => {
    const broken = imports.filter(
      ({ folder, target }) => target.split("/")[0] !== folder && !mayImport[folder].includes(target.split("/")[0]),
    );
    expect(broken).toEqual([]);
  });

  it("is kept at the doors: a folder is entered through its index", () => {
    const workerDoor = (target: string) => target.startsWith("worker/");
    expect(imports.filter(({ internal, target }) => internal && !workerDoor(target))).toEqual([]);
  });

  it("lets pages alone start workers: a worker has them started for it, src/worker/helpers.ts says why", () => {
    const from = new Map<string, string[]>();
    for (const { file, target } of imports) from.set(file, [...(from.get(file) ?? []), target]);
    const reached = new Set(files.filter((file) => file.endsWith(".worker.ts") && file.startsWith("worker/")));
    expect(reached.size).toBeGreaterThan(5);
    for (const file of reached) for (const target of from.get(file) ?? []) reached.add(target);
    const starting = files.filter((file) => /new Worker\(\s*new URL/.test(readFileSync(join(src, file), "utf8")));
    expect(starting).toContain("worker/client.ts");
    expect(starting.filter((file) => reached.has(file))).toEqual([]);
  });

  it("lets only worker, cli and pages touch the outside world", () => {
    for (const file of files) {
      const folder = file.split("/")[0];
      if (folder === "cli" || folder === "worker" || folder === "pages") continue;
      expect(readFileSync(join(src, file), "utf8"), file).not.toMatch(/from ["']node:|["']comlink["']/);
    }
  });
});

describe("determinism", () => {
  const under = ["kernels", "numeric", "random", "scenario", "population", "circles", "engine", "mechanisms", "observation", "experiment"];
  const inexact = "random|exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot";
  it("keeps the clock, Math.random, inexact Math and ** out of everything that a run depends on", () => {
    let seen = 0;
    for (const file of files.filter((name) => under.includes(name.split("/")[0]))) {
      seen++;
      const code = readFileSync(join(src, file), "utf8")
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .replace(/\/\/.*$/gm, "")
        .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
      expect(code.match(new RegExp(`Math\\.(${inexact})\\b`)), file).toBeNull();
      expect(code.match(/\bDate\b|performance\.now|crypto\./), file).toBeNull();
      expect(code.match(/[\w)\]] \*\* /), file).toBeNull();
    }
    expect(seen).toBeGreaterThan(50);
  });
});
