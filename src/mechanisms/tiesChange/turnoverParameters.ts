import type { ParametersOf } from "../../engine/index.ts";
import { probability, quantity, share, whole } from "../../scenario/index.ts";

/** How fast acquaintances are lost, and how new ones are found. */
export const turnoverParameters = {
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
};

export type Turnover = ParametersOf<typeof turnoverParameters>;
