import type { ParameterEntry } from "../../scenario/index.ts";
import type { Value } from "../arms.ts";
import type { Levels, Plan } from "./schema.ts";

/** What varies over the points of a design. */
export interface Factor {
  path: string;
  levels: Levels;
  entry: ParameterEntry;
}

/** The points of a design, made when they are asked for. */
export interface Points {
  count: number;
  /** Values of the factors at a point, by path. */
  at(point: number): Record<string, Value>;
}

/** Number of levels; Infinity for a range. */
export const levelCount = (levels: Levels): number => ("from" in levels ? (levels.steps ?? Number.POSITIVE_INFINITY) : levels.length);

/** Level k of a list or of an even grid; its last level is met exactly. */
export function level(levels: Levels, k: number): Value {
  if (!("from" in levels)) return levels[k] as Value;
  const last = (levels.steps ?? 1) - 1;
  return last === 0 ? levels.from : (levels.from * (last - k) + levels.to * k) / last;
}

/** All combinations of the levels; the last factor turns fastest. */
export function gridPoints(factors: readonly Factor[]): Points {
  const counts = factors.map(({ levels }) => levelCount(levels));
  return {
    count: counts.reduce((product, count) => product * count, 1),
    at(point) {
      const values: [string, Value][] = [];
      let rest = point;
      for (let f = factors.length - 1; f >= 0; f--) {
        values.unshift([factors[f].path, level(factors[f].levels, rest % counts[f])]);
        rest = Math.floor(rest / counts[f]);
      }
      return Object.fromEntries(values);
    },
  };
}

/** Points written one by one; what a row leaves out keeps the value of the scenario. */
export const rowPoints = (rows: NonNullable<Plan["design"]["rows"]>): Points => ({ count: rows.length, at: (point) => rows[point] });

/**
 * Points of a sampled design.
 *
 * @param cube  rows in the unit cube, one coordinate per factor
 */
export const sampledPoints = (factors: readonly Factor[], cube: readonly ArrayLike<number>[]): Points => ({
  count: cube.length,
  at: (point) => Object.fromEntries(factors.map((factor, f) => [factor.path, valueAt(factor, cube[point][f])])),
});

/** The value at a coordinate in 0-1: levels and whole numbers take equal parts of it, other ranges are even. */
function valueAt({ levels, entry }: Factor, u: number): Value {
  const count = levelCount(levels);
  if (Number.isFinite(count)) return level(levels, Math.min(count - 1, Math.floor(u * count)));
  const { from, to } = levels as { from: number; to: number };
  return entry.type === "integer" ? from + Math.min(to - from, Math.floor(u * (to - from + 1))) : from + u * (to - from);
}
