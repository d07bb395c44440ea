import { csvParseRows, dsvFormat } from "d3";
import { type Measure, type MeasureId, measureIndex, measures, measuresByCommunity } from "../../observation/index.ts";
import {
  type SeriesColumn as Column,
  didYouMean,
  HALF_WIDTH,
  legible,
  type Problem,
  type Said,
  type Source,
  said,
  seriesHeadings,
} from "../../scenario/index.ts";
import { measureFault } from "../measureFault.ts";
import type { Observation } from "./observation.ts";

const YEAR = 52;
const MOST_WEEKS = 3650;
const MOST_ROWS = 10_000;

const known: ReadonlyMap<string, Column> = new Map(
  Object.entries(seriesHeadings).flatMap(([column, names]) => names.map((name) => [name as string, column as Column])),
);

/** Measures by id and by name, in either language. */
const measureNamed = (name: string): Measure | undefined =>
  measures[
    measureIndex.get(name) ??
      measures.findIndex(({ label }) => Object.values(label).some((one) => one.toLowerCase() === name.toLowerCase()))
  ];

/**
 * Reads observed values from a table: a line for each, with measure, week or year, value, and error (one standard error) or the
 * ends of a 95% interval. Headings are English or Chinese; cells are parted by commas, semicolons or tabs. Everything that is
 * wrong with it is said at once.
 *
 * @param communities  of the scenario that is fitted
 */
