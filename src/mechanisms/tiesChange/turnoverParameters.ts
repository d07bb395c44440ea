import type { ParametersOf } from "../../engine/index.ts";
import { probability, quantity, share, whole } from "../../scenario/index.ts";

/** How fast acquaintances are lost, and how new ones are found. */
export const turnoverParameters = {
  weakSurvival: probability({
    label: { en: "Survival of weak ties", zh: "弱关系存续率" },
    help: { en: "The others end within the year.", zh: "其余在一年内中断。" },
    default: 0.81,
    per: "year",

    rows: ["L2"],
    evidence: "A",
    prior: [0.8, 0.95],
    fitted: "11: 40-56% of ties kept after seven years [S93]; clustering as at the start.",
    source: "48% of network members kept after seven years are 0.9 a year of all ties [S93].",
  }),
  coreSurvival: probability({
    label: { en: "Survival of core ties", zh: "核心关系存续率" },
    help: { en: "The others end within the year.", zh: "其余在一年内中断。" },
    default: 0.97,
    per: "year",

    rows: ["L2"],
    evidence: "S",
    prior: [0.95, 0.99],
    source: "1-4% of the inner circle change in a year [S94].",
  }),
  seeking: quantity({
    label: { en: "New ties sought", zh: "寻求新关系" },
    help: { en: "By a resident of mean sociability who has as many ties as they can keep.", zh: "社交性居中、关系已达可维持数的居民。" },
    default: 1.95,
    min: 0,
    max: 30,
    unit: "a year",

    rows: ["L2"],
    source: "Replaces what fades and who moves or dies: of 12 ties about 3.5 a year, half of them found from each end.",
    fitted: "11: 40-56% of ties kept after seven years [S93]; clustering as at the start.",
  }),
  sharpness: quantity({
    label: { en: "Sharpness of the limit", zh: "上限陡度" },
    help: {
      en: "The larger, the more abruptly residents stop seeking at the ties they can keep.",
      zh: "越大，关系达到可维持数后越快停止寻求。",
    },
    default: 3,
    min: 0,
    max: 20,
    unit: "slope",
  }),
  triadic: share({
    label: { en: "Triadic closure", zh: "三元闭包占比" },
    help: {
      en: "With acquaintances of acquaintances; of ties not formed in a shared place.",
      zh: "与熟人的熟人结成；不计在共同去处结成的关系。",
    },
    default: 0.8,
    of: "new ties",

    rows: ["L2"],
    evidence: "M",
    fitted: "11: 40-56% of ties kept after seven years [S93]; clustering as at the start.",
    source: "eq. 4.13: meeting is mostly through mutual friends.",
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
    label: { en: "Focal closure", zh: "共同去处占比" },
    help: {
      en: "In a group, a workplace or a branch, for residents who share one.",
      zh: "有共同去处（小组、单位、支部）的居民在那里结成的。",
    },
    default: 0.5,
    of: "new ties",

    rows: ["V5c", "T06", "L5"],
    source: "So that circles stay about as interwoven as at the start.",
    fitted: "11: 40-56% of ties kept after seven years [S93]; clustering as at the start.",
  }),
  afar: share({
    label: { en: "Far acquaintances", zh: "远处结识占比" },
    help: { en: "With anybody in the district; of ties not formed in a shared place.", zh: "与区内任何人结成；不计在共同去处结成的关系。" },
    default: 0.12,
    of: "new ties",
    rows: ["L2"],
    source: "So that as many ties cross communities as at the start.",
  }),
  core: probability({
    label: { en: "New core ties", zh: "新核心关系" },
    help: { en: "Between two in one community who have contact with neighbours.", zh: "同一社区、双方都有邻里往来时。" },
    default: 0.9,
    per: "new tie",
    fitted: "6: 24-28% of adults without active contact with neighbours [S77], [S78], over the years.",
  }),
};

export type Turnover = ParametersOf<typeof turnoverParameters>;
