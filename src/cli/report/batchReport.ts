import { group } from "d3";
import {
  type DifferenceRow,
  nameOfOutcome,
  type Plan,
  planIndices,
  ranked,
  ruleOf,
  type SummaryRow,
  summarizeRows,
  unitOfOutcome,
  weekEstimate,
} from "../../experiment/index.ts";
import type { BatchDescription } from "../../exports/index.ts";
import { measureIndex } from "../../observation/index.ts";
import type { ObservedValue } from "../../scenario/index.ts";
import { asRead, type Language, say, tellIntervals, type Word } from "../../words/index.ts";
import { estimate } from "../numbers.ts";
import type { Row } from "../readTable.ts";
import { batchFigures } from "./batchFigures.ts";
import { type Curve, curves } from "./figures.ts";
import { indexReport } from "./indexReport.ts";
import { armName, levelText, measureOf, parameterText, parameterUnit, shownIn, unitText, withUnit } from "./names.ts";
import { observedOf, pointsOf } from "./observedSeries.ts";
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
  const word = (name: Word, values = {}) => say(language, name, values);
  const finished = runs.filter(({ status }) => status === "finished");
  const failed = runs.length - finished.length;
  const observed = observedOf(scenario);
  const drawn = weeklyFigures(language, plan, finished, weekly, observed);
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
      ...outcomesFound(language, plan, runs, armsOf(finished) > 1),
      ...(drawn.length > 0 ? [`<div class="several">${drawn.join("\n")}</div>`, paragraph(word("report_weekly_figure"))] : []),
      ...(drawn.length > 0 && observed.length > 0 ? [paragraph(word("observedKey"))] : []),
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

const armsOf = (finished: readonly Row[]) => new Set(finished.map(({ arm }) => arm)).size;

/** The outcomes: indices of sensitivity if the plan asks for them, else figures and tables of points and of differences. */
function outcomesFound(language: Language, plan: Plan, runs: readonly Row[], severalArms: boolean): Html[] {
  const factors = plan.design.rows ? [...new Set(plan.design.rows.flatMap((row) => Object.keys(row)))] : Object.keys(plan.factors);
  const outcomes = plan.outcomes.map((outcome) => ({ ...outcome, name: nameOfOutcome(outcome) }));
  const summary = summarizeRows(runs, { plan, factors, outcomes });
  const indices = ranked(plan, planIndices({ plan }, summary.rows));
  if (indices.length > 0) return indexReport(language, plan, indices); // each point by itself says little
  const told = { language, plan, factors };
  return [
    ...batchFigures(language, plan, summary, factors),
    ...estimates(told, summary.rows, severalArms && { head: "report_arm", label: ({ arm }) => armName(language, arm) }),
    ...estimates(
      told,
      summary.differences,
      severalArms && { head: "report_difference", label: ({ arms }) => arms.map((arm) => armName(language, arm)).join(" − ") },
    ),
    paragraph(tellIntervals(language, ruleOf(plan), summary.differences.length > 0)),
  ];
}

/**
 * A table of estimates with their intervals, a line for each row; nothing if there are none.
 *
 * @param arms  the column that names the arms of a row, if there are several
 */
function estimates<Row extends SummaryRow | DifferenceRow>(
  { language, plan, factors }: { language: Language; plan: Plan; factors: readonly string[] },
  rows: readonly Row[],
  arms: { head: Word; label(row: Row): string } | false,
): Html[] {
  if (rows.length === 0) return [];
  const head = [
    say(language, "report_point"),
    ...factors.map((path) => ({ text: withUnit(language, parameterText(language, path), parameterUnit(path)), id: path })),
    ...(arms ? [say(language, arms.head)] : []),
    say(language, "report_replicates"),
    ...plan.outcomes.map((outcome) => ({
      text: withUnit(language, outcomeText(language, plan, nameOfOutcome(outcome)), unitOfOutcome(outcome)),
      id: nameOfOutcome(outcome),
    })),
  ];
  const line = (row: Row) => [
    String(row.point),
    ...factors.map((path) => levelText(language, path, row.factors[path])),
    ...(arms ? [arms.label(row)] : []),
    String(row.replicates),
    ...plan.outcomes.map((outcome) =>
      estimate(row.outcomes[nameOfOutcome(outcome)], row.replicates, language, shownIn(unitOfOutcome(outcome))),
    ),
  ];
  return [table(head, rows.map(line))];
}

/** The weeks of every measure that was kept, a curve for each point and arm; none where points are many. */
function weeklyFigures(
  language: Language,
  plan: Plan,
  finished: readonly Row[],
  weekly: readonly Row[],
  observed: readonly ObservedValue[],
): Html[] {
  const points = new Set(finished.map(({ point }) => point)).size;
  if (points > FEW || weekly.length === 0) return [];
  const severalArms = armsOf(finished) > 1;
  const ofRun = new Map(finished.map((row) => [row.run, row]));
  const known = weekly.filter(({ run }) => ofRun.has(run));
  const of = ({ run }: Row) => {
    const { point, arm, ...values } = ofRun.get(run) as Row;
    return pointText(language, plan, { point: Number(point), factors: values, ...(severalArms ? { arm: String(arm) } : {}) });
  };
  const weeks = [...group(known, (row) => `${row.week}/${of(row)}`).values()];
  const kept = Object.keys(weekly[0]).filter((column) => measureIndex.has(column));
  return kept.map((id) => {
    const { unit, label } = measureOf(id);
    const read = (value: number) => asRead(unit, value);
    const data = weeks.map((rows): Curve => {
      const { mean, low, high } = weekEstimate(plan, id, numbers(rows, id));
      return { week: Number(rows[0].week), of: of(rows[0]), value: read(mean), low: read(low), high: read(high) };
    });
    const options = { label: unitText(language, unit), week: say(language, "report_week"), observed: pointsOf(observed, id, unit) };
    return figure(curves(data, options), label[language]);
  });
}
