import { defineMechanism } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Line 3, party building and business: hours of party work count as professional training [B3]. */
export const partyBusiness = defineMechanism({
  id: "partyBusiness",
  verb: "resourcesAreExchanged",
  title: { en: "Line 3: party building + business", zh: "党建+业务" },
  summary: {
    en: "Part of the hours of party work is spent on professional training, which raises quality; party work proper is diluted.",
    zh: "部分党建工时用于业务培训，提升质量，同时稀释党建本身。",
  },
  rows: ["B3", "T14"],
  partyBuilding: true,
  sheet: {
    equation: "q + ℓ (e_p / H) (1 − q) a week ; act of the branch − d (e_p / H) act",
    symbols: { e_p: "hours of party work", H: "all hours", ℓ: "learning", d: "dilution" },
    source: "B3; dilution is its null. Values are judgements.",
    departures: "none",
    draws: "none",
    placebo: "The hours are spent without training.",
    harm: "d above 0 empties party work.",
  },
  parameters: {
    learning: quantity({
      default: 0.02,
      min: 0,
      max: 1,
      unit: "a week per share of hours",
      en: "Learning, ℓ.",
      zh: "学习率。",
      rows: ["B3"],
    }),
    dilution: quantity({
      default: 0.05,
      min: 0,
      max: 1,
      unit: "a week per share of hours",
      en: "Dilution of the branch's activity, d.",
      zh: "对支部活动的稀释。",
      rows: ["B3"],
    }),
  },
  reads: ["organizations.hoursParty", "organizations.hoursService"],
  writes: ["organizations.quality", "branches.activity"],
  measures: ["org_quality_mean", "branch_activity_true"],
  step(world, context) {
    const o = world.organizations.columns;
    const { activity } = world.branches.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g] || o.hoursParty[g] === 0 || context.mode(o.community[g]) !== "on") continue;
      const p = context.of(o.community[g]);
      const hours = o.hoursParty[g] + o.hoursReporting[g] + o.hoursSeeking[g] + o.hoursService[g];
      const part = o.hoursParty[g] / hours;
      o.quality[g] += p.learning * part * (1 - o.quality[g]);
      if (o.branch[g] >= 0) activity[o.branch[g]] *= 1 - p.dilution * part;
    }
  },
});
