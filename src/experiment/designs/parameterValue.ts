import type { ParameterEntry } from "../../scenario/index.ts";

/** What must be known of a parameter to place it in the unit cube. A design may narrow the prior, or list options of its own. */
export type DesignFactor = Pick<ParameterEntry, "path" | "type" | "prior" | "min" | "max"> & { options?: readonly unknown[] };

/**
 * Value of a parameter at a point of its axis of the unit cube. Numbers run from one end of the prior, or of the bounds where
 * there is none, to the other; whole numbers are rounded, so that the ends carry half the weight of the others; switches and
 * options take equal parts of the axis.
 *
 * @param u  in [0, 1]
 */
export function parameterValue({ path, type, prior, min, max, options }: DesignFactor, u: number): unknown {
  const pick = (of: readonly unknown[]) => of[Math.min(of.length - 1, Math.floor(u * of.length))];
  if (options) return pick(options);
  if (type === "boolean") return pick([false, true]);
  const [low, high] = prior ?? [min, max];
  if (type === "numbers" || low === undefined || high === undefined)
    throw new Error(`parameterValue: ${path} has no range of single numbers. Take another factor, or list the values it may take.`);
  const value = low + u * (high - low);
  return type === "integer" ? Math.round(value) : value;
}
