import { defineMechanism } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, whole } from "../../scenario/index.ts";
import { foundBranch, joinBranch, OWN } from "./foundBranch.ts";

/** Some organizations found a branch because they want one: the rival of promotion [M01]. */
export const needDrivenFounding = defineMechanism({
  id: "needDrivenFounding",
  verb: "branchesLive",
  title: { en: "Founding out of need", zh: "内生需求建支" },
  summary: {
    en: "Organizations with three members and little standing found a branch of their own accord; it works from the first day.",
    zh: "有三名党员而合法性不足的组织自愿建立支部，自始开展工作。",
  },
  rows: ["M01", "N14"],
  partyBuilding: true,
  rivals: ["administrativePromotion"],
  sheet: {
    equation: "P(found in a week) = 1 − exp(−n (1 − leg) / 52) ; a branch of need begins at half its secretary's ability",
    symbols: { n: "rate a year of an organization without legitimacy", leg: "legitimacy, 0-1" },
    source: "eq. 4.16: early adopters by need, late ones by pressure (Tolbert & Zucker 1983).",
    departures: "Need is the lack of legitimacy alone.",
    draws: "agent = organization: 0 founds; agent = branch: 1 secretary.",
    placebo: "The organization meets of its own accord; no branch is founded.",
    harm: "none known beyond the hours (divideHours).",
  },
  chances: {
    "": {
      0: { of: "organization", en: "founds a branch out of need", zh: "因需建立党组织" },
    },
  },
  parameters: {
    rate: quantity({
      default: 0.1,
      min: 0,
      max: 2,
      unit: "a year",
      en: "Founding rate of an organization without legitimacy, n.",
      zh: "无合法性组织的年建支率。",
      rows: ["M01"],
    }),
    minimumMembers: whole({
      default: 3,
      min: 1,
      max: 50,
      unit: "members",
      en: "Members that a branch needs.",
      zh: "成立支部所需党员数。",
      rows: ["N04"],
      evidence: "S",
    }),
  },
  reads: ["organizations.legitimacy", "organizations.members"],
  writes: ["branches", "organizations.branch", "organizations.coverage", "organizations.relation", "residents.workBranch"],
  measures: ["coverage_own", "branches_per_100_orgs", "branch_activity_true"],
  step(world, context) {
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const c = o.community[g];
      if (!o.alive[g] || o.branch[g] >= 0 || context.mode(c) !== "on") continue;
      const p = context.of(c);
      if (o.members[g] < p.minimumMembers || !context.draws.chance(g, chanceOf((p.rate * (1 - o.legitimacy[g])) / 52), 0)) continue;
      joinBranch(world, g, foundBranch(world, context.week, c, OWN, context.draws.uniform(world.branches.rows, 1), false), OWN);
    }
  },
});
