import { scenarioSchema } from "../../mechanisms/index.ts";
import { type Bilingual, type ParameterEntry, parameterCatalog } from "../../scenario/index.ts";
import type { Lever, ShownLever } from "../../teaching/index.ts";
import { parameterName, valueOfParameter } from "../../words/index.ts";

const entries = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));
const both = (say: (language: "en" | "zh") => string): Bilingual => ({ en: say("en"), zh: say("zh") });

/** A lever in the words of phones, which know no schema. */
export function shownLever({ path, choices, usual }: Lever): ShownLever {
  const entry = entries.get(path) as ParameterEntry;
  return {
    label: both((language) => parameterName(language, entry)),
    choices: choices.map(({ value, cost }) => ({ text: both((language) => valueOfParameter(language, entry, value)), cost })),
    usual,
  };
}
