import type { z } from "zod";
import { quantity, section, share, whole } from "../parameter.ts";

/** The acquaintance circle and the organization network at the start (references: networks). */
export const circlesSection = section(
  {
    acquaintances: quantity({
      label: { en: "Acquaintances", zh: "熟人数" },
      help: { en: "A mean; ties to people outside the district are not counted.", zh: "取平均值，不含区外关系。" },
      default: 12,
      min: 0,
      max: 60,
      unit: "people",

      rows: ["L2"],
      prior: [8, 20],
    }),
    dispersion: quantity({
      label: { en: "Evenness of sociability", zh: "社交性均匀度" },
      help: { en: "Small values leave most ties to a few residents.", zh: "数值越小，关系越集中于少数居民。" },
      default: 3,
      min: 0.5,
      max: 50,
      unit: "shape",

      rows: ["L2"],
    }),
    close: share({
      label: { en: "Ties of close neighbours", zh: "小邻里关系占比" },
      help: { en: "Formed between people of similar age in one small neighbourhood.", zh: "在同一小邻里、年龄相近的人之间结成。" },
      default: 0.3,
      of: "ties",

      rows: ["L2"],
    }),
    inCommunity: share({
      label: { en: "Ties in the community", zh: "社区内远邻关系" },
      help: { en: "Formed beyond the small neighbourhood, fewer with distance.", zh: "在小邻里之外结成，距离越远越少。" },
      default: 0.04,
      of: "ties",

      rows: ["L2"],
    }),
    overlap: share({
      label: { en: "Interwoven circles", zh: "圈层交织度" },
      help: {
        en: "Ties formed in shared places instead of the small neighbourhood; their number stays the same.",
        zh: "在共同去处而非小邻里结成的关系；关系总数不变。",
      },
      default: 0.55,
      of: "ties of residents with shared places",

      rows: ["L5"],
      prior: [0, 1],
    }),
    neighbourhood: quantity({
      label: { en: "Small neighbourhood", zh: "小邻里规模" },
      help: { en: "Ties inside it close into triangles.", zh: "其中的关系容易结成三角。" },
      default: 12,
      min: 3,
      max: 60,
      unit: "people",

      rows: ["L2"],
    }),
    courtyard: whole({
      label: { en: "Courtyard", zh: "院落规模" },
      help: { en: "Small neighbourhoods are drawn from the buildings around one courtyard.", zh: "小邻里取自同一院落各楼栋的居民。" },
      default: 5,
      min: 1,
      max: 50,
      unit: "buildings",

      rows: ["L2"],
    }),
    distance: quantity({
      label: { en: "Decay with distance", zh: "距离衰减" },
      help: { en: "The larger, the rarer ties to buildings further away in the community.", zh: "越大，与社区内较远楼栋的关系越少。" },
      default: 1.6,
      min: 1.1,
      max: 3,
      unit: "exponent",

      rows: ["L2"],
      evidence: "M",
      source: "Tie probability falls as distance to the power -1.6 [S90].",
      prior: [1.1, 2.5],
    }),
    withoutContact: share({
      label: { en: "Without neighbours", zh: "无邻里往来占比" },
      help: { en: "None of their ties inside the community begins as a core tie.", zh: "他们在社区内的关系起初都不是核心关系。" },
      default: 0.2,
      of: "residents",

      rows: ["L2"],
      evidence: "S",
      source: "With chance, 24-28% without active contact [S77], [S78].",
      prior: [0.1, 0.25],
    }),
    core: share({
      label: { en: "Core ties", zh: "核心关系占比" },
      help: { en: "The others are weak ties and fade sooner.", zh: "其余为弱关系，消退较快。" },
      default: 0.62,
      of: "ties between neighbours in contact",

      rows: ["L2"],
      fitted: "6: 24-28% without active contact [S77], [S78].",
    }),
    partners: quantity({
      label: { en: "Partners", zh: "组织伙伴数" },
      help: { en: "A mean of social organizations; the station is not counted.", zh: "每家社会组织的平均值，不计党建站。" },
      default: 3,
      min: 0,
      max: 30,
      unit: "per organization",

      rows: ["F06"],
    }),
  },
  {
    label: { en: "Circles", zh: "圈层" },
    help: { en: "Ties of residents and of organizations at the start.", zh: "居民与组织的初始关系。" },
  },
);
export type CirclesParameters = z.output<typeof circlesSection>;
