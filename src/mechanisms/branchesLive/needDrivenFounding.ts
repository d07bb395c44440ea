import { defineMechanism, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { bodyOf } from "../../population/index.ts";
import { quantity, whole } from "../../scenario/index.ts";
import { endPlacebo, foundBranch, joinBranch, OWN } from "./foundBranch.ts";

/** Some organizations found a branch because they want one: the rival of promotion [M01]. */
export const needDrivenFounding = defineMechanism({
  id: "needDrivenFounding",
  phase: "branchesLive",
  scope: "organization",
  every: "week",
  title: { en: "Founding out of need", zh: "内生组建" },
  summary: {
    en: "Organizations with enough members and little legitimacy set up a branch of their own accord.",
    zh: "党员足够而合法性不足的组织自愿组建党支部。",
  },
  rows: ["M01", "N14"],
  partyBuilding: true,
  rivals: ["administrativeDrive"],
  specification: {
    equation: "P(found in a week) = 1 − exp(−n (1 − leg) / 52)",
    symbols: { n: "rate a year of an organization without legitimacy", leg: "legitimacy, 0-1" },
    source: "eq. 4.16: early adopters by need, late ones by pressure (Tolbert & Zucker 1983).",
    departures: "Need is the lack of legitimacy alone.",
    draws: "agent = organization: 0 founds; agent = branch: 1 secretary.",
    placebo: "The organization meets of its own accord; no branch is founded.",
    harm: "none known beyond the hours (divideHours).",
  },
  chances: {
    "": {
      0: { of: "organization", en: "sets up a branch out of need", zh: "因自身需要组建党支部" },
    },
  },
  parameters: {
    rate: quantity({
      label: { en: "Founding rate", zh: "组建率" },
      help: { en: "Without any legitimacy; the more of it, the fewer.", zh: "毫无合法性时的水平；合法性越高，组建越少。" },
      default: 0.1,
      min: 0,
      max: 2,
      unit: "a year",

      rows: ["M01"],
    }),
    minimumMembers: whole({
      label: { en: "Members needed", zh: "所需党员数" },
      help: { en: "With fewer no branch can be set up.", zh: "不足则无法组建。" },
      default: 3,
      min: 1,
      max: 50,
      unit: "people",

      rows: ["N04"],
      evidence: "S",
      source: "Three full members found a branch [S21].",
    }),
  },
  reads: ["organizations.community", "organizations.legitimacy", "organizations.members", "residents.member", "residents.organization"],
  writes: [
    "branches",
    "organizations.branch",
    "organizations.coverage",
    "organizations.meeting",
    "organizations.placebo",
    "residents.workBranch",
    "weekTotals.branches",
  ],
  measures: ["coverage_own", "branches_per_100_orgs", "branch_activity_true"],
  step(world, context, g) {
    const { parameters: p, mode, draws, week } = context;
    const o = world.organizations.columns;
    if (bodyOf(world.organizations, g) >= 0 || o.members[g] < p.minimumMembers) return;
    if (!draws.chance(g, chanceOf((p.rate * (1 - o.legitimacy[g])) / YEAR), 0)) return;
    joinBranch(world, g, foundBranch(world, week, o.community[g], OWN, mode, draws.uniform(world.branches.rows, 1)), OWN);
  },
  leave(world, { mode }, c) {
    if (mode === "placebo") endPlacebo(world, c);
  },
});
