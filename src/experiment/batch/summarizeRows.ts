import type { Value } from "../arms.ts";
import type { OutcomeName, Stopping } from "./estimates.ts";
import { Summary } from "./summary.ts";

/**
 * Sums up the rows of runs.parquet, to the same numbers as the batch that wrote them.
 *
 * @param rows      by name of the column, in any order
 * @param factors   columns of the factors
 * @param outcomes  columns of the outcomes, each with its measure
 */
export function summarizeRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  { plan, factors, outcomes }: { plan: Stopping; factors: readonly string[]; outcomes: readonly OutcomeName[] },
): Summary {
  const ordered = rows.toSorted((a, b) => Number(a.point) - Number(b.point) || Number(a.replicate) - Number(b.replicate));
  // Replicates are paired by their number, which in a file may be any; here they count up.
  const places = new Map<unknown, number>();
  for (const { replicate } of ordered) if (!places.has(replicate)) places.set(replicate, places.size);
  const first = new Map<number, Readonly<Record<string, unknown>>>();
  for (const row of ordered) if (!first.has(Number(row.point))) first.set(Number(row.point), row);
  const summary = new Summary({
    plan,
    arms: [...new Set(rows.map(({ arm }) => String(arm)))],
    keep: { outcomes },
    values: (point) => Object.fromEntries(factors.map((path) => [path, first.get(point)?.[path] as Value])),
  });
  for (const row of ordered)
    summary.add(
      { point: Number(row.point), replicate: places.get(row.replicate) as number, arm: String(row.arm) },
      row.status === "finished"
        ? { ok: true, outcomes: outcomes.map(({ name }) => (typeof row[name] === "number" ? row[name] : Number.NaN)) }
        : { ok: false },
    );
  summary.close();
  return summary;
}
