import { defineMechanism } from "../../engine/index.ts";
import { bodyOf } from "../../population/index.ts";
import { BUSINESS, strengthOf } from "../branchesLive/fiveStrengths.ts";

/** Line 3, party building and business: part of the hours of party work is professional training [B3]. */
export const partyBusiness = defineMechanism({
  id: "partyBusiness",
  phase: "organizationsDivideHours",
  scope: "organization",
  every: "week",
  title: { en: "“Party building + business”", zh: "“党建+业务”" },
  summary: {
    en: "Part of the hours of party work that a working branch holds goes into professional training; party work loses them.",
    zh: "支部实际开展的党建工时中，一部分用于业务培训；党建活动因此减少。",
  },
  rows: ["B3", "T14"],
  partyBuilding: true,
  specification: {
    equation: "course = s_business (1 − rigidity) of the hours of party work (divideHours)",
    symbols: { s: "strengths of the branch: shares of its party work (fiveStrengths)" },
    source: "B3; no training is its null: the mechanism off, or appraisal that leaves no hours for business.",
    departures: "none",
    draws: "none",
    placebo: "The same training in meetings without party content.",
    harm: "Hours of training are no longer at hand for the secretary (branchWork).",
  },
  parameters: {},
  reads: ["branches.strengths", "organizations.branch", "organizations.meeting"],
  writes: ["weekTotals.organizations.partyTraining"],
  measures: ["org_quality_mean", "branch_activity_true"],
  step(world, { rigidity }, g) {
    if (bodyOf(world.organizations, g) < 0) return;
    world.weekTotals.organizations.columns.partyTraining[g] = strengthOf(world, g, BUSINESS) * (1 - rigidity);
  },
});
