import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { matterStates, matterTypes } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { storyKinds, tableOf } from "../../src/observation/index.ts";
import { columnName, valueInWords } from "../../src/words/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

it("every column of an agent that has a story has a name in both languages", async () => {
  const { world } = runWeeks(await small(), 0);
  for (const kind of storyKinds) {
    for (const column of Object.keys(tableOf(world, kind).spec)) {
      expect(columnName("zh", kind, column), `${kind}.${column}`).toMatch(/[\u4e00-\u9fff]/);
      expect(columnName("en", kind, column), `${kind}.${column}`).not.toMatch(/[\u4e00-\u9fff]/);
    }
  }
});

it("every type and state of a matter has a name in both languages", () => {
  for (const language of ["en", "zh"] as const) {
    for (const [column, codes] of [
      ["type", matterTypes],
      ["state", matterStates],
    ] as const) {
      const names = codes.map((_, value) => valueInWords(language, "matter", { column, unit: "code" }, value));
      expect(new Set(names).size).toBe(codes.length);
      for (const name of names) expect(name).not.toMatch(/^\d+$/);
    }
  }
});

it("every mechanism that takes a chance says what it decides", () => {
  const folder = join(import.meta.dirname, "../../src/mechanisms");
  const byId = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));
  let seen = 0;
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
    const id = file.replace(/^.*\/|\.ts$/g, "");
    const mechanism = byId.get(id);
    if (mechanism === undefined) continue;
    if (!/\.(chance|choose)\(/.test(readFileSync(join(folder, file), "utf8"))) continue;
    seen++;
    expect(Object.keys(mechanism.chances ?? {}).length, id).toBeGreaterThan(0);
  }
  expect(seen).toBeGreaterThan(30);
});
