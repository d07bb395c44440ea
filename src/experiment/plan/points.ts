import type { ParameterEntry, Partially } from "../../scenario/index.ts";
import type { Value } from "../arms.ts";
import {
  type DesignFactor,
  evenLevels,
  grid,
  latinHypercube,
  morris,
  morrisAxis,
  parameterValue,
  saltelli,
  saltelliRows,
  sobolPoints,
} from "../designs/index.ts";
import type { Levels, Plan } from "./schema.ts";

/** What varies over the points of a design. */
export interface PlanFactor {
  path: string;
  levels: Levels;
  entry: ParameterEntry;
}

/** The points of a design: their number, and the values of the factors at each, by path. */
export interface Points {
  count: number;
  at(point: number): Record<string, Value>;
}

/** The levels of a list or of an even grid, each once; undefined for a range. */
export function levelsOf(levels: Levels): readonly Value[] | undefined {
  if ("from" in levels) {
    const { from, to, steps } = levels;
    return steps === undefined ? undefined : [...new Set(evenLevels(from, to, steps))];
  }
  return [...new Map((levels as readonly Value[]).map((level) => [JSON.stringify(level), level])).values()];
}

/** How many levels those are, before any is made. */
export function levelCount(levels: Levels): number | undefined {
  if (!("from" in levels)) return levelsOf(levels)?.length;
  const { from, to, steps } = levels;
  return steps !== undefined && from === to ? 1 : steps;
}

/** How many points a plan has, before any is made. */
export function pointCount({ design, factors }: Partially<Pick<Plan, "design" | "factors">>): number {
  const { kind, size = 0, rows } = design ?? {};
  const levels = Object.values(factors ?? {}) as (Levels | undefined)[];
  if (kind === "rows") return rows?.length ?? 0;
  if (kind === "grid") return levels.reduce((product, of) => product * ((of && levelCount(of)) ?? 1), 1);
  return size * (blockLength(kind, levels.length) ?? 1);
}

/** Points that stand together: those of a trajectory of Morris or of a base point of Saltelli; undefined in other designs. */
export const blockLength = (kind: Plan["design"]["kind"] | undefined, factors: number): number | undefined =>
  kind === "morris" ? factors + 1 : kind === "saltelli" ? saltelliRows(1, factors) : undefined;

/** The points of a plan; what a row leaves out keeps the value of the scenario. */
export async function pointsOf(plan: Plan, factors: readonly PlanFactor[]): Promise<Points> {
  const { rows } = plan.design;
  if (rows) return { count: rows.length, at: (point) => rows[point] };
  const cube = await rowsInUnitCube(plan, factors);
  const axes = factors.map(designFactor);
  return {
    count: cube.length,
    at: (point) => Object.fromEntries(axes.map((axis, f) => [axis.path, parameterValue(axis, cube[point][f]) as Value])),
  };
}

/** The axis of a factor: its levels one by one, or its range. */
export function designFactor({ path, levels, entry }: PlanFactor): DesignFactor {
  const options = levelsOf(levels);
  const { from, to } = levels as { from: number; to: number };
  return { ...entry, path, ...(options ? { options } : { prior: [from, to] }) };
}

async function rowsInUnitCube(
  { design: { kind, size = 0, candidates, seed }, seed: planSeed }: Plan,
  factors: readonly PlanFactor[],
): Promise<number[][]> {
  const of = seed ?? planSeed;
  if (kind === "latinHypercube")
    return latinHypercube(
      size,
      factors.map(({ path }) => `factors/${path}`),
      of,
    );
  if (kind === "sobol") return sobolPoints(size, factors.length, of);
  if (kind === "saltelli") return saltelli(size, factors.length, of);
  if (kind === "morris") return morris(size, factors.map(designFactor).map(morrisAxis), of, candidates);
  return grid(factors.map(({ levels }) => (levelsOf(levels) as readonly Value[]).length));
}