export function readObservations(
  source: Source,
  communities: number,
): { ok: true; observations: Observation[] } | { ok: false; problems: Problem[] } {
  const rows = cellsOf(source.text);
  const problems: Problem[] = [];
  const wrong = (row: number, cell: number, path: string, message: Said, remedy: Said) => {
    const { line, column } = placeIn(rows, row, cell);
    problems.push({ file: source.path, line, column, path, message, remedy });
  };
  const head = (rows[0] ?? []).map((name) => known.get(name.toLowerCase()));
  const missing =
    (["measure", "value"] as const).find((column) => !head.includes(column)) ??
    (head.includes("week") || head.includes("year") ? undefined : "week");
  for (const [k, name] of (rows[0] ?? []).entries()) {
    if (head[k] === undefined && name !== "")
      wrong(
        0,
        k,
        name,
        said("isNoHeading"),
        didYouMean(name, known.keys()) ?? said("writeHeading", { known: Object.keys(seriesHeadings).join(", ") }),
      );
    else if (head[k] !== undefined && head.indexOf(head[k]) < k) wrong(0, k, name, said("standsTwice"), said("takeOneOut"));
  }
  if (missing) wrong(0, 0, missing, said("isMissing"), said("writeHeadings"));
  if (problems.length > 0) return { ok: false, problems };
  if (rows.length > MOST_ROWS) wrong(MOST_ROWS, 0, "", said("hasRows", { count: rows.length }), said("mayHaveRows", { most: MOST_ROWS }));
  const observations: Observation[] = [];
  const taken = new Map<string, number>();
  for (const [r, cells] of rows.entries()) {
    if (r === 0 || r > MOST_ROWS || cells.every((cell) => cell === "")) continue;
    const before = problems.length;
    const at = (column: Column) => head.indexOf(column);
    const cell = (column: Column) => (at(column) < 0 ? "" : (cells[at(column)] ?? ""));
    const fault = (column: Column, message: Said, remedy: Said) =>
      wrong(r, Math.max(0, at(column)), rows[0][at(column)] ?? column, message, remedy);
    const number = (column: Column, least: number, whole: boolean, remedy: Said): number | undefined => {
      const text = cell(column).replace(/%$/, "");
      if (text === "") return undefined;
      const value = Number(text) / (cell(column).endsWith("%") ? 100 : 1);
      if (Number.isFinite(value) && value >= least && (!whole || Number.isInteger(value))) return value;
      fault(column, said("is", { value: legible(cell(column)) }), remedy);
      return Number.NaN;
    };
    const measure = measureNamed(cell("measure"));
    if (cell("measure") === "") fault("measure", said("isMissing"), said("nameOfDictionary"));
    else if (!measure) {
      const { message, remedy } = measureFault(cell("measure")) as { message: Said; remedy: Said };
      fault("measure", message, remedy);
    }
    const week = number("week", 1, true, said("writeWeekOfRun", { most: MOST_WEEKS }));
    const year = number("year", 1, true, said("writeYearOfRun", { most: MOST_WEEKS / YEAR }));
    if (week !== undefined && year !== undefined) fault("year", said("standsBesideWeek"), said("writeWeekOrYear"));
    if (week === undefined && year === undefined) fault(at("week") < 0 ? "year" : "week", said("isMissing"), said("writeWeekOrYear"));
    for (const [column, last] of [
      ["week", week ?? 0],
      ["year", YEAR * (year ?? 0)],
    ] as const)
      if (last > MOST_WEEKS)
        fault(
          column,
          said("is", { value: cell(column) }),
          column === "week"
            ? said("writeWeekOfRun", { most: MOST_WEEKS })
            : said("writeYearOfRun", { most: Math.floor(MOST_WEEKS / YEAR) }),
        );
    const value = number("value", Number.NEGATIVE_INFINITY, false, said("writeValue"));
    if (value === undefined) fault("value", said("isMissing"), said("writeValue"));
    const [least, most] = measure?.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (value !== undefined && (value < least || value > most))
      fault("value", said("is", { value: cell("value") }), said("writeWithin", { least, most }));
    const error = number("error", 0, false, said("writeError"));
    const low = number("low", Number.NEGATIVE_INFINITY, false, said("writeLow"));
    const high = number("high", Number.NEGATIVE_INFINITY, false, said("writeLow"));
    if (error !== undefined && (low !== undefined || high !== undefined))
      fault("error", said("standsBesideInterval"), said("writeErrorOrInterval"));
    if ((low === undefined) !== (high === undefined)) fault(low === undefined ? "low" : "high", said("isMissing"), said("writeBothEnds"));
    if (
      low !== undefined &&
      high !== undefined &&
      value !== undefined &&
      !(low <= value && value <= high) &&
      ![low, value, high].some(Number.isNaN)
    )
      fault("value", said("liesOutside", { value: cell("value"), low, high }), said("writeBothEnds"));
    const community = number("community", 0, true, said("nameCommunities", { last: communities - 1 }));
    if (community !== undefined && community >= communities)
      fault("community", said("is", { value: legible(cell("community")) }), said("nameCommunities", { last: communities - 1 }));
    if (community !== undefined && measure && !measuresByCommunity.includes(measure.id as MeasureId))
      fault(
        "community",
        said("isOfDistrict", { measure: measure.id }),
        said("leaveCommunityOut", { known: measuresByCommunity.join(", ") }),
      );
    if (!measure || value === undefined || problems.length > before) continue;
    const span = week === undefined ? ([YEAR * ((year as number) - 1) + 1, YEAR * (year as number)] as const) : ([week, week] as const);
    const place = community === undefined ? "" : ` community ${community}`;
    const name = `${measure.id} ${week === undefined ? `year ${year}` : `week ${week}`}${place}`;
    const first = taken.get(name);
    if (first !== undefined) fault("measure", said("standsInLine", { line: first }), said("takeOneOut"));
    taken.set(name, placeIn(rows, r, 0).line);
    const ofInterval = low === undefined || high === undefined ? 0 : (high - low) / (2 * HALF_WIDTH);
    observations.push({
      name,
      measure: measure.id as MeasureId,
      span,
      ...(community === undefined ? {} : { community }),
      value,
      error: error ?? ofInterval,
      ...(low === undefined || high === undefined ? {} : { interval: [low, high] as const }),
      heldOut: false,
    });
  }
  if (observations.length === 0 && problems.length === 0) wrong(0, 0, "", said("hasNoObservation"), said("writeObservation"));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, observations };
}

function cellsOf(text: string): string[][] {
  const plain = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "");
  const first = plain.slice(0, Math.max(0, plain.indexOf("\n")) || plain.length);
  const mark = [";", "\t", "，"].find((one) => first.includes(one) && !first.includes(","));
  const rows = mark === undefined ? csvParseRows(plain) : dsvFormat(mark).parseRows(plain);
  return rows.map((cells) => cells.map((cell) => cell.trim()));
}

/** Where a cell stands in the file: quotes around it are not counted. */
function placeIn(rows: readonly (readonly string[])[], row: number, cell: number): { line: number; column: number } {
  const lines = rows
    .slice(0, row)
    .flat()
    .reduce((sum, text) => sum + (text.split("\n").length - 1), row + 1);
  const column = (rows[row] ?? []).slice(0, cell).reduce((sum, text) => sum + text.length + 1, 1);
  return { line: lines, column };
}
