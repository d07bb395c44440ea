import type { BasicType } from "hyparquet-writer";
import {
  type Expansion,
  keptWeeks,
  type Outcome,
  type PlannedRun,
  plannedRuns,
  type RunResult,
  unitOfOutcome,
  type Value,
} from "../../experiment/index.ts";
import { type Measure, type MeasureId, measures, placeOfMeasure } from "../../observation/index.ts";
import type { ParameterEntry } from "../../scenario/index.ts";
import { type Cell, type RowSink, type TableColumn, tableColumn } from "./table.ts";

export const factorTypes: Record<ParameterEntry["type"], BasicType> = {
  number: "DOUBLE",
  integer: "INT32",
  boolean: "BOOLEAN",
  choice: "STRING",
  numbers: "STRING",
};
const ofMeasure = (id: MeasureId) => measures[placeOfMeasure(id)];

export const weekColumn = tableColumn("week", "INT32", "week", "Week, counted from 1.");
export const measureColumn = ({ id, unit, label, help }: Measure) => tableColumn(id, "DOUBLE", unit, `${label.en}. ${help.en}`, true);

/** Columns of runs.parquet, whatever its factors and outcomes are. */
export const runsTable = <C>(factors: readonly C[], outcomes: readonly C[]): (TableColumn | C)[] => [
  tableColumn("run", "INT32", "", "Number of the run, from 0; the key to measures.parquet."),
  tableColumn("point", "INT32", "", "Point of the design, from 0."),
  tableColumn("replicate", "INT32", "", "Replicate, from 0; the same replicate has the same draws at all points and in all arms."),
  tableColumn("arm", "STRING", "", "Arm of the experiment."),
  tableColumn("seed", "STRING", "", "Seed of the run."),
  ...factors,
  tableColumn("status", "STRING", "", "finished or failed."),
  tableColumn("cause", "STRING", "", "Why the run failed.", true),
  ...outcomes,
  tableColumn("key", "STRING", "", "Hash of program version, scenario, seed and what is kept; names the folder of snapshots."),
  tableColumn("digest_state", "STRING", "", "Digest of the state after the last week.", true),
  tableColumn("digest_measures", "STRING", "", "Digest of all measures of all weeks.", true),
];

/** Columns of measures.parquet, whichever measures are kept. */
export const measuresTable = <C>(kept: readonly C[]): (TableColumn | C)[] => [
  tableColumn("run", "INT32", "", "Number of the run, as in runs.parquet."),
  weekColumn,
  ...kept,
];

/** How an outcome is made, by the ids of its measures. */
function madeOf({ measure, minus, over, scale, take = "mean", level, span: [from, to] }: Outcome): string {
  const scaled = (id: string) => (scale === undefined ? id : `${scale}(${id})`);
  const difference = minus === undefined ? scaled(measure) : `${scaled(measure)} - ${scaled(minus)}`;
  const what = over === undefined ? difference : `(${difference}) / ${over}`;
  const taken = take === "crossing" ? `first week at which ${what} crosses ${level}, among` : `${take} of ${what} over`;
  return `${taken} weeks ${from} to ${to}`;
}

/** Columns of runs.parquet: one row a run. */
export const runsColumns = ({ factors, keep }: Expansion): TableColumn[] =>
  runsTable(
    factors.map(({ path, entry }) => tableColumn(path, factorTypes[entry.type], entry.unit, `${entry.label.en}. ${entry.help.en}`)),
    keep.outcomes.map((outcome) => {
      const { label } = ofMeasure(outcome.measure);
      return tableColumn(outcome.name, "DOUBLE", unitOfOutcome(outcome), `${label.en}: ${madeOf(outcome)}.`, true);
    }),
  );

/** Columns of measures.parquet: one row a run and kept week. */
export const measuresColumns = ({ keep }: Expansion): TableColumn[] =>
  measuresTable(keep.measures.map((id) => measureColumn(ofMeasure(id))));

/** What the metadata of a table say of its batch: all that its intervals depend on stands in the file. */
export const aboutTable = ({ program, plan, keep }: Expansion, table: string) => ({
  program: "four-circles",
  version: program,
  plan: plan.title,
  table,
  outcomes: keep.outcomes.map(({ span, ...outcome }) => (outcome.take === "crossing" ? { ...outcome, span } : outcome)),
  ...(plan.until ? { until: plan.until } : {}),
});

const number = (value: number): Cell => (Number.isNaN(value) ? null : value);
const factorCell = (value: Value): Cell => (Array.isArray(value) ? JSON.stringify(value) : (value as Cell));

/**
 * Writes the tables of a batch in the order of its plan, one run after the other.
 *
 * @param replicates  [point] replicates that count
 * @param get         what is kept of a run
 * @param watch       sees each run with what is kept of it
 */
export async function writeTables(
  expansion: Expansion,
  replicates: Uint32Array,
  get: (key: string) => Promise<RunResult | undefined>,
  sinks: { runs: readonly RowSink[]; measures: readonly RowSink[] },
  watch: (run: PlannedRun, result: RunResult) => void = () => {},
): Promise<void> {
  const { factors, keep, weeks } = expansion;
  const kept = keptWeeks(weeks, keep.every);
  const width = keep.measures.length;
  for (const run of plannedRuns(expansion, replicates)) {
    const { index, point, replicate, arm, request } = run;
    const { key, scenario } = request;
    const result = await get(key);
    if (!result) throw new Error(`writeTables: run ${index} is not there. Run the batch to its end first.`);
    watch(run, result);
    const values = expansion.values(point);
    const levels = factors.map(({ path }) => factorCell(values[path]));
    const outcomes = result.ok ? Array.from(result.outcomes, number) : keep.outcomes.map(() => null);
    const ended = result.ok ? ["finished", null] : ["failed", result.cause];
    const digests = result.ok ? [result.digest.state, result.digest.measures] : [null, null];
    const cells = [index, point, replicate, arm, scenario.seed, ...levels, ...ended, ...outcomes, key, ...digests];
    for (const sink of sinks.runs) sink.row(cells);
    if (!result.ok) continue;
    kept.forEach((week, k) => {
      const row: Cell[] = [index, week];
      for (let m = 0; m < width; m++) row.push(number(result.series[k * width + m]));
      for (const sink of sinks.measures) sink.row(row);
    });
  }
  for (const sink of [...sinks.runs, ...sinks.measures]) sink.finish();
}
