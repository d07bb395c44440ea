import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { paperRows } from "../../src/experiment/index.ts";
import { paperIndexPage } from "../../src/exports/index.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const REFERENCES = "docs/references.md";
const references = read(REFERENCES);

/** What is tracked and written by hand, as text; without the two files that hold rules about texts of this kind. */
const texts = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(tsx?|md|ya?ml|cff|html|css|sh)$/.test(file) && file !== REFERENCES && !file.includes("tests/architecture/"))
  .map((file) => ({ file, text: read(file) }));

/** Tags of sources: [S12], and all of [S57]-[S60]. */
function tagsIn(text: string): number[] {
  return [...text.matchAll(/\[S(\d+)\](?:-\[S(\d+)\])?/g)].flatMap(([, from, to]) => {
    const first = Number(from);
    return Array.from({ length: Number(to ?? from) - first + 1 }, (_, k) => first + k);
  });
}

/** Family name of the last author and year: "Kish 1965", "Campolongo et al. (2007)", "and K.-S. Jun (2024)". */
function worksIn(text: string): [name: string, year: string][] {
  const found = text.matchAll(
    /(\p{Lu}[\p{L}'’]+(?:-\p{Lu}[\p{L}]+)*)(?: et al\.)?,? \(?((?:18|19|20)\d\d)\b(?![\d,.-]*(?:\d|%| weeks| resid))/gu,
  );
  return [...found].map(([, name, year]) => [name, year] as [string, string]).filter(([name]) => !noAuthors.has(name));
}

/** Capitals before a year that are places, months, programs and words at the beginning of a sentence. */
const noAuthors = new Set(
  (
    "CIE Changzhou Zhonglou Jiangsu Shanghai Kunshan Hubei Nanjing Guangzhou Beijing Ningbo Liyang Hangzhou Taizhou Wuhan ODD YAML HTML ECMA " +
    "January February March April May June July August September October November December Node Since Until In Of From By After"
  ).split(" "),
);

describe("references", () => {
  it("list every source that a comment, a parameter, a scenario or a document names, with a year or none, and where it was found", () => {
    const listed = new Map(
      [...references.matchAll(/^\| \[S(\d+)\] \| (.+) \| (\d{4}|-) \| (\S.*) \|$/gm)].map((row) => [Number(row[1]), row]),
    );
    const named = texts.flatMap(({ text }) => tagsIn(text));
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((tag) => !listed.has(tag))).toEqual([]);
    // And none that nothing names.
    const all = new Set([...named, ...tagsIn(references.replace(/^\| \[S\d+\].*$/gm, ""))]);
    expect([...listed.keys()].filter((tag) => !all.has(tag))).toEqual([]);
  });

  it("writes tags singly, so that each can be found", () => {
    for (const { file, text } of texts) expect(text.match(/\[S\d+,|\bS\d+ and S\d+\b/), file).toBeNull();
  });

  it("list every work that is cited by author and year", () => {
    const lines = references.split("\n").filter((line) => line.startsWith("- "));
    const listed = (name: string, year: string) => lines.some((line) => line.includes(name) && line.includes(`(${year})`));
    const cited = texts.flatMap(({ file, text }) => worksIn(text).map(([name, year]) => ({ file, name, year })));
    expect(cited.length).toBeGreaterThan(80);
    expect(cited.filter(({ name, year }) => !listed(name, year)).map(({ file, name, year }) => `${file}: ${name} ${year}`)).toEqual([]);
  });

  it("list every equation that is named", () => {
    const listed = new Set([...references.matchAll(/^\| (4\.\d+) \|/gm)].map(([, number]) => number));
    const named = texts.flatMap(({ text }) => [...text.matchAll(/\beqs?\. (4\.\d+)/g)].map(([, number]) => number));
    expect(named.length).toBeGreaterThan(30);
    expect([...new Set(named)].filter((number) => !listed.has(number))).toEqual([]);
  });

  it("have a section for each that comments send readers to", () => {
    const sections = new Set([...references.matchAll(/^## (.+)$/gm)].map(([, title]) => title.toLowerCase()));
    const named = texts.flatMap(({ text }) => [...text.matchAll(/\(references: ([a-z ,]+)/g)].flatMap(([, list]) => list.split(", ")));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((title) => !sections.has(title.trim()))).toEqual([]);
  });
});

describe("the register of the paper", () => {
  it("stands in docs/register.md as the program prints it", () => {
    // If this fails: npx four-circles register --markdown > docs/register.md
    expect(read("docs/register.md")).toBe(paperIndexPage());
  });

  it("has every row that a comment or a document names in brackets", () => {
    const known = new Set(paperRows.map(({ row }) => row));
    const named = texts.flatMap(({ text }) => [...text.matchAll(/\[([BDFGHILMNTVWZ]\d\d?[a-z]?)\]/g)].map(([, row]) => row));
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].filter((row) => !known.has(row))).toEqual([]);
  });
});

it("refers to no file outside the repository", () => {
  for (const { file, text } of texts) {
    expect(text.match(/\bshared\/[A-Za-z]|\b(?:science|MODEL|ARCHITECTURE|STYLE|WORDS)\.md|\bdossier\b/), file).toBeNull();
  }
});

it("names no file that is not there", () => {
  // What tests write into a folder of their own is none of the project's.
  const made = new Set(["tests/e2e/package.test.ts"]);
  const missing = texts
    .filter(({ file }) => !made.has(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\w./-])(?:src|tests|docs|bench|proof|scenarios|public)\/[\w./-]+\.(?:tsx?|md|ya?ml|json|css|csv|sh)\b/g)]
        .filter(([path]) => !existsSync(join(root, path)))
        .map(([path]) => `${file}: ${path}`),
    );
  expect(missing).toEqual([]);
});

it("links to no file that is not there", () => {
  const missing = texts
    .filter(({ file }) => file.endsWith(".md"))
    .flatMap(({ file, text }) =>
      [...text.replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)/g)]
        .filter(([, path]) => !existsSync(join(root, dirname(file), path)))
        .map(([, path]) => `${file}: ${path}`),
    );
  expect(missing).toEqual([]);
});
