import type { ParametersOf } from "../../engine/index.ts";
import { probability, quantity, share, whole } from "../../scenario/index.ts";

/** What rules how matters find hours: how much is on offer, how far the search goes, and what own workers do. */
export const matchingParameters = {
  open: share({
    label: { en: "Time for matters", zh: "事项工时占比" },
    help: { en: "The rest goes into programmes of the organization's own.", zh: "其余用于组织自身项目。" },
    default: 0.03,
    of: "service hours",
    rows: ["Z13"],
    source:
      "With it 36% of the time on offer are idle, where an activity rate of 60% is aimed at [S36], and 11% of the needs of a week unmet, where demand exceeds supply by 16.5 to 21.5 points in care [S46].",
    prior: [0.015, 0.06],
  }),
  asks: whole({
    label: { en: "Organizations asked", zh: "询问组织数" },
    help: {
      en: "For a matter in a week, of those that its community knows, by the strength of the tie; who has time is not known before.",
      zh: "每件事项每周向社区熟识的组织询问的家数，关系越强越可能被问到；事前不知对方有无工时。",
    },
    default: 2,
    min: 0,
    max: 100,
    unit: "a week",
    rows: ["F06", "Z10"],
    prior: [1, 6],
  }),
  partners: probability({
    label: { en: "Search among partners", zh: "伙伴搜寻率" },
    help: { en: "Rises with the linking role of the organizations that the community knows.", zh: "社区熟识组织的链接角色越强越高。" },
    default: 0.15,
    per: "unmet need and week",
    rows: ["F06", "M05"],
    prior: [0.05, 0.5],
  }),
  beyond: probability({
    label: { en: "Search of the district", zh: "全区搜寻率" },
    help: { en: "At a platform capacity of 0.5; in proportion to it.", zh: "平台能力为 0.5 时的水平，与平台能力成正比。" },
    default: 0.05,
    per: "unmet need and week",
    rows: ["Z27", "Z17"],
    prior: [0.01, 0.2],
  }),
  price: quantity({
    label: { en: "Price", zh: "工时价格" },
    help: {
      en: "For an organization that asks for all of the surplus; others are cheaper.",
      zh: "要价最高（索取全部剩余）的组织；其他组织较低。",
    },
    default: 20,
    min: 0,
    max: 1000,
    unit: "yuan an hour",
    rows: ["M05"],
  }),
  smartGain: quantity({
    label: { en: "Smart search", zh: "智慧搜寻增益" },
    help: { en: "Added to the search of the district at full use of smart services.", zh: "智慧服务充分使用时，全区搜寻增加的倍数。" },
    default: 2,
    min: 0,
    max: 10,
    unit: "times",
    rows: ["Z16"],
  }),
  planPull: share({
    label: { en: "Pull of the plan", zh: "计划牵引" },
    help: { en: "Organizations without autonomy leave aside matters outside the plan.", zh: "没有自主性的组织搁下计划外事项的程度。" },
    default: 0.3,
    of: "open hours",
    rows: ["F08"],
  }),
  ownHours: quantity({
    label: { en: "Community's own work", zh: "社区自办工时" },
    help: {
      en: "Each worker serves what nobody else does; paperwork and coordination take from it.",
      zh: "每名社区工作者用于无人承接的事项；行政事务与协调会占用。",
    },
    default: 6,
    min: 0,
    max: 40,
    unit: "hours a week",
    prior: [3, 12],
  }),
  pace: whole({
    label: { en: "Staff time on a matter", zh: "单项工时上限" },
    help: { en: "More needs more weeks: grave matters take longer.", zh: "超出部分顺延至以后各周：严重事项用时更长。" },
    default: 120,
    min: 1,
    max: 2400,
    unit: "minutes a week",
    rows: ["F12"],
    source: "Routine cases take 1-7 days, major ones 18-42 [S63].",
    prior: [60, 240],
  }),
  patience: whole({
    label: { en: "Waiting time", zh: "等待时间" },
    help: { en: "Then community workers step in.", zh: "之后由社区工作者介入。" },
    default: 2,
    min: 0,
    max: 52,
    unit: "weeks",
  }),
};

export type Matching = ParametersOf<typeof matchingParameters>;
