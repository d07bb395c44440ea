import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { paperRows, patterns } from "../../src/experiment/index.ts";
import { faultsEn, faultsZh, report } from "../support/wordRules.ts";

const folder = join(import.meta.dirname, "../../scenarios");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
const texts = files.map((file) => ({ file, of: parse(readFileSync(join(folder, file), "utf8")) as Record<string, any> }));

it("gives every scenario, plan and claim that comes along its sentences in both languages", () => {
  expect(texts.length).toBeGreaterThan(40);
  const faults = texts.flatMap(({ file, of }) =>
    ["title", "question", "claim", "against", "rival"]
      .filter((key) => of[key] !== undefined)
      .flatMap((key) => [
        ...report(`${file}: ${key}`, faultsEn(of[key])),
        ...(of[`${key}Zh`] === undefined
          ? [`${file}: ${key}Zh is missing`]
          : report(`${file}: ${key}Zh`, faultsZh(plainZh(of[`${key}Zh`])))),
      ]),
  );
  expect(faults).toEqual([]);
});

it("names estimands in both languages, by no code name, and no two of a claim alike", () => {
  const claims = texts.filter(({ of }) => of.estimands !== undefined);
  expect(claims.filter(({ file }) => file.startsWith("contrasts/")).length).toBe(22);
  expect(claims.filter(({ file }) => file.startsWith("rivals/")).length).toBe(3);
  for (const { file, of } of claims) {
    const names = of.estimands.flatMap(({ name, nameZh }: Record<string, string>) => [name, nameZh]);
    expect(names.filter((name: string) => /_/.test(name) || names.filter((other: string) => other === name).length > 1)).toEqual([]);
    const faults = of.estimands.flatMap(({ name, nameZh }: Record<string, string>) => [
      ...report(`${file}: ${name}`, faultsEn(name)),
      ...report(`${file}: ${nameZh}`, faultsZh(nameZh)),
    ]);
    expect(faults).toEqual([]);
  }
});

it("names patterns and rows of the paper by the same rules", () => {
  const faults = [
    ...patterns().flatMap(({ what, whatZh }) => [...report(what, faultsEn(what)), ...report(whatZh, faultsZh(whatZh))]),
    ...paperRows.flatMap(({ row, en, zh }) => [...report(`${row} ${en}`, faultsEn(en)), ...report(`${row} ${zh}`, faultsZh(zh))]),
  ];
  expect(faults).toEqual([]);
});

/** Rows of the paper, references and shapes stand in Latin letters in any language. */
function plainZh(text: string): string {
  return text.replace(/（[HSZ]\d+）| ?\[S\d+\]| U /g, "");
}
