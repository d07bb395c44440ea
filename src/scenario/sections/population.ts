import type { z } from "zod";
import { numbers, quantity, section, share, whole } from "../parameter.ts";

/** Who lives in the district (references: the district, party organizations, starting values). */
export const populationSection = section(
  {
    residents: whole({
      label: { en: "Residents", zh: "居民数" },
      help: { en: "All ages, children included; each is one agent.", zh: "含儿童在内的各年龄居民，每人为一个主体。" },
      default: 65_854,
      min: 1,
      max: 2_000_000,
      unit: "people",

      rows: ["Z01"],
      evidence: "S",
      source: "658,537 in the census of 2020 [S11]; a tenth of it by default.",
    }),
    communities: whole({
      label: { en: "Communities", zh: "社区总数" },
      help: { en: "Urban communities and villages together share the residents.", zh: "城市社区与行政村合计，居民分布其中。" },
      default: 10,
      min: 1,
      max: 500,
      unit: "in all",

      rows: ["I14"],
      evidence: "S",
      source: "54 + 49 = 103 [S12].",
    }),
    villageShare: share({
      label: { en: "Villages", zh: "行政村占比" },
      help: {
        en: "The other communities are urban; a village is an estate type of its own.",
        zh: "其余为城市社区；行政村自成一种住宅类型。",
      },
      default: 0.476,
      of: "communities",

      rows: ["I14"],
      evidence: "A",
      source: "49 villages of 103 communities [S12].",
    }),
    subdistricts: whole({
      label: { en: "Subdistricts", zh: "街道（镇）数" },
      help: { en: "Each holds several communities side by side.", zh: "每个街道（镇）下辖若干相邻社区。" },
      default: 8,
      min: 1,
      max: 60,
      unit: "in all",

      evidence: "S",
      source: "[S12], [S16].",
    }),
    sizeSpread: quantity({
      label: { en: "Spread of community size", zh: "社区规模差异" },
      help: {
        en: "0 makes communities equal; at 0.4 one in six is half as large again as the median.",
        zh: "0 时各社区一样大；0.4 时约六分之一的社区超过中位规模的 1.5 倍。",
      },
      default: 0.4,
      min: 0,
      max: 1,
      unit: "log standard deviation",
    }),
    estates: numbers({
      label: { en: "Estate types", zh: "住宅类型" },
      help: {
        en: "Relative frequency among urban communities; villages are a type of their own.",
        zh: "城市社区中各类小区的相对多少；行政村自成一类。",
      },
      default: [0.3, 0.2, 0.5],
      of: ["workUnit", "resettlement", "commodity"],
      min: 0,
      max: 1,
      unit: "weight",

      rows: ["I14"],
    }),
    householdSize: quantity({
      label: { en: "Household size", zh: "户均人口" },
      help: { en: "A mean; households give the first hours of home care.", zh: "平均值；居家照护先由家庭成员承担。" },
      default: 2.51,
      min: 1.5,
      max: 4,
      unit: "people",

      evidence: "S",
      source: "2.51 per family household, census 2020 [S17].",
    }),
    children: share({
      label: { en: "Children", zh: "儿童占比" },
      help: { en: "Residents under 15.", zh: "未满 15 岁的居民。" },
      default: 0.152,
      min: 0,
      max: 0.28,
      of: "residents",

      evidence: "M",
      source: "Jiangsu census 2020.",
    }),
    elders: share({
      label: { en: "Older residents", zh: "老年人占比" },
      help: {
        en: "Residents of 60 and over; many of those who need home care are among them.",
        zh: "60 岁及以上居民；需要居家照护的多在其中。",
      },
      default: 0.218,
      min: 0,
      max: 0.6,
      of: "residents",

      evidence: "M",
      source: "Jiangsu census 2020.",
    }),
    employed: share({
      label: { en: "Employed residents", zh: "就业人口占比" },
      help: { en: "Only they can have a workplace in the district, and its circle.", zh: "只有就业者才可能有区内单位及其业缘圈。" },
      default: 0.565,
      min: 0,
      max: 0.7,
      of: "residents",

      evidence: "M",
      source: "55-58%, yearbooks.",
    }),
    members: share({
      label: { en: "Party members", zh: "党员占比" },
      help: { en: "They belong to a branch at home or at work.", zh: "隶属居住地或工作地的支部。" },
      default: 0.065,
      min: 0,
      max: 0.3,
      of: "residents",

      evidence: "A",
      source: "Jiangsu 5.4959 m of its residents [S20].",
      prior: [0.05, 0.09],
    }),
    freeMinutes: quantity({
      label: { en: "Free time", zh: "闲暇时间" },
      help: {
        en: "A mean of the time for civic life; giving much of it tires.",
        zh: "可用于公共生活的时间，取平均值；付出占比越大越疲劳。",
      },
      default: 120,
      min: 0,
      max: 1200,
      unit: "minutes a week",
    }),
    registeredVolunteers: share({
      label: { en: "Registered volunteers", zh: "注册志愿者占比" },
      help: { en: "At the start; they are asked to take part more often.", zh: "初始状态；他们更常受邀参与。" },
      default: 0.218,
      of: "adults",

      evidence: "A",
      source: "1.03 m in Changzhou, 21.8% of residents [S43].",
    }),
    timeBankMembers: share({
      label: { en: "Time-bank members", zh: "时间银行会员占比" },
      help: { en: "At the start; later as many join as leave.", zh: "初始状态；之后入会与退会人数大致相当。" },
      default: 0.015,
      of: "adults",

      rows: ["V2"],
      evidence: "S",
      source: "[S48], [S52].",
      prior: [0.002, 0.1],
    }),
    workplaceSize: quantity({
      label: { en: "Employees per workplace", zh: "单位平均规模" },
      help: { en: "A mean; sizes are skewed, so that most workplaces are smaller.", zh: "取平均值；规模偏斜，多数单位小于此数。" },
      default: 17.6,
      min: 1,
      max: 1000,
      unit: "people",

      evidence: "M",
      source: "Economic census 2018.",
    }),
    workInside: share({
      label: { en: "Jobs in the district", zh: "区内就业占比" },
      help: {
        en: "All other employed residents work outside and have no work circle here.",
        zh: "其余就业居民在区外工作，在本区没有业缘圈。",
      },
      default: 0.25,
      of: "employed residents",
    }),
    localColleagues: share({
      label: { en: "Local colleagues", zh: "本区同事占比" },
      help: { en: "Only colleagues who live in the district can be acquaintances here.", zh: "只有住在本区的同事才可能成为这里的熟人。" },
      default: 0.2,
      of: "employees",
      min: 0.01,

      evidence: "J",
      source: "10-30% (references: networks).",
    }),
    groupsPerCommunity: quantity({
      label: { en: "Interest groups", zh: "兴趣小组数" },
      help: { en: "In a community of mean size; larger ones have more.", zh: "平均规模社区的小组数；社区越大小组越多。" },
      default: 15,
      min: 0,
      max: 100,
      unit: "per community",

      rows: ["L3"],
      evidence: "S",
      source: "Policy target 10 [S33]; 8-15.",
      prior: [8, 25],
    }),
    groupMedian: quantity({
      label: { en: "Size of interest groups", zh: "兴趣小组规模" },
      help: { en: "A median: half of the groups are smaller.", zh: "取中位数，半数小组小于此数。" },
      default: 15,
      min: 2,
      max: 200,
      unit: "people",

      rows: ["L3"],
      source: "Lognormal, median 15 (references: networks).",
    }),
    groupSpread: quantity({
      label: { en: "Spread of group size", zh: "小组规模差异" },
      help: { en: "0 makes groups equal; sizes stay between 5 and 500.", zh: "0 时规模相同；人数始终介于 5 与 500 之间。" },
      default: 1.5,
      min: 0,
      max: 2,
      unit: "log standard deviation",

      rows: ["L3"],
      source: "So that groups of median 15 with online groups of up to 500 reach a tenth of adults (references: networks: 10-30%).",
    }),
    workGroups: share({
      label: { en: "Groups from work", zh: "单位小组占比" },
      help: { en: "They begin among colleagues; the others among neighbours.", zh: "由同事发起；其余由邻居发起。" },
      default: 0.2,
      of: "interest groups",

      rows: ["L3", "L4"],
    }),
  },
  {
    label: { en: "Residents", zh: "居民" },
    help: { en: "Who lives in the district, where, and where they work and meet.", zh: "居民构成、居住地、工作地与交往场所。" },
  },
);
export type PopulationParameters = z.output<typeof populationSection>;
