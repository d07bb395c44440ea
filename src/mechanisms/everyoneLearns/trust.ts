import { defineMechanism } from "../../engine/index.ts";
import { probability, share } from "../../scenario/index.ts";

/** Trust is a count of good and bad experience that is slowly forgotten (eq. 4.10). */
export const trust = defineMechanism({
  id: "trust",
  verb: "everyoneLearns",
  scope: "community",
  every: "month",
  phase: 0,
  apart: true,
  title: { en: "Trust", zh: "信任" },
  summary: {
    en: "Meeting neighbours and organizations adds good or bad experience; experience fades.",
    zh: "与邻里和社会组织的往来积累良好或不良经历，并逐渐淡忘。",
  },
  rows: ["D01", "D05", "B7", "Z25"],
  sheet: {
    equation: "T = (a + 1) / (a + b + 2) ; a ← φ a + successes ; b ← φ b + failures",
    symbols: { T: "trust, 0-1", a: "good experience, count", b: "bad experience, count", φ: "share remembered after a month" },
    source: "eq. 4.10 (Jøsang & Ismail 2002); prior counts (2, 2), φ 0.97 (references: starting values).",
    departures: "Experience with the community's institutions is written where cases end (caseQueue); here it only fades.",
    draws: "agent = resident: 0 experience with neighbours, 1 with organizations.",
    harm: "A share of experiences is bad: more contact is not more trust by itself.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "has a good experience with neighbours", zh: "与邻里有良好经历" },
      1: { of: "resident", en: "has a good experience with organizations", zh: "与社会组织有良好经历" },
    },
  },
  parameters: {
    memory: share({
      label: { en: "Memory", zh: "记忆保留" },
      help: { en: "Experience kept from one month to the next.", zh: "逐月保留的经历。" },
      default: 0.97,
      min: 0.8,
      of: "experience, a month",

      evidence: "M",
      prior: [0.9, 1],
    }),
    neighbours: probability({
      label: { en: "With neighbours", zh: "邻里良好经历" },
      help: { en: "The others are bad experiences.", zh: "其余为不良经历。" },
      default: 0.7,
      per: "experience",

      rows: ["L2"],
    }),
    organizations: probability({
      label: { en: "With organizations", zh: "组织良好经历" },
      help: { en: "When volunteering; the others are bad experiences.", zh: "志愿服务时；其余为不良经历。" },
      default: 0.65,
      per: "experience",

      rows: ["B7"],
    }),
  },
  reads: ["residents.lastGovernance", "residents.lastVolunteering"],
  writes: ["residents.trustCommunity", "residents.trustNeighbours", "residents.trustOrganizations"],
  measures: ["trust_neighbours", "trust_community", "trust_organizations"],
  step(world, context, c) {
    const { trustNeighbours, trustCommunity, trustOrganizations, lastVolunteering, lastGovernance } = world.residents.columns;
    const { memory, neighbours, organizations } = context.parameters;
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
});
