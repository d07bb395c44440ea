import type { z } from "zod";
import { numbers, quantity, section, share, whole } from "../parameter.ts";

/** Social organizations at the start (references: organizations and volunteers, starting values). */
export const organizationsSection = section(
  {
    count: whole({
      label: { en: "Social organizations", zh: "社会组织数" },
      help: { en: "At the start; later their number follows from founding and closing.", zh: "初始数量；之后取决于成立与注销。" },
      default: 110,
      min: 0,
      max: 20_000,
      unit: "in all",

      rows: ["Z01"],
      evidence: "P",
      source: "More than 1,100 in the district.",
    }),
    registered: share({
      label: { en: "Registered organizations", zh: "登记组织占比" },
      help: { en: "The others are only filed and have no paid staff.", zh: "其余仅备案，没有专职人员。" },
      default: 0.4,
      of: "organizations",

      prior: [0.25, 0.6],
    }),
    staffMedian: quantity({
      label: { en: "Median of paid staff", zh: "专职人员中位数" },
      help: { en: "Half of the registered organizations have fewer.", zh: "半数登记组织的人数少于此数。" },
      default: 7,
      min: 1,
      max: 100,
      unit: "people",

      evidence: "M",
      prior: [2, 8],
      source:
        "Strongly skewed; 2-8 (references: organizations and volunteers). In it, the median at which sizes come to rest over 40 years.",
    }),
    staffMean: quantity({
      label: { en: "Mean of paid staff", zh: "专职人员平均数" },
      help: {
        en: "The further above the median, the more unequal the registered organizations.",
        zh: "高出中位数越多，登记组织的规模越悬殊。",
      },
      default: 9,
      min: 1,
      max: 200,
      unit: "people",

      evidence: "M",
      prior: [6, 15],
      source: "6-15; 11-12 nationally, 2020 (references: organizations and volunteers). In it, what residents of the district pay for.",
    }),
    members: share({
      label: { en: "Members among staff", zh: "专职人员党员占比" },
      help: { en: "They count towards the members that a branch needs.", zh: "计入成立支部所需的党员。" },
      default: 0.1,
      of: "staff",
      prior: [0.05, 0.25],
    }),
    volunteers: quantity({
      label: { en: "Standing volunteers", zh: "常设志愿者数" },
      help: { en: "A mean; each gives the organization hours every week.", zh: "取平均值；每名志愿者每周为组织投入工时。" },
      default: 12,
      min: 0,
      max: 500,
      unit: "people",
    }),
    newTypes: share({
      label: { en: "New types", zh: "新型组织占比" },
      help: { en: "The seven new types are equally frequent; the others are traditional.", zh: "七类新型组织数量相当；其余为传统类型。" },
      default: 0.1,
      of: "organizations",
      rows: ["Z09"],
    }),
    traditionalTypes: numbers({
      label: { en: "Traditional types", zh: "传统类型" },
      help: { en: "Relative frequency at the start, and among new organizations.", zh: "初始时与新成立组织中各类的相对多少。" },
      default: [0.24, 0.31, 0.36, 0.09],
      of: ["welfareCharity", "dailyService", "cultureSport", "mediation"],
      min: 0,
      max: 1,
      unit: "weight",

      rows: ["Z08"],
    }),
  },
  {
    label: { en: "Social organizations", zh: "社会组织" },
    help: { en: "How many there are at the start, of which types, and with how many people.", zh: "初始的数量、类型与人手。" },
  },
);
export type OrganizationsParameters = z.output<typeof organizationsSection>;

const NEW_TYPES = 7;

/** [type] share of organizations that are of each type: the four traditional ones, then the seven new ones. */
export function sharesOfTypes({ newTypes, traditionalTypes }: OrganizationsParameters): number[] {
  const sum = traditionalTypes.reduce((all, weight) => all + weight, 0);
  const old = traditionalTypes.map((weight) => (sum > 0 ? ((1 - newTypes) * weight) / sum : 0));
  return [...old, ...new Array<number>(NEW_TYPES).fill(newTypes / NEW_TYPES)];
}
