import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(join(import.meta.dirname, "../..", file), "utf8");

it("every command stands in the table of the README, and no other", () => {
  const commands = [...read("src/cli/four-circles.ts").matchAll(/(?:\.command|\bstudy)\(\s*"(\w+)"/g)].map(([, name]) => name);
  const rows = read("README.md").match(/^\| .*\|$/gm) ?? [];
  const named = rows.flatMap((row) => [...row.split("|")[1].matchAll(/`(\w+)/g)].map(([, name]) => name));
  expect(commands.length).toBeGreaterThan(15);
  expect(named.filter((name) => commands.includes(name)).sort()).toEqual([...commands].sort());
});
