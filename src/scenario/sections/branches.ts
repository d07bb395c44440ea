import type { z } from "zod";
import { section, share, whole } from "../parameter.ts";

/** Branches at the start (science.md 2.2). */
export const branchesSection = section(
  {
    size: whole({
      default: 22,
      min: 3,
      max: 50,
      unit: "members",
      en: "Members of a community branch.",
      zh: "社区支部平均党员数。",
      evidence: "A",
      source: "22.3 national, 23.4 Jiangsu.",
    }),
    doubleReport: share({
      default: 0.3,
      of: "members with a branch at work",
      en: "Share who also report to a branch at home.",
      zh: "双报到党员比例。",
      rows: ["L1"],
    }),
    initialCoverage: share({
      default: 0.16,
      of: "social organizations",
      en: "Share covered by own branches at the start, as far as three members allow.",
      zh: "初始覆盖率上限。",
      rows: ["N12"],
      evidence: "S",
      source: "16% of all in 2012 [S24], [S31].",
      partyBuilding: true,
    }),
  },
  { en: "Party branches at the start.", zh: "初始党支部。" },
);
export type BranchesParameters = z.output<typeof branchesSection>;
