import fc from "fast-check";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { type ParameterEntry, parameterCatalog } from "../../src/scenario/index.ts";

/** All parameters of a scenario. */
export const catalog = parameterCatalog(scenarioSchema);

/** Any valid value of a parameter, as text for --set. */
function anyValue(entry: ParameterEntry): fc.Arbitrary<string> {
  const { type, min = 0, max = 1, options = [] } = entry;
  if (type === "boolean") return fc.boolean().map(String);
  if (type === "choice") return fc.constantFrom(...options);
  if (type === "numbers") {
    const { length } = entry.default as readonly number[];
    return fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length }).map((list) => JSON.stringify(list));
  }
  if (type === "integer") return fc.integer({ min, max }).map(String);
  return fc.double({ min, max, noNaN: true }).map((value) => JSON.stringify(value));
}

/** Any valid values of some parameters, as texts for --set. */
export const anyOf = (entries: readonly ParameterEntry[]) =>
  fc.tuple(...entries.map((entry) => anyValue(entry).map((value) => `${entry.path}=${value}`)));
