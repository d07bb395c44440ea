import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

it("a test in the folder of a phase has the path of the file that it tests", () => {
  const tests = readdirSync(join(root, "tests/mechanisms"), { recursive: true, encoding: "utf8" }).filter((file) =>
    /\/.*\.test\.ts$/.test(file),
  );
  expect(tests.length).toBeGreaterThan(20);
  expect(tests.filter((file) => !existsSync(join(root, "src/mechanisms", file.replace(/\.test\.ts$/, ".ts"))))).toEqual([]);
});

it("docs/contributing.md names files that there are", () => {
  const page = readFileSync(join(root, "docs/contributing.md"), "utf8");
  const spans = [...page.matchAll(/`((?:src|tests|docs)\/[^` <*]+)`/g)].map(([, path]) => path);
  const links = [...page.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path]) => path);
  expect(spans.length).toBeGreaterThan(30);
  expect([...spans, ...links].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
