import {
  type BatchReport,
  type DifferenceRow,
  type Expansion,
  indexNames,
  type PlanIndex,
  ruleOf,
  type Summary,
  type SummaryRow,
  type Value,
} from "../../experiment/index.ts";
import { tellIntervals } from "../../words/index.ts";
import { estimate, interval, number } from "../numbers.ts";
import { aligned } from "../terminal.ts";

const ROWS_SHOWN = 40;

/** The summary of a batch as tables, cut where they get long: the arms, and how they differ. */
export function summaryTable({ of: { plan, factors, keep }, rows, differences }: Summary<Expansion>): string {
  const names = keep.outcomes.map(({ name }) => name);
  const table = <Row extends SummaryRow | DifferenceRow>(head: string, all: readonly Row[], label: (row: Row) => string) =>
    all.length === 0
      ? []
      : [
          aligned([
            ["point", ...factors.map(({ path }) => path.split(".").at(-1) as string), head, "runs", ...names],
            ...all
              .slice(0, ROWS_SHOWN)
              .map((row) => [
                String(row.point),
                ...factors.map(({ path }) => shown(row.factors[path])),
                label(row),
                String(row.replicates),
                ...names.map((name) => estimate(row.outcomes[name], row.replicates)),
              ]),
          ]),
          ...(all.length > ROWS_SHOWN ? [`… and ${all.length - ROWS_SHOWN} more lines; all runs stand in runs.parquet`] : []),
          "",
        ];
  return [
    ...table("arm", rows, ({ arm }) => arm),
    ...table("difference", differences, ({ arms }) => arms.join(" - ")),
    tellIntervals("en", ruleOf(plan), differences.length > 0),
  ].join("\n");
}

const FACTORS_SHOWN = 15;
const meanings = {
  morris:
    "mu*: importance; mu: direction; sigma: interaction or curvature. Effects of moving a factor across its whole range; of options without order, from any to any other, without direction.",
  saltelli: "total: share of the variance with all interactions; first: alone.",
};
const chances = {
  morris: "Chance varies between trajectories and is in no index.",
  saltelli: "Chance varies between base points and is in no index, so first orders need not sum to one.",
};

/** How much each factor moves each outcome, the strongest first. */
export function indexTables({ plan, keep, arms }: Expansion, indices: readonly PlanIndex[]): string {
  const names = indexNames(plan);
  const { size, draws } = plan.design;
  const kind = plan.design.kind as keyof typeof meanings;
  const tables = keep.outcomes.flatMap(({ name, span }) =>
    arms.flatMap((arm) => {
      const of = indices.filter((row) => row.outcome === name && row.arm === arm);
      const head = `${name}${arms.length > 1 ? `, arm ${arm}` : ""} (weeks ${span[0]} to ${span[1]})`;
      return [
        aligned([
          [head, ...names.flatMap((index) => [index === "muStar" ? "mu*" : index, "95% interval"]), "used"],
          ...of
            .slice(0, FACTORS_SHOWN)
            .map(({ factor, indices: found, count }) => [
              `  ${factor}`,
              ...names.flatMap((index) => [number(found[index].value), interval(found[index])]),
              `${count} of ${size}`,
            ]),
        ]),
        ...(of.length > FACTORS_SHOWN ? [`  and ${of.length - FACTORS_SHOWN} weaker ones`] : []),
        "",
      ];
    }),
  );
  const notes = [
    meanings[kind],
    draws === "own" ? chances[kind] : "All points share their random numbers.",
    `Intervals: jackknife over ${kind === "morris" ? "trajectories" : "base points"}.`,
  ];
  return [...tables, notes.join(" ")].join("\n");
}

const shown = (value: Value): string => (typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value));

/** How replicates until precise enough went. */
export function stoppingLine({ plan, points, arms }: Expansion, { replicates, precise }: BatchReport): string | undefined {
  if (!plan.until) return undefined;
  const met = precise.reduce((sum, flag) => sum + flag, 0);
  const used = Array.from(replicates).sort((a, b) => a - b);
  return `precise enough at ${met} of ${points} points, with ${used[0]} to ${used.at(-1)} replicates of ${arms.length === 1 ? "one arm" : `${arms.length} arms`}; ${points - met} ended at the maximum of ${plan.until.maximum}`;
}
