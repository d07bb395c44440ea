import { addExchangeTie, PARTY } from "../../circles/index.ts";
import { COMMUNITY, defineMechanism, ORGANIZATION, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Liaison officers tie branches to communities beyond their own [T05]. */
export const liaisonOfficers = defineMechanism({
  id: "liaisonOfficers",
  phase: "branchesLive",
  scope: "branch",
  every: "week",
  title: { en: "Liaison officers", zh: "党建联络员" },
  summary: {
    en: "Liaison officers of branches make their organizations known in other communities.",
    zh: "支部的党建联络员让所属组织为其他社区所知。",
  },
  rows: ["T05", "F06", "Z06", "Z28"],
  partyBuilding: true,
  specification: {
    equation: "P(new tie of a branch in a week) = 1 − exp(−n / 52) ; the community comes to know an organization of the branch",
    symbols: { n: "ties a year of an officer" },
    source: "T05: role overlap, the same person fills several, is its null. Bridges: F06.",
    departures: "An officer has no time budget of its own.",
    draws: "agent = branch: 0 ties, 1 which community, 2 which organization.",
    placebo: "Officers travel and are paid alike, but introduce nobody.",
    harm: "n near 0: the posts exist on paper.",
  },
  chances: {
    "": {
      0: { of: "branch", en: "gains a tie through its officer", zh: "经联络员建立关系" },
    },
  },
  parameters: {
    ties: quantity({
      label: { en: "New ties", zh: "新增关系" },
      help: { en: "Each lets a community find one organization of the branch.", zh: "每条关系让一个社区知晓支部的一家组织。" },
      default: 0.3,
      min: 0,
      max: 20,
      unit: "a year",

      rows: ["T05"],
    }),
  },
  reads: ["branches.memberOrganizations", "organizations.branch"],
  writes: ["exchangeTies"],
  measures: ["hub_share", "modularity", "cross_community_share", "matched_share"],
  step(world, context, k) {
    const { parameters: p, mode, draws } = context;
    const { memberOrganizations } = world.branches.columns;
    if (memberOrganizations[k] === 0 || mode !== "on" || !draws.chance(k, chanceOf(p.ties / YEAR), 0)) return;
    const c = draws.below(k, world.communities.rows, 1);
    const nth = draws.below(k, memberOrganizations[k], 2);
    const { branch } = world.organizations.columns;
    let seen = 0;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (branch[g] !== k || seen++ < nth) continue;
      // A community that hears of an organization may ask it from now on.
      addExchangeTie(world.exchangeTies, COMMUNITY, c, ORGANIZATION, g, PARTY, context.week, 0.3);
      return;
    }
  },
});
