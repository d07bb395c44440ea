import { defineMechanism, spend } from "../../engine/index.ts";
import { level, quantity, share } from "../../scenario/index.ts";

const MINUTES = 60;
const CHECK = 10; // week of the year

/** Standard procedures repair the weakest management first, at the price of paperwork [N07, N15, G1]. */
export const internalManagement = defineMechanism({
  id: "internalManagement",
  verb: "branchesLive",
  scope: "organization",
  every: "week",
  title: { en: "Internal governance", zh: "内部治理" },
  summary: {
    en: "Rules and annual checks raise the internal governance of covered organizations, most where it is weak, and cost hours.",
    zh: "制度与年检改善被覆盖组织的内部治理，基础越弱改善越多，但占用工时。",
  },
  rows: ["N07", "N15", "G1"],
  partyBuilding: true,
  sheet: {
    equation: "g(t+1) = g + a act (τ − g)+ ; hours owed + h",
    symbols: { g: "management, 0-1", act: "activity of the branch, 0-1", τ: "the standard", h: "hours a week" },
    source: "N07 (weak points), N15, G1; paperwork substitution is the null. Values are judgements.",
    departures: "Organizations above the standard gain nothing and pay the hours.",
    draws: "none",
    placebo: "The same paperwork with no rule behind it.",
    harm: "Hours go to paper: service falls before management rises.",
  },
  parameters: {
    speed: share({
      label: { en: "Speed of repair", zh: "改善速度" },
      help: { en: "With a fully active branch.", zh: "支部充分活跃时。" },
      default: 0.01,
      of: "the gap, a week",
      rows: ["N15"],
    }),
    standard: level({
      label: { en: "Standard", zh: "治理标准" },
      help: { en: "Organizations above it gain nothing but pay the hours.", zh: "已达标的组织不再改善，但仍须投入工时。" },
      default: 0.7,
      rows: ["N07"],
    }),
    hours: quantity({
      label: { en: "Paperwork required", zh: "应投入报表工时" },
      help: { en: "Of each covered organization, whatever its standard.", zh: "每家被覆盖组织，无论是否达标。" },
      default: 0.5,
      min: 0,
      max: 20,
      unit: "hours a week",

      rows: ["N07", "G1"],
    }),
    check: quantity({
      label: { en: "Cost of a check", zh: "年检成本" },
      help: { en: "The placebo spends as much on empty checks.", zh: "安慰剂花费同额，年检流于形式。" },
      default: 300,
      min: 0,
      max: 20_000,
      unit: "yuan a year",

      rows: ["G1"],
    }),
  },
  reads: ["branches.activity", "organizations.branch", "organizations.community", "organizations.placebo"],
  writes: ["ledger", "organizations.hoursOwed", "organizations.management", "tally.communities.programmeMoney"],
  measures: ["org_management_mean", "admin_hours_share", "money_spent_programme"],
  step(world, context, g) {
    const { parameters: p, mode } = context;
    const o = world.organizations.columns;
    if (mode === "on" ? o.branch[g] < 0 : !o.placebo[g]) return;
    o.hoursOwed[g] += Math.round(MINUTES * p.hours);
    if (context.weekOfYear === CHECK) spend(world, o.community[g], p.check);
    if (mode === "on" && o.management[g] < p.standard)
      o.management[g] += p.speed * world.branches.columns.activity[o.branch[g]] * (p.standard - o.management[g]);
  },
});
