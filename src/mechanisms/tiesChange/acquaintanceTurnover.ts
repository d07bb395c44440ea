import { joinStrangers } from "../../circles/index.ts";
import { defineMechanism } from "../../engine/index.ts";
import { NONE } from "./seekTies.kernel.ts";
import { approach, fade, listFellows, part, seek, turnoverScratch } from "./seekTies.ts";
import { turnoverParameters } from "./turnoverParameters.ts";

/** Acquaintance ties fade, and new ones close triangles, grow from shared activity or from living next door (eq. 4.13, 4.14). */
export const acquaintanceTurnover = defineMechanism({
  id: "acquaintanceTurnover",
  phase: "tiesChange",
  scope: "community",
  every: "month",
  inWeek: 0,
  title: { en: "Turnover of acquaintances", zh: "熟人更替" },
  summary: {
    en: "Every four weeks weak ties fade faster than core ties; residents with room meet friends of friends, fellow members and neighbours.",
    zh: "每 4 周弱关系比核心关系更快消退；有余力的居民结识熟人的熟人、同组成员与邻居。",
  },
  rows: ["L2", "V5c", "T06"],
  specification: {
    equation: [
      "P(tie kept a year) = S_weak or S_core",
      "P(i seeks a tie in a month) = r (z*/12) · g(z_i) ; g(z) = 1 / (exp(β (z / z* − 1)) + 1)",
      "candidate: for those with a group, workplace or branch a fellow there (share φ) ; of the others the one of n core friends of core friends with most shared friends (share τ), anybody in the district (share a), or the one nearest in age of four around the same courtyard",
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
      a: "share of far acquaintances",
    },
    source:
      "eq. 4.13 (Jin, Girvan & Newman 2001), 4.14 (Kossinets & Watts 2006); survival 0.8-0.95 weak, 0.95-0.99 core; fitted to 0.40-0.56 of ties kept after seven years [S93].",
    departures:
      "Each resident seeks one tie a month at most. No homophily beyond that of triangles, shared places and the ages of a courtyard.",
    harm: "Triangles close ranks: newcomers find fewer ties.",
    draws:
      "stream fade, agent = resident: 0 which ties of the row fade; own stream, agent = resident: 0 seeks, 1 kind, 2 fellow or anybody, 3 shared place, 4 core, 8 + 2k and 9 + 2k steps to candidate k, 32-35 neighbours.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "seeks a new acquaintance", zh: "结识新熟人" },
      4: { of: "resident", en: "the new tie is a core tie", zh: "新关系为核心关系" },
    },
  },
  parameters: turnoverParameters,
  reads: ["communities.contact", "residents.groups", "residents.homeBranch", "residents.workplace", "residents.workBranch"],
  writes: ["weekTotals.communities.tiesFormed", "weekTotals.communities.tiesLost", "ties"],
  measures: ["acquaintance_degree_mean", "acquaintance_degree_var_ratio", "acquaintance_clustering", "acquaintance_retention_since_start"],
  kernels: { seek, fade, part, approach },
  begin(world, context) {
    turnoverScratch(world).wanted.fill(NONE);
    listFellows(world);
    context.everywhere("seek");
    context.everywhere("fade");
    // The other end of a tie that fades may live where nothing changes.
    context.throughout("part");
    context.everywhere("approach");
  },
  step(world, _context, c) {
    const { communities, ties } = world;
    const { wanted, closely } = turnoverScratch(world);
    const from = communities.columns.firstResident[c];
    const to = from + communities.columns.residents[c];
    let formed = 0;
    for (let i = from; i < to; i++) {
      const j = wanted[i];
      if (j === NONE) continue;
      // Of two who want each other, the first has joined them, or had no room for it.
      if (j < i && wanted[j] === i) continue;
      if (joinStrangers(ties, i, j, closely[i])) formed++;
    }
    world.weekTotals.communities.columns.tiesFormed[c] += formed;
  },
});
