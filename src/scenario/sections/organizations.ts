import type { z } from "zod";
import { numbers, quantity, section, share, whole } from "../parameter.ts";

/** Social organizations at the start (science.md 2.3, 9). */
export const organizationsSection = section(
  {
    count: whole({
      default: 110,
      min: 0,
      max: 20_000,
      unit: "organizations",
      en: "Social organizations at the start.",
      zh: "初始社会组织数。",
      rows: ["Z01"],
      evidence: "P",
      source: "More than 1,100 in the district.",
    }),
    registered: share({
      default: 0.4,
      of: "organizations",
      en: "Share registered; the others are only filed.",
      zh: "登记组织占比。",
      prior: [0.25, 0.6],
    }),
    staffMedian: quantity({
      default: 5,
      min: 1,
      max: 100,
      unit: "persons",
      en: "Median staff of a registered organization.",
      zh: "登记组织员工中位数。",
      evidence: "M",
      prior: [2, 8],
    }),
    staffMean: quantity({
      default: 12,
      min: 1,
      max: 200,
      unit: "persons",
      en: "Mean staff of a registered organization.",
      zh: "登记组织员工均值。",
      evidence: "M",
      prior: [6, 15],
    }),
    members: share({ default: 0.1, of: "staff", en: "Share of party members among staff.", zh: "员工中党员比例。", prior: [0.05, 0.25] }),
    volunteers: quantity({ default: 12, min: 0, max: 500, unit: "persons", en: "Mean standing volunteers.", zh: "常设志愿者均值。" }),
    types: numbers({
      default: [0.22, 0.28, 0.32, 0.08, 0.02, 0.02, 0.01, 0.01, 0.02, 0.01, 0.01],
      of: [
        "welfareCharity",
        "dailyService",
        "cultureSport",
        "mediation",
        "jointPartyBuilding",
        "selfGovernment",
        "cadreTraining",
        "sceneBuilding",
        "resourceLinking",
        "developmentSupport",
        "democraticConsultation",
      ],
      min: 0,
      max: 1,
      unit: "weight",
      en: "Weights of the eleven types at the start: mostly the four traditional ones.",
      zh: "十一类组织的初始权重，以四类传统内容为主。",
      rows: ["Z08", "Z09"],
    }),
  },
  { en: "Social organizations at the start.", zh: "初始社会组织。" },
);
export type OrganizationsParameters = z.output<typeof organizationsSection>;
