import { defineMechanism } from "../../engine/index.ts";
import { share } from "../../scenario/index.ts";

const ORDINARY = 0.4; // activity of a branch at which meetings of the placebo are held as often
const STRENGTHS = 5;
const BUSINESS = 4;

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
    equation: "course = c act (5 s_business / Σ s) of the hours of party work (divideHours)",
    symbols: {
      act: "activity of the branch, 0-1: hours of a hollow branch teach nobody",
      c: "share of party work that is training under even strengths",
      s: "strengths of the branch (fiveStrengths)",
    },
    source: "B3; no training (c = 0) is its null. Values are judgements.",
    departures: "none",
    draws: "none",
    placebo: "The same training in meetings without party content, at ordinary activity.",
    harm: "Hours of training are no longer at hand for the secretary (branchWork).",
  },
  parameters: {
    training: share({
      label: { en: "Training in party work", zh: "党建中的业务培训" },
      help: { en: "In a fully active branch whose strengths are even.", zh: "支部充分活跃且五强均衡时。" },
      default: 0.3,
      of: "hours of party work",
      rows: ["B3"],
      prior: [0, 0.6],
    }),
  },
  reads: ["branches.activity", "branches.strengths", "organizations.branch", "organizations.placebo"],
  writes: ["weekTotals.organizations.partyTraining"],
  measures: ["org_quality_mean", "branch_activity_true"],
  step(world, { parameters: p, mode, rigidity }, g) {
    const { branch, placebo } = world.organizations.columns;
    const { partyTraining } = world.weekTotals.organizations.columns;
    if (mode === "placebo") {
      if (placebo[g]) partyTraining[g] = p.training * ORDINARY * (1 - rigidity);
      return;
    }
    const k = branch[g];
    if (k < 0) return;
    const { activity, strengths } = world.branches.columns;
    let all = 0;
    for (let a = 0; a < STRENGTHS; a++) all += strengths[k * STRENGTHS + a];
    if (all === 0) return;
    const business = (STRENGTHS * strengths[k * STRENGTHS + BUSINESS]) / all;
    const part = Math.min(1, p.training * activity[k] * business);
    partyTraining[g] = part * (1 - rigidity);
  },
});
