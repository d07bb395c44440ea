import type { BatchReport, Expansion, Summary, Value } from "../../experiment/index.ts";
import { interval, number } from "../numbers.ts";
import { aligned } from "../terminal.ts";

const ROWS_SHOWN = 40;

/** The summary of a batch as a table, cut where it gets long. */
export function summaryTable({ expansion, rows: all }: Summary): string {
  const { factors, keep } = expansion;
  const head = [
    "point",
    ...factors.map(({ path }) => path.split(".").at(-1) as string),
    "arm",
    "runs",
    ...keep.outcomes.map(({ name }) => name),
  ];
  const rows = all
    .slice(0, ROWS_SHOWN)
    .map((row) => [
      String(row.point),
      ...factors.map(({ path }) => shown(row.factors[path])),
      row.arm,
      String(row.replicates),
      ...keep.outcomes.map(({ name }) => `${number(row.outcomes[name].mean)} ${interval(row.outcomes[name])}`),
    ]);
  const more = all.length - ROWS_SHOWN;
  return aligned([head, ...rows]) + (more > 0 ? `\n… and ${more} more lines; all runs stand in runs.parquet` : "");
}

const shown = (value: Value): string => (typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value));

/** How replicates until precise enough went. */
export function stoppingLine({ plan, points, arms }: Expansion, { replicates, precise }: BatchReport): string | undefined {
  if (!plan.until) return undefined;
  const met = precise.reduce((sum, flag) => sum + flag, 0);
  const used = Array.from(replicates).sort((a, b) => a - b);
  return `precise enough at ${met} of ${points} points, with ${used[0]} to ${used.at(-1)} replicates of ${arms.length === 1 ? "one arm" : `${arms.length} arms`}; ${points - met} ended at the maximum of ${plan.until.maximum}`;
}
