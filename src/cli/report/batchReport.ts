import { group } from "d3";
import {
  type DifferenceRow,
  type Plan,
  planIndices,
  ranked,
  ruleOf,
  type SummaryRow,
  summarizeRows,
  weekEstimate,
} from "../../experiment/index.ts";
import type { BatchDescription } from "../../exports/index.ts";
import { measureIndex } from "../../observation/index.ts";
import { asRead, type Language, say, tellIntervals, type Word } from "../../words/index.ts";
import { estimate } from "../numbers.ts";
import type { Row } from "../readTable.ts";
import { batchFigures } from "./batchFigures.ts";
import { type Curve, curves } from "./figures.ts";
import { indexReport } from "./indexReport.ts";
import { armName, levelText, measureOf, parameterText, parameterUnit, shownIn, unitText, withUnit } from "./names.ts";
import { facts, figure, type Html, paragraph, section, table } from "./page.ts";
import { outcomeText, planInWords, pointText } from "./planInWords.ts";
import { planOf } from "./runReport.ts";

/** Points up to which the weeks of each are drawn. */
const FEW = 4;

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
  const summary = summarizeRows(runs, {
    plan,
    factors,
    outcomes: plan.outcomes.map(({ name, measure }) => ({ name: name ?? measure, measure })),
  });
  const indices = ranked(plan, planIndices({ plan }, summary.rows));
  const points = new Set(finished.map(({ point }) => point)).size;
  const arms = new Set(finished.map(({ arm }) => arm)).size;
  const ofRun = new Map(finished.map((row) => [row.run, row]));
  const kept = points <= FEW && weekly.length > 0 ? Object.keys(weekly[0]).filter((column) => measureIndex.has(column)) : [];
  const series = kept.map((id) => {
    const known = weekly.filter(({ run }) => ofRun.has(run));
    const of = ({ run }: Row) => {
      const { point, arm, ...values } = ofRun.get(run) as Row;
      return pointText(language, plan, { point: Number(point), factors: values, ...(arms > 1 ? { arm: String(arm) } : {}) });
    };
    const { unit, label } = measureOf(id);
    const data = [...group(known, (row) => `${row.week}/${of(row)}`).values()].map((rows): Curve => {
      const { mean, low, high } = weekEstimate(plan, id, numbers(rows, id));
      const read = (value: number) => asRead(unit, value);
      return { week: Number(rows[0].week), of: of(rows[0]), value: read(mean), low: read(low), high: read(high) };
    });
    return figure(curves(data, { label: unitText(language, unit), week: word("report_week") }), label[language]);
  });
  const estimates = <Row extends SummaryRow | DifferenceRow>(head: Word, rows: readonly Row[], label: (row: Row) => string): Html[] =>
    rows.length === 0
      ? []
      : [
          table(
            [
              word("report_point"),
              ...factors.map((path) => ({ text: withUnit(language, parameterText(language, path), parameterUnit(path)), id: path })),
              ...(arms > 1 ? [word(head)] : []),
              word("report_replicates"),
              ...plan.outcomes.map(({ name, measure }) => ({
                text: withUnit(language, outcomeText(language, plan, name ?? measure), measureOf(measure).unit),
                id: name ?? measure,
              })),
            ],
            rows.map((row) => [
              String(row.point),
              ...factors.map((path) => levelText(language, path, row.factors[path])),
              ...(arms > 1 ? [label(row)] : []),
              String(row.replicates),
              ...plan.outcomes.map(({ name, measure }) =>
                estimate(row.outcomes[name ?? measure], row.replicates, language, shownIn(measureOf(measure).unit)),
              ),
            ]),
          ),
        ];
  const failed = runs.length - finished.length;
  return [
    section(
      word("report_plan"),
      paragraph(word("report_runs", { runs: runs.length })),
      facts(planInWords(language, plan, scenario)),
      planOf(language, scenario),
    ),
    section(
      word("report_results"),
      ...(failed > 0 ? [paragraph(word("report_failed", { failed, all: runs.length }))] : []),
      ...(indices.length > 0
        ? indexReport(language, plan, indices) // each point by itself says little
        : [
            ...batchFigures(language, plan, summary, factors),
            ...estimates("report_arm", summary.rows, ({ arm }) => armName(language, arm)),
            ...estimates("report_difference", summary.differences, ({ arms }) => arms.map((arm) => armName(language, arm)).join(" − ")),
            paragraph(tellIntervals(language, ruleOf(plan), summary.differences.length > 0)),
          ]),
      ...(series.length > 0 ? [`<div class="several">${series.join("\n")}</div>`, paragraph(word("report_weekly_figure"))] : []),
    ),
    section(
      word("report_manifest"),
      facts([
        [word("report_version"), description.version],
        [word("report_schema"), String(description.schemaVersion)],
        [word("report_checksum_batch"), description.digest],
        [word("report_run_count"), String(runs.length)],
      ]),
    ),
  ];
}
