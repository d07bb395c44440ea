import { defineMechanism } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Line 3, party building and business: hours of party work count as professional training [B3]. */
export const partyBusiness = defineMechanism({
  id: "partyBusiness",
  verb: "resourcesAreExchanged",
  scope: "organization",
  every: "week",
  title: { en: "“Party building + business”", zh: "“党建+业务”" },
  summary: {
    en: "Part of the hours of party work goes into professional training: quality rises, the work of the branch is diluted.",
    zh: "部分党建工时用于业务培训：质量上升，支部活动被稀释。",
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
      label: { en: "Learning", zh: "学习幅度" },
      help: { en: "If all hours were party work; in proportion to them.", zh: "全部工时用于党建时的水平，按占比计。" },
      default: 0.02,
      min: 0,
      max: 1,
      unit: "a week if all hours",

      rows: ["B3"],
    }),
    dilution: quantity({
      label: { en: "Dilution", zh: "活动稀释" },
      help: { en: "Activity that the branch loses, in the same proportion.", zh: "支部损失的活动，同样按占比计。" },
      default: 0.05,
      min: 0,
      max: 1,
      unit: "a week if all hours",

      rows: ["B3"],
    }),
  },
  reads: [
    "organizations.branch",
    "organizations.hoursParty",
    "organizations.hoursReporting",
    "organizations.hoursSeeking",
    "organizations.hoursService",
  ],
  writes: ["branches.activity", "organizations.quality"],
  measures: ["org_quality_mean", "branch_activity_true"],
  step(world, { parameters: p, mode }, g) {
    const o = world.organizations.columns;
    if (o.hoursParty[g] === 0 || mode !== "on") return;
    const hours = o.hoursParty[g] + o.hoursReporting[g] + o.hoursSeeking[g] + o.hoursService[g];
    const part = o.hoursParty[g] / hours;
    o.quality[g] += p.learning * part * (1 - o.quality[g]);
    if (o.branch[g] >= 0) world.branches.columns.activity[o.branch[g]] *= 1 - p.dilution * part;
  },
});
