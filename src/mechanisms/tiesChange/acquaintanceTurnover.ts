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
    en: "Every fourth week weak ties fade faster than core ties; people with room meet friends of friends, fellow members and neighbours.",
    zh: "每四周弱关系比核心关系更快消退；有余力者结识朋友的朋友、同组成员与邻居。",
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
      0: { of: "resident", en: "seeks a new acquaintance", zh: "结识新人" },
      4: { of: "resident", en: "the new tie is a core tie", zh: "新关系为核心关系" },
    },
  },
  parameters: {
    weakSurvival: probability({
      default: 0.85,
      per: "year",
      en: "Chance that a weak tie lasts a year.",
      zh: "弱关系的年存续率。",
      rows: ["L2"],
      evidence: "A",
      prior: [0.8, 0.95],
    }),
    coreSurvival: probability({
      default: 0.97,
      per: "year",
      en: "Chance that a core tie lasts a year.",
      zh: "核心关系的年存续率。",
      rows: ["L2"],
      evidence: "S",
      prior: [0.95, 0.99],
    }),
    seeking: quantity({
      default: 0.75,
      min: 0,
      max: 30,
      unit: "ties a year",
      en: "Ties that a resident of mean sociability seeks.",
      zh: "关系较少者每年寻求的新关系。",
      rows: ["L2"],
      source: "Replaces what fades: 8 weak and 4 core ties lose about 1.1 a year, half of them found from each end.",
    }),
    sharpness: quantity({
      default: 2,
      min: 0,
      max: 20,
      unit: "per multiple of the limit",
      en: "Sharpness of the limit, β.",
      zh: "上限的陡度。",
    }),
    triadic: share({
      default: 0.85,
      of: "new ties",
      en: "Share that closes triangles, of those not formed in a group, τ.",
      zh: "三元闭合占比。",
      rows: ["L2"],
      evidence: "M",
    }),
    candidates: whole({
      default: 8,
      min: 1,
      max: 12,
      unit: "residents",
      en: "Friends of friends among whom the one with most shared friends is chosen.",
      zh: "从中择共同熟人最多者的“熟人的熟人”人数。",
      rows: ["L2"],
      source: "Meeting grows with mutual friends, g(m) of eq. 4.13.",
    }),
    focal: share({
      default: 0.6,
      of: "new ties",
      en: "Share formed in a group that both attend, φ.",
      zh: "共同活动闭合占比。",
      rows: ["V5c", "T06"],
      evidence: "M",
    }),
    core: probability({
      default: 0.2,
      per: "new tie inside a community",
      en: "Chance that a new tie inside the community, of two who have contact, is a core tie.",
      zh: "社区内新关系成为核心关系的概率。",
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
