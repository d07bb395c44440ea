import fc from "fast-check";
import { scenarioSchema } from "../../src/mechanisms/index.ts";
import { type ParameterEntry, parameterCatalog } from "../../src/scenario/index.ts";

/** All parameters of a scenario. */
export const catalog = parameterCatalog(scenarioSchema);

const STEPS = 1000;

/** With three digits, as a person writes it; within its bounds. */
const written = (value: number, min: number, max: number) => Math.min(max, Math.max(min, Number(value.toPrecision(3))));

export type Value = number | boolean | string | number[];

/**
 * Any valid value of a parameter, its bounds more often than chance would have it. Numbers are spread evenly over their
 * bounds: fc.double would take mostly such as are next to zero.
 */
export function anyValue(entry: ParameterEntry): fc.Arbitrary<Value> {
  const { type, min = 0, max = 1, options = [] } = entry;
  if (type === "boolean") return fc.boolean();
  if (type === "choice") return fc.constantFrom(...options);
  const between =
    type === "integer" ? fc.integer({ min, max }) : fc.nat(STEPS).map((step) => written(min + ((max - min) * step) / STEPS, min, max));
  const number = fc.oneof({ weight: 2, arbitrary: between }, fc.constantFrom(min, max));
  if (type !== "numbers") return number;
  const { length } = entry.default as readonly number[];
  return fc.array(number, { minLength: length, maxLength: length });
}

/** Any valid values of some parameters, as texts for --set. */
export const anyOf = (entries: readonly ParameterEntry[]): fc.Arbitrary<string[]> =>
  fc.tuple(
    ...entries.map((entry) => anyValue(entry).map((value) => `${entry.path}=${typeof value === "string" ? value : JSON.stringify(value)}`)),
  );
