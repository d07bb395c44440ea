import { defineMechanism, spend } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const MINUTES = 60;

/** Standard procedures repair the weakest management first, at the price of paperwork [N07, N15, G1]. */
export const internalManagement = defineMechanism({
  id: "internalManagement",
  verb: "branchesLive",
  title: { en: "Internal management", zh: "内部治理" },
  summary: {
    en: "Rules and annual checks raise the management of covered organizations, the weakest most, and cost them hours.",
    zh: "制度与年检提升被覆盖组织的内部治理，补短板，同时增加事务工时。",
  },
  rows: ["N07", "N15", "G1"],
  partyBuilding: true,
  sheet: {
    equation: "g(t+1) = g + a act (τ − g)+ ; hours owed + h",
    symbols: { g: "management, 0-1", act: "activity of the branch, 0-1", τ: "the standard", h: "hours a week" },
    source: "N07 (short board), N15, G1; paperwork substitution is the null. Values are judgements.",
    departures: "Organizations above the standard gain nothing and pay the hours.",
    draws: "none",
    placebo: "The same paperwork with no rule behind it.",
    harm: "Hours go to paper: service falls before management rises.",
  },
  parameters: {
    speed: share({ default: 0.01, of: "the gap a week", en: "Repair at full activity, a.", zh: "充分活动时的补齐速度。", rows: ["N15"] }),
    standard: share({ default: 0.7, of: "full management", en: "The standard, τ.", zh: "治理标准。", rows: ["N07"] }),
    hours: quantity({
      default: 0.5,
      min: 0,
      max: 20,
      unit: "hours a week",
      en: "Hours of paperwork owed, h.",
      zh: "每周额外事务工时。",
      rows: ["N07", "G1"],
    }),
    check: quantity({
      default: 300,
      min: 0,
      max: 20_000,
      unit: "yuan a year",
      en: "Cost of the annual check of one organization.",
      zh: "每家组织年检成本。",
      rows: ["G1"],
    }),
  },
  reads: ["branches.activity", "organizations.branch"],
  writes: ["organizations.management", "organizations.hoursOwed", "ledger"],
  measures: ["org_management_mean", "admin_hours_share", "money_spent_programme"],
  step(world, context) {
    const b = world.branches.columns;
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const c = o.community[g];
      const mode = context.mode(c);
      if (!o.alive[g] || mode === "off" || (mode === "on" ? o.branch[g] < 0 : !o.placebo[g])) continue;
      const p = context.of(c);
      o.hoursOwed[g] += Math.round(MINUTES * p.hours);
      if (context.week % 52 === 10) spend(world, c, p.check);
      if (mode === "on" && o.management[g] < p.standard)
        o.management[g] += p.speed * b.activity[o.branch[g]] * (p.standard - o.management[g]);
    }
  },
});
