import type { z } from "zod";
import { quantity, section, share } from "../parameter.ts";

/** The acquaintance circle and the organization network at the start (science.md 3.2). */
export const circlesSection = section(
  {
    acquaintances: quantity({ default: 12, min: 0, max: 60, unit: "residents", en: "Mean acquaintances inside the district.", zh: "区内熟人均值。", rows: ["L2"], prior: [8, 20] }),
    dispersion: quantity({ default: 3, min: 0.5, max: 50, unit: "shape", en: "Shape of the gamma distribution of sociability; smaller means more unequal degrees.", zh: "社交性伽马分布的形状参数。", rows: ["L2"] }),
    inBuilding: share({ default: 0.55, of: "ties", en: "Share of ties formed in small neighbourhoods of a building.", zh: "楼内小邻里形成的关系比例。", rows: ["L2"] }),
    inCommunity: share({ default: 0.23, of: "ties", en: "Share of ties formed elsewhere in the community, by distance.", zh: "社区内其他关系比例。", rows: ["L2"] }),
    neighbourhood: quantity({ default: 12, min: 3, max: 60, unit: "residents", en: "Residents of a small neighbourhood inside a building, where ties close into triangles.", zh: "楼内小邻里的人数。", rows: ["L2"] }),
    core: share({ default: 0.33, of: "ties inside the building", en: "Share of core ties there; others are weak.", zh: "楼内关系中的核心关系比例。", rows: ["L2"] }),
    partners: quantity({ default: 3, min: 0, max: 30, unit: "partners", en: "Mean partners of a social organization beside the station.", zh: "社会组织的平均伙伴数。", rows: ["F06"] }),
  },
  { en: "The circles at the start.", zh: "初始圈层。" },
);
export type CirclesParameters = z.output<typeof circlesSection>;
