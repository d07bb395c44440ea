import { expect, it } from "vitest";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { parameterCatalog } from "../../src/scenario/index.ts";
import { languages, optionWord, unitWord } from "../../src/words/index.ts";

const catalog = parameterCatalog(scenarioSchema);

it("has a word in both languages for every unit, every choice and every item of a list", () => {
  for (const language of languages) {
    const units = catalog.map(({ unit }) => unit).filter((unit) => unit !== "" && unitWord(language, unit) === undefined);
    const names = catalog
      .flatMap(({ options = [], of = [] }) => [...options, ...of])
      .filter((name) => optionWord(language, name) === undefined);
    expect({ units, names }).toEqual({ units: [], names: [] });
  }
});

it("tells the parameters of a mechanism apart by the beginning of their Chinese descriptions", () => {
  const seen = new Map<string, string>();
  for (const { path, descriptionZh } of catalog) {
    const label = `${path.split(".").slice(0, -1).join(".")} ${descriptionZh.split(/[，；：（。]/)[0]}`;
    expect(seen.get(label), `${path}: ${label}`).toBeUndefined();
    seen.set(label, path);
  }
});
