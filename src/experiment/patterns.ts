import { log, pow } from "../numeric/index.ts";
import { type MeasureId, placeOfMeasure } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import type { Span } from "./batch/request.ts";
import type { Means } from "./means.ts";

/** Weeks after which all patterns can be measured. */
export const SEVEN_YEARS = 7 * 52;

/** A number of a run, and the target range in which it lies in what is known. */
export interface Pattern {
  /** Number of the pattern (references: patterns). */
  pattern: string;
  what: string;
  whatZh: string;
  /** C may be used for calibration, D is a structural check. */
  use: "C" | "D";
  source: string;
  targetRange: readonly [number, number];
  note?: string;
  /** Mechanisms without which its value is an accident of set-up. */
  needs: readonly string[];
  /** True if it can be measured after seven years alone. */
  sevenYears?: boolean;
  value(measure: (id: MeasureId) => number, late: (id: MeasureId) => number): number;
}

const logOdds = (p: number) => log(p / (1 - p));

/** Patterns (references: patterns) that may be used for calibration (C) or are structural checks (D). */
export const patterns: readonly Pattern[] = [
  {
    pattern: "2",
    what: "active in a year among registered volunteers",
    whatZh: "注册志愿者年度活跃率",
    use: "C",
    source: "[S43]-[S45]",
    needs: ["participation"],
    targetRange: [0.05, 0.5],
    value: (m) => m("volunteers_active_share"),
  },
  {
    pattern: "2",
    what: "hours given a year per registered volunteer",
    whatZh: "每名注册志愿者年服务时数",
    use: "C",
    source: "[S43]-[S45]",
    needs: ["participation"],
    targetRange: [2, 20],
    note: "All hours given, over the number registered: the model does not tell platform hours apart.",
    value: (m) => m("volunteer_hours_per_adult") / m("volunteers_registered_share"),
  },
  ...(
    [
      ["18–29", "participation_age_18_29", 0.14],
      ["50–59", "participation_age_50_59", 0.56],
      ["70–79", "participation_age_70_79", 0.78],
    ] as const
  ).map(
    ([age, id, center]): Pattern => ({
      pattern: "4",
      what: `participation, ages ${age}`,
      whatZh: `${age} 岁参与率`,
      use: "C",
      source: "[S76]",
      needs: ["people", "participation"],
      targetRange: [center - 0.08, center + 0.08],
      value: (m) => m(id),
    }),
  ),
  {
    pattern: "5",
    what: "participation of members over that of others",
    whatZh: "党员与非党员参与率之比",
    use: "C",
    source: "[S76], [S3]",
    needs: ["participation"],
    targetRange: [1.2, 1.6],
    value: (m) => m("participation_members") / m("participation_others"),
  },
  {
    pattern: "5",
    what: "log-odds gap of members",
    whatZh: "党员参与的对数几率差",
    use: "C",
    source: "[S76], [A]",
    needs: ["participation"],
    targetRange: [0.4, 1],
    value: (m) => logOdds(m("participation_members")) - logOdds(m("participation_others")),
  },
  {
    pattern: "6",
    what: "adults without active contact with neighbours",
    whatZh: "无邻里往来的成年人",
    use: "C",
    source: "[S77], [S78]",
    needs: ["acquaintanceTurnover"],
    targetRange: [0.24, 0.28],
    note: "The other half of the pattern, weekly contact, is not measured: ties carry no rhythm.",
    value: (m) => m("acquaintance_isolated_share"),
  },
  {
    pattern: "11",
    what: "ties kept after seven years",
    whatZh: "七年后保留的关系",
    use: "C",
    source: "[S93]",
    needs: ["acquaintanceTurnover"],
    sevenYears: true,
    targetRange: [0.4, 0.56],
    value: (_, late) => late("acquaintance_retention_since_start"),
  },
  {
    pattern: "11",
    what: "core ties kept in a year",
    whatZh: "核心关系年保留率",
    use: "C",
    source: "[S94]",
    needs: ["acquaintanceTurnover"],
    sevenYears: true,
    targetRange: [0.96, 0.99],
    value: (_, late) => pow(late("acquaintance_core_retention_since_start"), 1 / 7),
  },
  {
    pattern: "14",
    what: "organizations with a branch of their own",
    whatZh: "单独组建率",
    use: "D",
    source: "table 2.2",
    needs: ["administrativeDrive"],
    targetRange: [0.03, 0.31],
    note: "The table has organizations with staff only; here six in ten are filed groups without any. Over registered ones the share is two and a half times as high.",
    value: (m) => m("coverage_own"),
  },
  {
    pattern: "22",
    what: "disputes mediated per 1,000 residents a year",
    whatZh: "每千居民年调解纠纷数",
    use: "C",
    source: "[S61], [S16], [S62]",
    needs: ["caseQueue"],
    targetRange: [8, 20],
    value: (m) => m("disputes_mediated_per_1000"),
  },
  {
    pattern: "27",
    what: "hours of community workers on assigned paperwork",
    whatZh: "社区工作者行政事务占比",
    use: "C",
    source: "[S80]",
    needs: ["workerLoad"],
    targetRange: [0.3, 0.6],
    value: (m) => m("worker_paperwork_share"),
  },
  {
    pattern: "27",
    what: "community workers under a heavy load",
    whatZh: "负担沉重的社区工作者",
    use: "C",
    source: "[S10]",
    needs: ["workerLoad"],
    targetRange: [0.7, 0.9],
    value: (m) => m("workers_heavy_share"),
  },
  {
    pattern: "28",
    what: "net growth of organizations a year, with support",
    whatZh: "有支持时社会组织年净增长",
    use: "C",
    source: "[S30]",
    needs: ["densityDependence"],
    targetRange: [0.03, 0.08],
    value: (m) => (m("orgs_founded") - m("orgs_closed")) / m("orgs_alive"),
  },
];

/** Weeks over which the patterns are measured: all after burn-in, and the last. */
export const patternSpans = ({ burnInWeeks }: BaseScenario): Span[] => [
  [burnInWeeks + 1, SEVEN_YEARS],
  [SEVEN_YEARS, SEVEN_YEARS],
];

/** What a run over these spans has of a pattern. */
export function patternValue({ value }: Pattern, means: Means): number {
  const of = (span: number) => (id: MeasureId) => means[span][placeOfMeasure(id)];
  return value(of(0), of(1));
}
