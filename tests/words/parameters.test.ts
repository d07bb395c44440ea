import { expect, it } from "vitest";
import { mechanisms, scenarioSchema } from "../../src/mechanisms/index.ts";
import { parameterCatalog } from "../../src/scenario/index.ts";
import { asRead, asWritten, languages, optionWord, parameterName, unitWord, valueOfParameter } from "../../src/words/index.ts";
import { faultsOfHelp, faultsOfLabel, report } from "../support/wordRules.ts";

const catalog = parameterCatalog(scenarioSchema);

it("has a written name and a help that adds to it, in both languages, for every parameter", () => {
  expect(catalog.length).toBeGreaterThan(400);
  expect(catalog.flatMap(({ path, label }) => report(`${path} “${label.en}” “${label.zh}”`, faultsOfLabel(label)))).toEqual([]);
  expect(catalog.flatMap(({ path, label, help }) => report(path, faultsOfHelp(help, label)))).toEqual([]);
});

it("writes titles, summaries and chances of mechanisms by the same rules", () => {
  const faults = mechanisms.flatMap(({ id, title, summary, chances = {} }) => [
    ...report(id, faultsOfLabel(title, 48)),
    ...report(id, faultsOfHelp(summary)),
    ...Object.values(chances).flatMap((draws) =>
      Object.values(draws).flatMap(({ en, zh }) => report(`${id}: ${en}`, faultsOfHelp({ en: `${en}.`, zh: `${zh}。` }))),
    ),
  ]);
  expect(faults).toEqual([]);
});

it("calls no two parameters of a mechanism or a section alike", () => {
  for (const language of languages) {
    const names = catalog.map((entry) => parameterName(language, entry));
    expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
    expect(names.filter((name) => name.includes("mechanisms."))).toEqual([]);
  }
});

it("has a word in both languages for every unit, every choice and every item of a list", () => {
  for (const language of languages) {
    const units = catalog.map(({ unit }) => unit).filter((unit) => unit !== "" && unitWord(language, unit) === undefined);
    const names = catalog
      .flatMap(({ options = [], of = [] }) => [...options, ...of])
      .filter((name) => optionWord(language, name) === undefined);
    expect({ units, names }).toEqual({ units: [], names: [] });
  }
});

it("reads a unit once: not in the name and again beside the value", () => {
  const stem = (word: string) => word.toLowerCase().replace(/(?<=..)s$/, "");
  const small = new Set(["a", "an", "at", "in", "of", "per", "if", "all", "the"]);
  const twice = catalog.filter(({ label, unit }) => {
    const shown = unitWord("en", unit) ?? "";
    if (unit === "" || shown.startsWith("%")) return false;
    const words = new Set(label.en.split(/[\s-]+/).map(stem));
    return shown.split(/[\s,/]+/).some((word) => !small.has(word) && words.has(stem(word)));
  });
  expect(twice.map(({ path, label, unit }) => `${path}: ${label.en} ${unit}`)).toEqual([]);
  expect(catalog.filter(({ label }) => /周|小时|分钟|元(?!闭)|%/.test(label.zh)).map(({ path, label }) => `${path}: ${label.zh}`)).toEqual(
    [],
  );
});

it("reads shares and chances in percent, and writes them as fractions", () => {
  expect(asRead("share of adults", 0.07)).toBe(7);
  expect(asRead("probability per week", 0.005)).toBe(0.5);
  expect(asRead("weeks", 7)).toBe(7);
  expect(asRead("0-1", 0.5)).toBe(0.5);
  expect(unitWord("en", "share of adults")).toBe("% of adults");
  expect(unitWord("zh", "share of adults")).toBe("占成年人的 %");
  expect(unitWord("zh", "share of the gap to full")).toBe("与满值差距的 %");
  for (const { unit, min = 0, max = 1, default: value } of catalog) {
    for (const number of [min, max, value]) if (typeof number === "number") expect(asWritten(unit, asRead(unit, number))).toBe(number);
  }
  const rate = catalog.find(({ path }) => path === "population.registeredVolunteers");
  expect(valueOfParameter("en", rate as never, 0.218)).toBe("21.8%");
  const mode = catalog.find(({ path }) => path === "partyBuilding");
  expect(valueOfParameter("zh", mode as never, "placebo")).toBe("安慰剂");
});
