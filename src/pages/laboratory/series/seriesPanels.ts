import type { MeasureId } from "../../../observation/index.ts";
import type { SeriesChart, Word } from "../../../words/index.ts";
import { t } from "../preferences.ts";

/** A chart of some measures over the weeks. */
export interface SeriesPanel {
  subject: SeriesChart;
  format: "share" | "number";
  measures: readonly [id: MeasureId, en: string, zh: string, dashed?: boolean][];
}

/** The main measures, recorded beside true. */
export const panels: readonly SeriesPanel[] = [
  {
    subject: "participation",
    format: "share",
    measures: [
      ["participation_rate", "all adults", "全体成年人"],
      ["participation_members", "party members", "党员"],
      ["participation_volunteering", "volunteering", "志愿"],
      ["participation_mobilized", "mobilized", "受动员"],
    ],
  },
  {
    subject: "settlement",
    format: "share",
    measures: [
      ["settlement_rate_true", "settled, actual", "解决（实际）"],
      ["settlement_rate_recorded", "closed, recorded", "办结", true],
      ["self_settled_share", "self-settled", "自主解决"],
    ],
  },
  {
    subject: "coverage",
    format: "share",
    measures: [
      ["coverage_functional", "functional", "有效覆盖"],
      ["coverage_formal", "formal", "有形覆盖", true],
      ["branch_activity_true", "activity, actual", "实际活动"],
      ["branch_activity_reported", "activity, reported", "上报活动", true],
    ],
  },
  {
    subject: "resources",
    format: "share",
    measures: [
      ["matched_share", "matched", "匹配"],
      ["idle_share", "idle", "闲置"],
      ["fragmentation", "fragmentation", "碎片化"],
      ["dependence_mean", "dependence", "依赖"],
    ],
  },
  {
    subject: "residents",
    format: "share",
    measures: [
      ["motivation_mean", "motivation", "动机"],
      ["trust_community", "trust in community", "信任社区"],
      ["fatigue_mean", "fatigue", "疲劳"],
      ["satisfaction_mean", "satisfaction", "满意"],
    ],
  },
  {
    subject: "awareness",
    format: "share",
    measures: [
      ["awareness_knows", "knows", "知晓"],
      ["awareness_understands", "understands", "理解"],
      ["awareness_supports", "supports", "支持"],
    ],
  },
  { subject: "hours", format: "number", measures: [["volunteer_hours_per_adult", "hours per adult and year", "成年人年均小时"]] },
  {
    subject: "matters",
    format: "number",
    measures: [
      ["matters_open", "open", "未结"],
      ["matters_raised", "raised a week", "每周提出"],
      ["matters_settled_true", "settled a week, actual", "每周解决（实际）"],
    ],
  },
  { subject: "organizations", format: "number", measures: [["orgs_alive", "operating", "存续"]] },
];

/** What a chart is called. */
export const nameOfSeries = ({ subject }: Pick<SeriesPanel, "subject">): string => t(`chart_${subject}` as Word);

/** Its name in files and on the stage. */
export const idOfSeries = ({ subject }: Pick<SeriesPanel, "subject">): string => `series-${subject}`;
