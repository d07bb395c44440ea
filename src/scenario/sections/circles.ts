import type { z } from "zod";
import { quantity, section, share, whole } from "../parameter.ts";

/** The acquaintance circle and the organization network at the start (science.md 3.2). */
export const circlesSection = section(
  {
    acquaintances: quantity({ default: 12, min: 0, max: 60, unit: "residents", en: "Mean acquaintances inside the district.", zh: "区内熟人均值。", rows: ["L2"], prior: [8, 20] }),
    dispersion: quantity({ default: 3, min: 0.5, max: 50, unit: "shape", en: "Shape of the gamma distribution of sociability; smaller means more unequal degrees.", zh: "社交性伽马分布的形状参数。", rows: ["L2"] }),
    close: share({ default: 0.3, of: "ties", en: "Share of ties formed in small neighbourhoods of people of similar age.", zh: "相近年龄小邻里内形成的关系比例。", rows: ["L2"] }),
    inCommunity: share({ default: 0.04, of: "ties", en: "Share of ties formed elsewhere in the community, fewer with distance.", zh: "社区内其他关系比例，随距离递减。", rows: ["L2"] }),
    overlap: share({ default: 0.55, of: "ties of residents who share a group, a workplace or a branch with others", en: "Share of ties formed inside these, rather than in the small neighbourhood: how far the circles are interwoven at the same number of ties.", zh: "在共同小组、单位或支部中形成的关系比例：关系总数不变时各圈的交织程度。", rows: ["L5"], prior: [0, 0.4] }),
    neighbourhood: quantity({ default: 12, min: 3, max: 60, unit: "residents", en: "Residents of a small neighbourhood, where ties close into triangles.", zh: "小邻里的人数。", rows: ["L2"] }),
    courtyard: whole({ default: 5, min: 1, max: 50, unit: "buildings", en: "Buildings around one courtyard, from which small neighbourhoods are drawn.", zh: "一个院落的楼栋数。", rows: ["L2"] }),
    distance: quantity({ default: 1.6, min: 1.1, max: 3, unit: "exponent", en: "How fast ties elsewhere in the community grow rarer with distance.", zh: "关系随距离衰减的指数。", rows: ["L2"], evidence: "M", source: "Tie probability falls as distance to the power -1.6 [S90].", prior: [1.1, 2.5] }),
    withdrawn: share({ default: 0.2, of: "residents", en: "Residents who have no active contact with neighbours.", zh: "与邻里没有实际往来的居民比例。", rows: ["L2"], evidence: "S", source: "With chance, 24-28% without active contact [S77], [S78].", prior: [0.1, 0.25] }),
    core: share({ default: 0.62, of: "ties inside the community between residents who have contact", en: "Share of core ties; the others are weak.", zh: "核心关系比例，其余为弱关系。", rows: ["L2"] }),
    partners: quantity({ default: 3, min: 0, max: 30, unit: "partners", en: "Mean partners of a social organization beside the station.", zh: "社会组织的平均伙伴数。", rows: ["F06"] }),
  },
  { en: "The circles at the start.", zh: "初始圈层。" },
);
export type CirclesParameters = z.output<typeof circlesSection>;
