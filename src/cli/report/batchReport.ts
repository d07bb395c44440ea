import { group } from "d3";
import { type DifferenceRow, type Plan, ruleOf, type SummaryRow, summarizeRows, weekEstimate } from "../../experiment/index.ts";
import type { BatchDescription } from "../../exports/index.ts";
import { measureIndex, measures } from "../../observation/index.ts";
import { type Language, say, tellIntervals, type Word } from "../../words/index.ts";
import { estimate, number } from "../numbers.ts";
import type { Row } from "../readTable.ts";
import { type Curve, curves, cutOf, levels } from "./figures.ts";
import { figure, type Html, outline, paragraph, section, table } from "./page.ts";
import { measureName, planOf } from "./runReport.ts";

/** Points up to which the weeks of each are drawn. */
const FEW = 4;

const label = (row: Row, factors: readonly string[]) => factors.map((path) => `${path.split(".").at(-1)} ${row[path]}`).join(", ");

const numbers = (rows: readonly Row[], column: string) => rows.map((row) => row[column]).filter((value) => typeof value === "number");

/** What a batch found: outcomes by point and arm, and the weeks where points are few. */
export function batchReport(
  language: Language,
  { plan, scenario, ...description }: BatchDescription & { plan: Plan },
  runs: readonly Row[],
  weekly: readonly Row[],
): Html[] {
  const word = (name: Parameters<typeof say>[1], values = {}) => say(language, name, values);
  const finished = runs.filter(({ status }) => status === "finished");
  const factors = plan.design.rows ? [...new Set(plan.design.rows.flatMap((row) => Object.keys(row)))] : Object.keys(plan.factors);
  const outcomes = plan.outcomes.map(({ name, measure }) => name ?? measure);
  const summary = summarizeRows(runs, {
    plan,
    factors,
    outcomes: plan.outcomes.map(({ name, measure }) => ({ name: name ?? measure, measure })),
  });
  const points = new Set(finished.map(({ point }) => point)).size;
  const figures = outcomes.map((outcome) => {
    const data = summary.rows.map((row) => {
      const { mean, low, high } = row.outcomes[outcome];
      const only = factors.length === 1 ? row.factors[factors[0]] : undefined;
      const at =
        factors.length === 0 ? String(row.arm) : typeof only === "number" ? only : factors.length === 1 ? String(only) : Number(row.point);
      return { at, of: String(row.arm), value: mean, low, high };
    });
    const axis = factors.length === 1 ? factors[0] : factors.length === 0 ? word("report_arm") : word("report_point");
    const from = cutOf(data);
    const cut = from === undefined ? "" : ` ${word("axisCut", { from: number(from) })}`;
    return figure(levels(data, { label: outcome, axis }), `${word("report_outcomes_figure", { outcome })}${cut}`);
  });
  const ofRun = new Map(finished.map((row) => [row.run, row]));
  const kept = points <= FEW && weekly.length > 0 ? Object.keys(weekly[0]).filter((column) => measureIndex.has(column)) : [];
  const series = kept.map((id) => {
    const known = weekly.filter(({ run }) => ofRun.has(run));
    const of = (row: Row) => [label(ofRun.get(row.run) as Row, factors), ofRun.get(row.run)?.arm].filter(Boolean).join(", ");
    const data = [...group(known, (row) => `${row.week}/${of(row)}`).values()].map((rows): Curve => {
      const { mean, low, high } = weekEstimate(plan, id, numbers(rows, id));
      return { week: Number(rows[0].week), of: of(rows[0]), value: mean, low, high };
    });
    const measure = measures[measureIndex.get(id) as number];
    return figure(curves(data, { label: measure.unit, week: word("report_week") }), measureName(language, measure));
  });
  const estimates = <Row extends SummaryRow | DifferenceRow>(head: Word, rows: readonly Row[], label: (row: Row) => string): Html[] =>
    rows.length === 0
      ? []
      : [
          table(
            [word("report_point"), ...factors, word(head), word("report_replicates"), ...outcomes],
            rows.map((row) => [
              String(row.point),
              ...factors.map((path) => (typeof row.factors[path] === "number" ? number(row.factors[path]) : String(row.factors[path]))),
              label(row),
              String(row.replicates),
              ...outcomes.map((outcome) => estimate(row.outcomes[outcome], row.replicates, language)),
            ]),
          ),
        ];
  const failed = runs.length - finished.length;
  return [
    section(word("report_plan"), paragraph(word("report_runs", { runs: runs.length })), outline(plan), planOf(language, scenario)),
    section(
      word("report_results"),
      ...(failed > 0 ? [paragraph(word("report_failed", { failed, all: runs.length }))] : []),
      ...figures,
      ...estimates("report_arm", summary.rows, ({ arm }) => arm),
      ...estimates("report_difference", summary.differences, ({ arms }) => arms.join(" − ")),
      paragraph(tellIntervals(language, ruleOf(plan), summary.differences.length > 0)),
      ...(series.length > 0 ? [`<div class="several">${series.join("\n")}</div>`, paragraph(word("report_weekly_figure"))] : []),
    ),
    section(
      word("report_manifest"),
      table(
        ["", ""],
        [
          ["version", description.version],
          ["schema", String(description.schemaVersion)],
          ["digest of plan, scenario and program", description.digest],
          ["runs", String(runs.length)],
        ],
      ),
    ),
  ];
}
