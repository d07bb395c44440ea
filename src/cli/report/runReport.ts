import { csvParse } from "d3";
import type { Manifest } from "../../exports/index.ts";
import { scenarioSchema } from "../../mechanisms/index.ts";
import { type MeasureId, measures } from "../../observation/index.ts";
import { type District, type ObservedValue, parameterCatalog, placeNames, valueAt } from "../../scenario/index.ts";
import { asRead, type Language, marks, say, valueOfParameter } from "../../words/index.ts";
import { curves } from "./figures.ts";
import { measureCell, parameterCell, parameterText, shownIn, unitText, valueText } from "./names.ts";
import { observedOf, observedTable, pointsOf } from "./observedSeries.ts";
import { type Cell, escaped, facts, figure, type Html, paragraph, section, table } from "./page.ts";

/** Measures that are drawn; the table holds all. */
const DRAWN: readonly MeasureId[] = [
  "participation_rate",
  "settlement_rate_true",
  "settlement_rate_recorded",
  "self_settled_share",
  "matters_open",
  "coverage_formal",
  "coverage_functional",
  "motivation_mean",
  "fatigue_mean",
  "trust_community",
  "org_autonomy_mean",
  "orgs_alive",
  "fragmentation",
  "admin_hours_share",
  "timebank_member_share",
  "acquaintance_isolated_share",
];

/** Parameters of a scenario that differ from their defaults, and its interventions. */
export function planOf(language: Language, scenario: Record<string, unknown>): Html {
  const at = (path: string) => valueAt(scenario, path);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const changed = parameterCatalog(scenarioSchema)
    .filter(({ path, default: usual }) => at(path) !== undefined && !same(at(path), usual))
    .map((entry): Cell[] => [
      parameterCell(language, entry.path),
      valueOfParameter(language, entry, at(entry.path)),
      valueOfParameter(language, entry, entry.default),
      unitText(language, entry.unit),
    ]);
  const interventions = (scenario.interventions ?? []) as { week: number; path: string; value: unknown; communities?: unknown }[];
  const word = (name: Parameters<typeof say>[1], values = {}) => say(language, name, values);
  const { district } = scenario as { district?: District };
  const names: readonly string[] = district ? placeNames(district).communities : [];
  const where = (communities: unknown) =>
    Array.isArray(communities)
      ? word("report_communities", { list: communities.map((c) => names[c] ?? c).join(marks[language].list) })
      : word("report_treated");
  return [
    ...(changed.length > 0
      ? [
          `<h3>${escaped(word("report_notDefault"))}</h3>`,
          table([word("report_parameter"), word("report_value"), word("report_default"), word("report_unit")], changed),
        ]
      : []),
    ...(interventions.length > 0
      ? [
          `<h3>${escaped(word("report_interventions"))}</h3>`,
          table(
            [word("report_from_week"), word("report_parameter"), word("report_value")],
            interventions.map(({ week, path, value, communities }) => [
              String(week),
              {
                text: `${parameterText(language, path)}${communities === undefined ? "" : marks[language].of(where(communities))}`,
                id: path,
              },
              valueText(language, path, value),
            ]),
          ),
        ]
      : []),
  ].join("\n");
}

/** What one run did: figures of some measures, a table of all. */
export function runReport(language: Language, manifest: Manifest, csv: string): Html[] {
  const word = (name: Parameters<typeof say>[1], values = {}) => say(language, name, values);
  const rows = csvParse(csv);
  const valuesOf = (id: string) => rows.map((row) => (row[id] === "" || row[id] === undefined ? Number.NaN : Number(row[id])));
  const weeks = valuesOf("week");
  const observed = observedOf(manifest.scenario);
  const ids = [...new Set<string>([...DRAWN, ...observed.map(({ measure }) => measure)])];
  const drawn = ids.map((id) => measures.find((measure) => measure.id === id)).filter((measure) => measure !== undefined);
  return [
    section(word("report_plan"), planOf(language, manifest.scenario)),
    section(
      word("report_results"),
      paragraph(word("report_one_run")),
      `<div class="several">${drawn
        .map((measure) => measureFigure(language, measure, weeks, valuesOf(measure.id), observed))
        .join("\n")}</div>`,
      ...observedTable(language, observed, (id, [from, to]) =>
        to > weeks.length ? Number.NaN : meanKnown(valuesOf(id).slice(from - 1, to)),
      ),
      table(
        [
          word("report_measure"),
          word("report_last_year"),
          word("report_end"),
          word("report_least"),
          word("report_most"),
          word("report_unit"),
        ],
        measures.map((measure) => measureLine(language, measure, valuesOf(measure.id))),
      ),
    ),
    section(
      word("report_manifest"),
      facts([
        [word("report_version"), manifest.version],
        [word("report_status"), word(`report_status_${manifest.status}`)],
        [word("seed"), manifest.seed],
        [word("planWeeks"), String(manifest.weeks)],
        [word("report_checksum_state"), manifest.digest.state],
        [word("report_checksum_measures"), manifest.digest.measures],
        [word("report_duration"), word("report_seconds", { count: (manifest.durations.run / 1000).toFixed(1) })],
        [word("report_memory"), `${Math.round(manifest.peakMemory / 2 ** 20)} MiB`],
        [word("report_node"), manifest.node],
        [word("report_files"), manifest.files.join(marks[language].list)],
      ]),
    ),
  ];
}

type Measure = (typeof measures)[number];

function measureFigure(
  language: Language,
  { id, unit, label }: Measure,
  weeks: readonly number[],
  values: readonly number[],
  observed: readonly ObservedValue[],
): Html {
  const points = values.map((value, k) => ({ week: weeks[k], value: asRead(unit, value) }));
  return figure(
    curves(points, { label: unitText(language, unit), week: say(language, "report_week"), observed: pointsOf(observed, id, unit) }),
    label[language],
  );
}

/** A measure with its mean over the last year, its value at the end, the least and the largest. */
function measureLine(language: Language, measure: Measure, values: readonly number[]) {
  const known = values.filter(Number.isFinite);
  const shown = shownIn(measure.unit);
  return [
    measureCell(language, measure),
    shown(meanKnown(values.slice(-52))),
    shown(values.at(-1) ?? Number.NaN),
    shown(known.length > 0 ? Math.min(...known) : Number.NaN),
    shown(known.length > 0 ? Math.max(...known) : Number.NaN),
    unitText(language, measure.unit),
  ];
}

function meanKnown(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : Number.NaN;
}
