import { defineMechanism, offerCourse, owesHours, RUNNING, spend, WORKING_DAY } from "../../engine/index.ts";
import { bodyOf } from "../../population/index.ts";
import { quantity } from "../../scenario/index.ts";

const MINUTES = 60;
const CHECK = 10; // week of the year

/** Rules and annual checks take hours; how far they teach an organization to run itself depends on how rigid they are [N07, N15, G1]. */
export const internalManagement = defineMechanism({
  id: "internalManagement",
  phase: "branchesLive",
  scope: "organization",
  every: "week",
  title: { en: "Internal governance", zh: "内部治理" },
  summary: {
    en: "Rules and annual checks take hours of covered organizations; they teach internal governance as far as they fit, the rest is paperwork.",
    zh: "制度与年检占用被覆盖组织的工时；切合实际的部分改善内部治理，其余只是报表。",
  },
  rows: ["N07", "N15", "G1"],
  partyBuilding: true,
  specification: {
    equation: "course on running an organization = 60 h (1 − rigidity) ; owed + 60 h rigidity, every week",
    symbols: { h: "hours a week" },
    source: "N07 (weak points), N15, G1; paperwork substitution is the null. Values are judgements.",
    departures: "All covered organizations alike: the weak gain most because they have most to learn (organizationLearning).",
    draws: "none",
    placebo: "The same rules and checks, asked by nobody of the party.",
    harm: "Under a rigid programme the hours go to paper and teach nothing.",
  },
  parameters: {
    hours: quantity({
      label: { en: "Paperwork required", zh: "应投入报表工时" },
      help: { en: "Of each covered organization, however well it is run.", zh: "每家被覆盖组织，无论管理好坏。" },
      default: 0.5,
      min: 0,
      max: 20,
      unit: "hours a week",

      rows: ["N07", "G1"],
    }),
  },
  reads: ["organizations.branch", "organizations.community", "organizations.meeting"],
  writes: ["ledger", "organizations.courses", "organizations.hoursOwed", "weekTotals.communities.programmeMoney"],
  measures: ["org_management_mean", "admin_hours_share", "money_spent_programme"],
  step(world, context, g) {
    const { parameters: p, rigidity } = context;
    const o = world.organizations.columns;
    if (bodyOf(world.organizations, g) < 0) return;
    const minutes = Math.round(MINUTES * p.hours);
    const paper = Math.round(minutes * rigidity);
    owesHours(world, g, paper);
    offerCourse(world, g, RUNNING, minutes - paper);
    if (context.weekOfYear === CHECK) spend(world, o.community[g], WORKING_DAY * world.scenario.prices.hour);
  },
});
