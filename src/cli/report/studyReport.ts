import {
  type Calibration,
  type ComparisonRow,
  FALSE_DISCOVERIES,
  HOLDS,
  nameOfOutcome,
  type Outcome,
  type Planted,
  patterns,
  type Unknown,
} from "../../experiment/index.ts";
import type { Experiment } from "../../exports/index.ts";
import { asRead, type Language, marks, say, type Word } from "../../words/index.ts";
import { chance, interval, number, percent } from "../numbers.ts";
import { type Curve, curves, spans } from "./figures.ts";
import { type FitFound, fitResults, plantedResults } from "./fitReport.ts";
import { measureOf, ruleText, shownIn, unitText } from "./names.ts";
import { facts, figure, type Html, paragraph, section, table } from "./page.ts";
import { parametersFound } from "./parametersFound.ts";
import { studyInWords } from "./planInWords.ts";
import { planOf } from "./runReport.ts";

const DRAWN = 20;
const SERIES = 6;

/** A week of series.parquet. */
export type SeriesRow = {
  week: number;
  measure: string;
  effect: number | null;
  t_low: number | null;
  t_high: number | null;
};

/** JSON has null where there was no number or an endless one. */
const known = (value: number | null): number => value ?? Number.NaN;
const bounds = (
  language: Language,
  { low, high, unknown }: { low: number | null; high: number | null; unknown?: Unknown },
  shown: (value: number) => string = number,
) => interval({ low: known(low), high: known(high), ...(unknown ? { unknown } : {}) }, language, shown);

/** What a comparison or a calibration found. */
export function studyReport(language: Language, experiment: Experiment, series: readonly SeriesRow[]): Html[] {
  const results = {
    compare: () => compareResults(language, experiment.results as ComparisonRow[], series, namesOf(language, experiment.plan)),
    calibrate: () => calibrateResults(language, experiment.results as CalibrationFound),
    fit: () => fitResults(language, experiment.results as FitFound),
    planted: () => plantedResults(language, experiment.results as Planted),
  };
  return [
    section(
      say(language, "report_plan"),
      paragraph(say(language, "report_runs", { runs: experiment.runs })),
      facts(studyInWords(language, experiment)),
      planOf(language, experiment.scenario),
    ),
    section(say(language, "report_results"), ...results[experiment.kind]()),
    section(
      say(language, "report_manifest"),
      facts([
        [say(language, "report_version"), experiment.version],
        [say(language, "report_schema"), String(experiment.schemaVersion)],
        [say(language, "seed"), experiment.seed],
        [say(language, "report_run_count"), String(experiment.runs)],
        [say(language, "report_files"), experiment.files.join(marks[language].list)],
      ]),
    ),
  ];
}

/** What the rows of a comparison are called: measures, or own outcomes of its plan. */
function namesOf(language: Language, { outcomes = [] }: Readonly<Record<string, unknown>>): (row: string) => string {
  const own = new Map((outcomes as Outcome[]).map((outcome) => [outcome.name, outcome]));
  return (row) => {
    const outcome = own.get(row);
    if (outcome === undefined) return measureOf(row).label[language];
    return nameOfOutcome({ ...outcome, name: undefined }) === outcome.name ? ruleText(language, outcome) : outcome.name;
  };
}

type Named = (row: string) => string;

function compareResults(language: Language, rows: readonly ComparisonRow[], series: readonly SeriesRow[], nameOf: Named): Html[] {
  const word = (name: Word, values = {}) => say(language, name, values);
  const ranked = rows.filter(({ given, standardized }) => !given && standardized !== null && standardized !== 0);
  const given = rows.filter((row) => row.given).map(({ measure }) => nameOf(measure));
  const apart = rows.filter(({ adjusted }) => adjusted !== null && adjusted <= FALSE_DISCOVERIES).length;
  const weekly = new Set(series.map(({ measure }) => measure));
  const drawn = ranked
    .filter(({ measure }) => weekly.has(measure))
    .slice(0, SERIES)
    .map((row) => effectFigure(language, row, series));
  return [
    paragraph(word("report_chance", { apart, all: rows.length })),
    ...(given.length > 0 ? [paragraph(word("report_given", { list: given.join(marks[language].list) }))] : []),
    standardizedFigure(language, ranked.slice(0, DRAWN), nameOf),
    ...(drawn.length > 0 ? [`<div class="several">${drawn.join("\n")}</div>`, paragraph(word("report_series_figure"))] : []),
    effectTable(language, rows, nameOf),
  ];
}

