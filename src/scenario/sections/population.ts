import type { z } from "zod";
import { numbers, quantity, section, share, whole } from "../parameter.ts";

/** Who lives in the district (science.md 2.1, 2.2, 2.4, 9). */
export const populationSection = section(
  {
    residents: whole({ default: 65_854, min: 1, max: 2_000_000, unit: "residents", en: "Residents of the district.", zh: "辖区居民数。", rows: ["Z01"], evidence: "S", source: "658,537 in the census of 2020 [S11]; a tenth of it by default." }),
    communities: whole({ default: 10, min: 1, max: 500, unit: "communities", en: "Urban communities and villages.", zh: "社区与行政村数。", rows: ["I14"], evidence: "S", source: "54 + 49 = 103 [S12]." }),
    villageShare: share({ default: 0.476, of: "communities", en: "Share of administrative villages.", zh: "行政村占比。", rows: ["I14"], evidence: "A" }),
    subdistricts: whole({ default: 8, min: 1, max: 60, unit: "subdistricts", en: "Street-level units.", zh: "街道（镇）数。", evidence: "S", source: "[S12], [S16]." }),
    sizeSpread: quantity({ default: 0.4, min: 0, max: 1, unit: "log standard deviation", en: "Spread of the sizes of communities.", zh: "社区规模离散度。" }),
    estates: numbers({ default: [0.3, 0.2, 0.5], of: ["workUnit", "resettlement", "commodity"], min: 0, max: 1, unit: "weight", en: "Weights of estate types in urban communities; villages are estates of their own.", zh: "城市社区的住宅类型权重；行政村自成一类。", rows: ["I14"] }),
    householdSize: quantity({ default: 2.51, min: 1.5, max: 4, unit: "residents", en: "Mean members of a household.", zh: "户均人口。", evidence: "S", source: "2.51 per family household, census 2020 [S17]." }),
    children: share({ default: 0.152, min: 0, max: 0.28, of: "residents", en: "Share under 15.", zh: "0-14岁占比。", evidence: "M", source: "Jiangsu census 2020." }),
    elders: share({ default: 0.218, min: 0, max: 0.6, of: "residents", en: "Share of 60 and over.", zh: "60岁及以上占比。", evidence: "M", source: "Jiangsu census 2020." }),
    employed: share({ default: 0.565, min: 0, max: 0.7, of: "residents", en: "Share employed.", zh: "就业人口占比。", evidence: "M", source: "55-58%, yearbooks." }),
    members: share({ default: 0.065, min: 0, max: 0.3, of: "residents", en: "Share of party members.", zh: "党员占居民比例。", evidence: "A", source: "Jiangsu 5.4959 m of its residents [S20].", prior: [0.05, 0.09] }),
    freeMinutes: quantity({ default: 120, min: 0, max: 1200, unit: "minutes a week", en: "Mean time available for civic life.", zh: "每周可用于公共生活的平均时间。" }),
    registeredVolunteers: share({ default: 0.218, of: "adults", en: "Share registered as volunteers.", zh: "注册志愿者占比。", evidence: "A", source: "1.03 m in Changzhou, 21.8% of residents [S43]." }),
    timeBankMembers: share({ default: 0.015, of: "adults", en: "Share in the time bank.", zh: "时间银行会员占比。", rows: ["V2"], evidence: "S", source: "[S48], [S52].", prior: [0.002, 0.1] }),
    unitSize: quantity({ default: 17.6, min: 1, max: 1000, unit: "employees", en: "Mean employees of a unit.", zh: "单位平均从业人数。", evidence: "M", source: "Economic census 2018." }),
    workInside: share({ default: 0.25, of: "employed residents", en: "Share of employed residents whose unit stands in the district.", zh: "在区内就业的居民比例。" }),
    localColleagues: share({ default: 0.2, of: "employees", min: 0.01, en: "Share of a unit's employees who live in the district.", zh: "居住在本区的同事比例。", evidence: "J", source: "10-30%, science.md 3.2." }),
    groupsPerCommunity: quantity({ default: 15, min: 0, max: 100, unit: "groups", en: "Interest groups of a community of mean size.", zh: "社区兴趣小组数。", rows: ["L3"], evidence: "S", source: "Policy target 10 [S33]; 8-15.", prior: [8, 15] }),
    groupMedian: quantity({ default: 15, min: 2, max: 200, unit: "residents", en: "Median members of an interest group.", zh: "兴趣小组人数中位数。", rows: ["L3"], source: "science.md 3.2: lognormal, median 15." }),
    groupSpread: quantity({ default: 1.5, min: 0, max: 2, unit: "log standard deviation", en: "Spread of the sizes of interest groups, 5-500 members.", zh: "兴趣小组规模离散度（5-500人）。", rows: ["L3"], source: "So that groups of median 15 with online groups of up to 500 reach a tenth of adults (science.md 3.2: 10-30%)." }),
    workGroups: share({ default: 0.2, of: "interest groups", en: "Interest groups that begin at a workplace.", zh: "起于工作单位的兴趣小组占比。", rows: ["L3", "L4"] }),
  },
  { en: "Who lives in the district.", zh: "居民构成。" },
);
export type PopulationParameters = z.output<typeof populationSection>;
