import type { z } from "zod";
import { section, share, whole } from "../parameter.ts";

/** Branches at the start (references: party organizations). */
export const branchesSection = section(
  {
    size: whole({
      label: { en: "Members per branch", zh: "支部党员数" },
      help: { en: "A mean of community branches; the smaller, the more branches there are.", zh: "社区支部的平均值；越小则支部越多。" },
      default: 22,
      min: 3,
      max: 50,
      unit: "people",

      evidence: "A",
      source: "22.3 national, 23.4 Jiangsu.",
    }),
    dualRegistration: share({
      label: { en: "Dual registration", zh: "双报到占比" },
      help: { en: "Members with a branch at work who report to one at home too.", zh: "单位有支部、同时到居住地支部报到的党员。" },
      default: 0.3,
      of: "members with a branch at work",

      rows: ["L1"],
    }),
    initialCoverage: share({
      label: { en: "Coverage at start", zh: "初始组建率" },
      help: {
        en: "About as many, if they can: those with fewer than three members share joint branches.",
        zh: "以符合条件者为限；党员不足三名的组织共建联合党支部。",
      },
      default: 0.16,
      of: "social organizations",

      rows: ["N12"],
      evidence: "S",
      source: "16% of all in 2012 [S24], [S31].",
      partyBuilding: true,
    }),
  },
  {
    label: { en: "Party branches", zh: "党支部" },
    help: { en: "How many there are at the start, and how large.", zh: "初始的数量与规模。" },
  },
);
export type BranchesParameters = z.output<typeof branchesSection>;
