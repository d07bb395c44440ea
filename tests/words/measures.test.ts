import { expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { measures } from "../../src/observation/index.ts";
import { parameterCatalog } from "../../src/scenario/index.ts";
import { languages, unitWord } from "../../src/words/index.ts";
import { knownUnits } from "../../src/words/units.ts";
import { faultsEn, faultsOfHelp, faultsOfLabel, faultsZh, report } from "../support/wordRules.ts";

it("has a written name and a help that adds to it, in both languages, for every measure", () => {
  expect(measures.length).toBeGreaterThan(130);
  expect(measures.flatMap(({ id, label }) => report(`${id} “${label.en}” “${label.zh}”`, faultsOfLabel(label, 48)))).toEqual([]);
  expect(measures.flatMap(({ id, label, help }) => report(id, faultsOfHelp(help, label)))).toEqual([]);
});

it("calls no two measures alike", () => {
  for (const language of languages) {
    const names = measures.map(({ label }) => label[language]);
    expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
  }
});

it("has words in both languages for the units that are used, and for no others", () => {
  const used = new Set([...measures, ...parameterCatalog(scenarioSchema)].map(({ unit }) => unit).filter((unit) => unit !== ""));
  expect([...used].filter((unit) => languages.some((language) => unitWord(language, unit) === undefined))).toEqual([]);
  expect(knownUnits.filter((unit) => !used.has(unit))).toEqual([]);
  for (const unit of used) {
    expect(report(unit, faultsEn(unitWord("en", unit) as string))).toEqual([]);
    expect(report(unit, faultsZh(unitWord("zh", unit) as string))).toEqual([]);
  }
});
