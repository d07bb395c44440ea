import { addTie } from "../../circles/index.ts";
import { defineMechanism } from "../../engine/index.ts";
import { probability, quantity, share, whole } from "../../scenario/index.ts";
import { fade, listFellows, NOBODY, part, seek, turnoverScratch } from "./seekTies.ts";

/** Acquaintance ties fade, and new ones close triangles, grow from shared activity or from living next door (eq. 4.13, 4.14). */
export const acquaintanceTurnover = defineMechanism({
  id: "acquaintanceTurnover",
  verb: "tiesChange",
  title: { en: "Turnover of acquaintances", zh: "熟人更替" },
  summary: {
    en: "Every four weeks weak ties fade faster than core ties; residents with room meet friends of friends, fellow members and neighbours.",
    zh: "每 4 周弱关系比核心关系更快消退；有余力的居民结识熟人的熟人、同组成员与邻居。",
  },
  rows: ["L2", "V5c", "T06"],
  sheet: {
    equation: [
      "P(tie kept a year) = S_weak or S_core",
      "P(i seeks a tie in a month) = r (z*/12) · g(z_i) ; g(z) = 1 / (exp(β (z / z* − 1)) + 1)",
      "candidate: for those in a group a fellow member (share φ) ; of the others the one of n core friends of core friends with most shared friends (share τ), or a resident of the same building",
    ].join("\n"),
    symbols: {
      S: "yearly survival",
      z: "ties of i",
      "z*": "ties that i can keep up (sociability)",
      β: "sharpness of that limit",
      r: "rate of seeking, balancing the losses at z = z*",
      τ: "share of triadic closure",
      n: "candidates",
      φ: "share of focal closure",
    },
    source:
      "eq. 4.13 (Jin, Girvan & Newman 2001), 4.14 (Kossinets & Watts 2006); survival 0.8-0.95 weak, 0.95-0.99 core; fitted to 0.40-0.56 of ties kept after seven years [S93].",
    departures: "Each resident seeks one tie a month at most. No homophily beyond that of triangles and buildings.",
    harm: "Triangles close ranks: newcomers find fewer ties.",
    draws:
      "stream fade, agent = resident: 0 which ties of the row fade; own stream, agent = resident: 0 seeks, 1 kind, 2 fellow or neighbour, 4 core, 8 + 2k and 9 + 2k steps to candidate k.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "seeks a new acquaintance", zh: "结识新熟人" },
      4: { of: "resident", en: "the new tie is a core tie", zh: "新关系为核心关系" },
    },
  },
  parameters: {
    weakSurvival: probability({
      label: { en: "Survival of weak ties", zh: "弱关系存续率" },
      help: { en: "The others end within the year.", zh: "其余在一年内中断。" },
      default: 0.85,
      per: "year",

      rows: ["L2"],
      evidence: "A",
      prior: [0.8, 0.95],
    }),
    coreSurvival: probability({
      label: { en: "Survival of core ties", zh: "核心关系存续率" },
      help: { en: "The others end within the year.", zh: "其余在一年内中断。" },
      default: 0.97,
      per: "year",

      rows: ["L2"],
      evidence: "S",
      prior: [0.95, 0.99],
    }),
    seeking: quantity({
      label: { en: "New ties sought", zh: "寻求新关系" },
      help: { en: "By a resident of mean sociability who has as many ties as they can keep.", zh: "社交性居中、关系已达可维持数的居民。" },
      default: 0.75,
      min: 0,
      max: 30,
      unit: "a year",

      rows: ["L2"],
      source: "Replaces what fades: 8 weak and 4 core ties lose about 1.1 a year, half of them found from each end.",
    }),
    sharpness: quantity({
      label: { en: "Sharpness of the limit", zh: "上限陡度" },
      help: {
        en: "The larger, the more abruptly residents stop seeking at the ties they can keep.",
        zh: "越大，关系达到可维持数后越快停止寻求。",
      },
      default: 2,
      min: 0,
      max: 20,
      unit: "slope",
    }),
    triadic: share({
      label: { en: "Triadic closure", zh: "三元闭包占比" },
      help: { en: "With acquaintances of acquaintances; of ties not formed in a group.", zh: "与熟人的熟人结成；不计小组内结成的关系。" },
      default: 0.85,
      of: "new ties",

      rows: ["L2"],
      evidence: "M",
    }),
    candidates: whole({
      label: { en: "Candidates", zh: "候选人数" },
      help: {
        en: "Among these friends of friends, the one with most shared friends is chosen.",
        zh: "在这些熟人的熟人中，选共同熟人最多的一位。",
      },
      default: 8,
      min: 1,
      max: 12,
      unit: "people",

      rows: ["L2"],
      source: "Meeting grows with mutual friends, g(m) of eq. 4.13.",
    }),
    focal: share({
      label: { en: "Focal closure", zh: "社团闭包占比" },
      help: { en: "With fellow members, for residents who belong to an interest group.", zh: "兴趣小组成员与同组成员结成。" },
      default: 0.6,
      of: "new ties",

      rows: ["V5c", "T06"],
      evidence: "M",
    }),
    core: probability({
      label: { en: "New core ties", zh: "新核心关系" },
      help: { en: "Between two in one community who have contact with neighbours.", zh: "同一社区、双方都有邻里往来时。" },
      default: 0.2,
      per: "new tie",
    }),
  },
  reads: ["ties", "residents.groups", "residents.building"],
  writes: ["ties", "tally.communities.tiesFormed", "tally.communities.tiesLost"],
  measures: ["acquaintance_degree_mean", "acquaintance_degree_var_ratio", "acquaintance_clustering", "acquaintance_retention_since_start"],
  kernels: { seek, fade, part },
  step(world, context) {
    if (context.week % 4 !== 0) return;
    const { communities, residents, ties } = world;
    const { withdrawn } = residents.columns;
    const { tiesFormed } = world.tally.communities.columns;
    const { wanted } = turnoverScratch(world);
    listFellows(world);
    context.everywhere("seek");
    context.everywhere("fade");
    context.everywhere("part");
    for (let c = 0; c < communities.rows; c++) {
      const from = communities.columns.firstResident[c];
      const to = from + communities.columns.residents[c];
      for (let i = from; i < to; i++) {
        const j = wanted[i];
        if (j === NOBODY) continue;
        const near = j >= from && j < to;
        const isCore = near && !withdrawn[i] && !withdrawn[j] && context.draws.chance(i, context.of(c).core, 4) ? 1 : 0;
        if (addTie(ties, i, j, isCore)) tiesFormed[c]++;
      }
    }
  },
});
