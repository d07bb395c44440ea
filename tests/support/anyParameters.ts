import fc from "fast-check";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { type ParameterEntry, parameterCatalog } from "../../src/scenario/index.ts";

/** All parameters of a scenario. */
export const catalog = parameterCatalog(scenarioSchema);

const STEPS = 1000;

/**
 * Any valid value of a parameter, its bounds more often than chance would have it; as text for --set. Numbers are spread
 * evenly over their bounds: fc.double would take mostly such as are next to zero.
 */
function anyValue(entry: ParameterEntry): fc.Arbitrary<string> {
  const { type, min = 0, max = 1, options = [] } = entry;
  if (type === "boolean") return fc.boolean().map(String);
  if (type === "choice") return fc.constantFrom(...options);
  const between = type === "integer" ? fc.integer({ min, max }) : fc.nat(STEPS).map((step) => min + ((max - min) * step) / STEPS);
  const number = fc.oneof({ weight: 2, arbitrary: between }, fc.constantFrom(min, max));
  if (type !== "numbers") return number.map((value) => JSON.stringify(value));
  const { length } = entry.default as readonly number[];
  return fc.array(number, { minLength: length, maxLength: length }).map((list) => JSON.stringify(list));
}

/** Any valid values of some parameters, as texts for --set. */
export const anyOf = (entries: readonly ParameterEntry[]): fc.Arbitrary<string[]> =>
  fc.tuple(...entries.map((entry) => anyValue(entry).map((value) => `${entry.path}=${value}`)));

/** What makes a run large, or long, at which a test is content with less than the bounds allow. */
const small: Readonly<Record<string, Partial<ParameterEntry>>> = {
  weeks: { max: 60 },
  "population.residents": { max: 400 },
  "population.communities": { max: 4 },
  "population.groupsPerCommunity": { max: 30 },
  "organizations.count": { max: 60 },
};

/** Any valid scenario of a small district: each parameter at its default or anywhere within its bounds. */
export const anyScenario: fc.Arbitrary<string[]> = fc
  .tuple(
    ...catalog.map((entry) => {
      const value = anyValue({ ...entry, ...small[entry.path] }).map((text) => [`${entry.path}=${text}`]);
      return entry.path in small ? value : fc.oneof(value, fc.constant<string[]>([]));
    }),
  )
  .map((lists) => lists.flat());
