import { type ChartedMeasure, type MeasureId, measureCharts } from "../../../observation/index.ts";
import type { SeriesChart, Word } from "../../../words/index.ts";
import { measureName } from "../controls/labels.ts";
import { t } from "../preferences.ts";

/** A chart of some measures over the weeks. */
export interface SeriesPanel {
  /** Of which charts titles tell; or one measure alone. */
  subject: SeriesChart | "measure";
  format: "share" | "number";
  measures: readonly [id: MeasureId, en: string, zh: string, dashed?: boolean][];
}

/** What curves are called where they stand beside others; what is recorded is dashed. */
const names: Readonly<Record<ChartedMeasure, readonly [en: string, zh: string, dashed?: true]>> = {
  participation_rate: ["all adults", "全体成年人"],
  participation_members: ["party members", "党员"],
  participation_volunteering: ["volunteering", "志愿"],
  participation_mobilized: ["mobilized", "受动员"],
  settlement_rate_true: ["settled, actual", "解决（实际）"],
  settlement_rate_recorded: ["closed, recorded", "办结", true],
  self_settled_share: ["self-settled", "自主解决"],
  coverage_functional: ["functional", "有效覆盖"],
  coverage_formal: ["formal", "有形覆盖", true],
  branch_activity_true: ["activity, actual", "实际活动"],
  branch_activity_reported: ["activity, reported", "上报活动", true],
  matched_share: ["matched", "匹配"],
  idle_share: ["idle", "闲置"],
  fragmentation: ["fragmentation", "碎片化"],
  dependence_mean: ["dependence", "依赖"],
  motivation_mean: ["motivation", "动机"],
  trust_community: ["trust in community", "信任社区"],
  fatigue_mean: ["fatigue", "疲劳"],
  satisfaction_mean: ["satisfaction", "满意"],
  awareness_knows: ["knows", "知晓"],
  awareness_understands: ["understands", "理解"],
  awareness_supports: ["supports", "支持"],
  volunteer_hours_per_adult: ["hours per adult and year", "成年人年均小时"],
  matters_open: ["open", "未结"],
  matters_raised: ["raised a week", "每周提出"],
  matters_settled_true: ["settled a week, actual", "每周解决（实际）"],
  orgs_alive: ["operating", "存续"],
};
const counted: readonly SeriesChart[] = ["hours", "matters", "organizations"];

/** The main measures, recorded beside true. */
export const panels: readonly SeriesPanel[] = (Object.keys(measureCharts) as SeriesChart[]).map((subject) => ({
  subject,
  format: counted.includes(subject) ? "number" : "share",
  measures: measureCharts[subject].map((id) => {
    const [en, zh, dashed = false] = names[id];
    return [id, en, zh, dashed];
  }),
}));

/** What a chart is called. */
export const nameOfSeries = ({ subject, measures }: SeriesPanel): string =>
  subject === "measure" ? measureName(measures[0][0]) : t(`chart_${subject}` as Word);

/** Its name in files and on the stage. */
export const idOfSeries = ({ subject, measures }: SeriesPanel): string => `series-${subject === "measure" ? measures[0][0] : subject}`;