/** The intervals of effects on the scale of their standard deviations, by which measures of any unit can stand side by side. */
function standardizedFigure(language: Language, rows: readonly ComparisonRow[], nameOf: Named): Html {
  const standardized = rows.map(({ measure, standardized: value, effect }) => {
    const deviation = effect.mean / value;
    return { name: nameOf(measure), value, low: effect.low / deviation, high: effect.high / deviation };
  });
  return figure(
    spans(standardized, { label: say(language, "report_standardized"), zero: true }),
    say(language, "report_effects_figure", { count: standardized.length }),
  );
}

/** The effect on a measure week by week. */
function effectFigure(language: Language, { measure, unit }: ComparisonRow, series: readonly SeriesRow[]): Html {
  const read = (value: number | null) => asRead(unit, known(value));
  const points = series
    .filter((row) => row.measure === measure)
    .map((row): Curve => ({ week: row.week, value: read(row.effect), low: read(row.t_low), high: read(row.t_high) }));
  return figure(
    curves(points, { label: unitText(language, unit), week: say(language, "report_week"), zero: true }),
    measureOf(measure).label[language],
  );
}

function effectTable(language: Language, rows: readonly ComparisonRow[], nameOf: Named): Html {
  return table(
    [
      "report_measure",
      "report_baseline",
      "report_changed",
      "report_effect",
      "report_t",
      "report_standardized",
      "report_adjusted",
      "report_pairs",
      "report_unit",
    ].map((name) => say(language, name as Word)),
    rows.map(({ measure, baseline, changed, effect, standardized: size, adjusted, unit }) => {
      const shown = shownIn(unit);
      return [
        { text: nameOf(measure), id: measure },
        shown(known(baseline)),
        shown(known(changed)),
        shown(known(effect.mean)),
        bounds(language, effect, shown),
        number(known(size)),
        chance(known(adjusted)),
        String(effect.count),
        unitText(language, unit),
      ];
    }),
  );
}

type CalibrationFound = Omit<Calibration, "sets"> & { sets: number };

function calibrateResults(language: Language, found: CalibrationFound): Html[] {
  const word = (name: Word, values = {}) => say(language, name, values);
  const failing = found.patterns.filter(({ holds }) => !holds).map((one) => patternName(language, one));
  return [
    paragraph(word("report_equally_good", { sets: found.sets, effective: found.effective.toFixed(1), all: found.meetingAll })),
    ...(failing.length > 0 ? [paragraph(word("report_failing", { list: failing.join(marks[language].part) }))] : []),
    ...patternsMet(language, found),
    ...parametersFound(language, found.factors),
    generationsTable(language, found),
  ];
}

const patternName = (language: Language, { what, whatZh }: { what: string; whatZh?: string }): string =>
  language === "zh" ? (whatZh ?? patterns().find((pattern) => pattern.what === what)?.whatZh ?? what) : what;

/** What the sets give for each pattern, drawn on the scale of its target range. */
function patternsMet(language: Language, found: CalibrationFound): Html[] {
  const word = (name: Word, values = {}) => say(language, name, values);
  const inRange = found.patterns.map(({ targetRange: [low, high], ...of }) => {
    const at = (value: number) => (known(value) - low) / (high - low);
    return { name: patternName(language, of), value: at(of.median), low: at(of.low), high: at(of.high) };
  });
  return [
    figure(spans(inRange, { label: "", band: [0, 1] }), word("report_patterns_figure")),
    table(
      ["report_pattern", "report_verdict", "report_band", "report_median", "report_interval90", "report_inside"].map((name) =>
        word(name as Word),
      ),
      found.patterns.map(({ pattern, what, whatZh = "", targetRange, median, low, high, inside, holds }) => [
        { text: patternName(language, whatZh === "" ? { what } : { what, whatZh }), id: pattern },
        word(holds ? "report_holds" : "report_fails"),
        `${number(targetRange[0])} – ${number(targetRange[1])}`,
        number(known(median), targetRange),
        bounds(language, { low, high }),
        percent(inside, { limits: [HOLDS] }),
      ]),
    ),
  ];
}

function generationsTable(language: Language, found: CalibrationFound): Html {
  return table(
    ["report_generation", "report_tolerance", "report_simulated", "report_accepted", "report_rate", "report_effective"].map((name) =>
      say(language, name as Word),
    ),
    found.generations.map(({ tolerance, proposed, accepted, effective }, g) => [
      String(g),
      number(tolerance),
      String(proposed),
      String(accepted),
      percent(accepted / proposed),
      effective.toFixed(1),
    ]),
  );
}
