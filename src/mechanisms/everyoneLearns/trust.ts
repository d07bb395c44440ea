import { defineMechanism } from "../../engine/index.ts";
import { probability, share } from "../../scenario/index.ts";

/** Trust is a count of good and bad experience that is slowly forgotten (eq. 4.10). */
export const trust = defineMechanism({
  id: "trust",
  verb: "everyoneLearns",
  title: { en: "Trust", zh: "信任" },
  summary: {
    en: "Meeting neighbours and organizations adds good or bad experience; all experience fades.",
    zh: "与邻里和组织的往来积累好坏经验，并随时间淡忘。",
  },
  rows: ["D01", "D05", "B7", "Z25"],
  sheet: {
    equation: "T = (a + 1) / (a + b + 2) ; a ← φ a + successes ; b ← φ b + failures",
    symbols: { T: "trust, 0-1", a: "good experience, count", b: "bad experience, count", φ: "share remembered after a month" },
    source: "eq. 4.10 (Jøsang & Ismail 2002); prior counts (2, 2), φ 0.97 (science.md 9).",
    departures: "Experience with the community's institutions is written where cases end (caseQueue); here it only fades.",
    draws: "agent = resident: 0 experience with neighbours, 1 with organizations.",
    harm: "A share of experiences is bad: more contact is not more trust by itself.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "meets well with neighbours", zh: "邻里交往愉快" },
      1: { of: "resident", en: "is served well by organizations", zh: "获社会组织良好服务" },
    },
  },
  parameters: {
    memory: share({
      default: 0.97,
      min: 0.8,
      of: "counts a month",
      en: "Experience remembered after a month, φ.",
      zh: "每月保留的经验。",
      evidence: "M",
      prior: [0.9, 1],
    }),
    neighbours: probability({
      default: 0.7,
      per: "experience",
      en: "Chance that an occasion with neighbours is a good experience.",
      zh: "与邻里往来为好经验的概率。",
      rows: ["L2"],
    }),
    organizations: probability({
      default: 0.65,
      per: "experience",
      en: "Chance that an occasion of volunteering is a good experience with an organization.",
      zh: "志愿活动成为对组织好经验的概率。",
      rows: ["B7"],
    }),
  },
  reads: ["residents.lastGovernance", "residents.lastVolunteering"],
  writes: ["residents.trustNeighbours", "residents.trustCommunity", "residents.trustOrganizations"],
  measures: ["trust_neighbours", "trust_community", "trust_organizations"],
  kernels: {
    remember(world, context, c) {
      if (context.mode(c) === "off") return;
      const { trustNeighbours, trustCommunity, trustOrganizations, lastVolunteering, lastGovernance } = world.residents.columns;
      const { memory, neighbours, organizations } = context.of(c);
      const { draws } = context;
      const since = context.week - 3;
      const from = world.communities.columns.firstResident[c];
      const to = from + world.communities.columns.residents[c];
      for (let i = from * 2; i < to * 2; i++) {
        trustNeighbours[i] *= memory;
        trustCommunity[i] *= memory;
        trustOrganizations[i] *= memory;
      }
      for (let i = from; i < to; i++) {
        const served = lastVolunteering[i] >= since;
        if (!served && lastGovernance[i] < since) continue;
        trustNeighbours[i * 2 + (draws.chance(i, neighbours, 0) ? 0 : 1)] += 1;
        if (served) trustOrganizations[i * 2 + (draws.chance(i, organizations, 1) ? 0 : 1)] += 1;
      }
    },
  },
  step(_world, context) {
    if (context.week % 4 === 0) context.everywhere("remember");
  },
});
