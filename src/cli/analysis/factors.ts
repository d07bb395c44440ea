import { type DesignFactor, priorParameters } from "../../experiment/index.ts";
import { scenarioSchema } from "../../mechanisms/index.ts";
import { parameterCatalog } from "../../scenario/index.ts";
import { CommandFailure } from "../terminal.ts";

/**
 * Factors named on the command line: a parameter, "path=low:high" for a range of its own, or the section of several, of
 * which those with a prior are meant. None named: all parameters with a prior.
 */
export function factorsFrom(command: string, names: readonly string[]): DesignFactor[] {
  if (names.length === 0) return priorParameters();
  const catalog = parameterCatalog(scenarioSchema);
  const factors = names.flatMap((name): DesignFactor[] => {
    const [path, range] = name.split("=");
    const entry = catalog.find((candidate) => candidate.path === path);
    if (!entry) {
      const under = range === undefined ? priorParameters().filter((candidate) => candidate.path.startsWith(`${path}.`)) : [];
      if (under.length > 0) return under;
      const near = catalog.filter((candidate) => candidate.path.includes(path.split(".").at(-1) as string)).slice(0, 5);
      throw new CommandFailure(
        `${command}: ${path} is neither a parameter nor a section with ranged ones. ${near.length > 0 ? `Do you mean ${near.map((of) => of.path).join(", ")}?` : "“four-circles schema” lists them."}`,
      );
    }
    if (entry.type === "numbers")
      throw new CommandFailure(`${command}: ${path} is a list of numbers and cannot be a factor. Take another.`);
    if (range === undefined) return [entry];
    const [low, high, ...rest] = range.split(":").map(Number);
    const { min, max } = entry;
    if (min === undefined || max === undefined)
      throw new CommandFailure(`${command}: ${path} takes words, not a range. Write ${path} alone; all its values are tried.`);
    const whole = entry.type !== "integer" || (Number.isInteger(low) && Number.isInteger(high));
    if (!(low >= min && low < high && high <= max && whole) || rest.length > 0)
      throw new CommandFailure(
        `${command}: the range of ${path} is ${range}. Write low:high ${whole ? "" : "in whole numbers "}within its bounds, such as ${path}=${min}:${max}.`,
      );
    return [{ ...entry, prior: [low, high] }];
  });
  const twice = factors.find(({ path }, f) => factors.findIndex((other) => other.path === path) !== f);
  if (twice) throw new CommandFailure(`${command}: ${twice.path} is named twice. Name each factor once.`);
  return factors;
}

/** Factors with the range, or the values, over which each is varied. */
export const rangesOf = (factors: readonly DesignFactor[]): Record<string, string> =>
  Object.fromEntries(
    factors.map(({ path, type, prior, min, max, options }) => {
      const values = options ?? (type === "boolean" ? [false, true] : undefined);
      return [path, values ? values.join(", ") : (prior ?? [min, max]).join(" to ")];
    }),
  );
