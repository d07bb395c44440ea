import type { ParameterEntry } from "../../scenario/index.ts";

/** What must be known of a parameter to place it in the unit cube. A design may narrow the prior, or list options of its own. */
export type DesignFactor = Pick<ParameterEntry, "path" | "type" | "prior" | "min" | "max"> & { options?: readonly unknown[] };

/** Ends of the range of a factor, whole for whole numbers. */
export function rangeOf({ path, type, prior, min, max }: DesignFactor): readonly [low: number, high: number] {
  const [low, high] = prior ?? [min, max];
  if (type === "numbers" || low === undefined || high === undefined)
    throw new Error(`parameterValue: ${path} has no range of single numbers. Take another factor, or list the values it may take.`);
  return type === "integer" ? [Math.ceil(low), Math.floor(high)] : [low, high];
}

/** What a factor may be, one by one; undefined for a range. */
export const optionsOf = ({ options, type }: DesignFactor): readonly unknown[] | undefined =>
  options ?? (type === "boolean" ? [false, true] : undefined);

/** Number of values that a factor can take; infinite for a range of numbers that need not be whole. */
export function valueCount(factor: DesignFactor): number {
  const options = optionsOf(factor);
  if (options) return options.length;
  const [low, high] = rangeOf(factor);
  return factor.type === "integer" ? high - low + 1 : Number.POSITIVE_INFINITY;
}

/**
 * Value of a parameter at a point of its axis of the unit cube. Numbers run from one end of the prior, or of the bounds where
 * there is none, to the other; whole numbers, switches and options take equal parts of the axis, the ends as much as others.
 *
 * @param u  in [0, 1]
 */
export function parameterValue(factor: DesignFactor, u: number): unknown {
  const options = optionsOf(factor);
  const count = valueCount(factor);
  const part = Math.min(count - 1, Math.floor(u * count));
  if (options) return options[part];
  const [low, high] = rangeOf(factor);
  return factor.type === "integer" ? low + part : low + u * (high - low);
}

/** True if a step of the factor goes up or down. Two options are ordered as they are listed; more than two only if numbers. */
export function isOrdered(factor: DesignFactor): boolean {
  const options = optionsOf(factor);
  return options === undefined || options.length <= 2 || options.every((option) => typeof option === "number");
}

/** Where a value lies between least (0) and largest (1); NaN for options without order. */
export function placeOf(factor: DesignFactor, value: unknown): number {
  if (!isOrdered(factor)) return Number.NaN;
  const options = optionsOf(factor);
  if (options && !options.every((option) => typeof option === "number")) return options.indexOf(value);
  const [low, high] = options ? [Math.min(...(options as number[])), Math.max(...(options as number[]))] : rangeOf(factor);
  return ((value as number) - low) / (high - low);
}
