import { csvParse } from "d3";
import type { Manifest } from "../../exports/index.ts";
import { scenarioSchema } from "../../mechanisms/index.ts";
import { type Measure, measures } from "../../observation/index.ts";
import { parameterCatalog, valueAt } from "../../scenario/index.ts";
import { type Language, parameterName, say } from "../../words/index.ts";
import { number } from "../numbers.ts";
import { curves } from "./figures.ts";
import { escaped, figure, type Html, paragraph, section, table } from "./page.ts";

/** Measures that are drawn; the table holds all. */
const DRAWN = [
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

export const measureName = (language: Language, { label }: Measure) => label[language];

/** Parameters of a scenario that differ from their defaults, and its interventions. */
export function planOf(language: Language, scenario: Record<string, unknown>): Html {
  const at = (path: string) => valueAt(scenario, path);
  const plain = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const changed = parameterCatalog(scenarioSchema)
    .filter(({ path, default: usual }) => at(path) !== undefined && plain(at(path)) !== plain(usual))
    .map((entry) => [parameterName(language, entry), plain(at(entry.path)), plain(entry.default), entry.unit]);
  const interventions = (scenario.interventions ?? []) as { week: number; path: string; value: unknown; communities?: unknown }[];
  const word = (name: Parameters<typeof say>[1]) => say(language, name);
  return [
    ...(changed.length > 0
      ? [
          `<h3>${escaped(word("report_changed"))}</h3>`,
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
              communities === undefined ? path : `${path} (${JSON.stringify(communities)})`,
              plain(value),
            ]),
          ),
        ]
      : []),
  ].join("\n");
}

/** What one run did: figures of some measures, a table of all. */
export function runReport(language: Language, manifest: Manifest, csv: string): Html[] {
  const word = (name: Parameters<typeof say>[1]) => say(language, name);
  const rows = csvParse(csv);
  const weeks = rows.map(({ week }) => Number(week));
  const values = new Map(
    measures.map(({ id }) => [id, rows.map((row) => (row[id] === "" || row[id] === undefined ? Number.NaN : Number(row[id])))]),
  );
  const drawn = DRAWN.map((id) => measures.find((measure) => measure.id === id)).filter((measure) => measure !== undefined);
  const mean = (of: number[]) => {
    const known = of.filter(Number.isFinite);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : Number.NaN;
  };
  return [
    section(word("report_plan"), planOf(language, manifest.scenario)),
    section(
      word("report_results"),
      paragraph(word("report_one_run")),
      `<div class="several">${drawn
        .map((measure) => {
          const series = values.get(measure.id) as number[];
          const points = series.map((value, k) => ({ week: weeks[k], value }));
          return figure(curves(points, { label: measure.unit, week: word("report_week") }), measureName(language, measure));
        })
        .join("\n")}</div>`,
      table(
        [
          word("report_measure"),
          word("report_last_year"),
          word("report_end"),
          word("report_least"),
          word("report_most"),
          word("report_unit"),
        ],
        measures.map((measure) => {
          const series = values.get(measure.id) as number[];
          const known = series.filter(Number.isFinite);
          return [
            measureName(language, measure),
            number(mean(series.slice(-52))),
            number(series.at(-1) ?? Number.NaN),
            number(known.length > 0 ? Math.min(...known) : Number.NaN),
            number(known.length > 0 ? Math.max(...known) : Number.NaN),
            measure.unit,
          ];
        }),
      ),
    ),
    section(
      word("report_manifest"),
      table(
        ["", ""],
        [
          ["version", manifest.version],
          ["status", manifest.status],
          ["seed", manifest.seed],
          ["weeks", String(manifest.weeks)],
          ["digest of state", manifest.digest.state],
          ["digest of measures", manifest.digest.measures],
          ["duration", `${(manifest.durations.run / 1000).toFixed(1)} s`],
          ["peak memory", `${Math.round(manifest.peakMemory / 2 ** 20)} MiB`],
          ["Node", manifest.node],
          ["files", manifest.files.join(", ")],
        ],
      ),
    ),
  ];
}
