import { defineMechanism } from "../../engine/index.ts";
import { level, numbers, share } from "../../scenario/index.ts";

const STRENGTHS = 5;

/** Branches are appraised by five strengths: effort goes where it is measured (eq. 4.21) [T04]. */
export const fiveStrengths = defineMechanism({
  id: "fiveStrengths",
  phase: "branchesLive",
  scope: "branch",
  every: "week",
  title: { en: "Five strengths", zh: "五强评价" },
  summary: {
    en: "Appraisal draws effort to what it measures and away from the rest; party work is professional training as far as it goes into business.",
    zh: "考核使努力流向被考核的方面；党建中用于业务的部分即业务培训。",
  },
  rows: ["T04"],
  partyBuilding: true,
  specification: {
    equation: "e_k = (w_k + u) / Σ (w + u) ; s_k(t+1) = s_k + a (min(1, act · 5 e_k) − s_k)",
    symbols: {
      w: "weights of appraisal: party spirit, community service, cohesion, demonstration, business",
      u: "effort that goes where it would without appraisal",
      s: "strengths of the branch, 0-1",
    },
    source: "eq. 4.21 (Holmström & Milgrom 1991): unmeasured output falls as measured output is rewarded.",
    departures: "No strategic choice: effort follows weights.",
    draws: "none",
    placebo: "Appraisal forms are filled in and nobody reads them.",
    harm: "Weights on party spirit and demonstration alone leave no party work for business (partyBusiness).",
  },
  parameters: {
    weights: numbers({
      label: { en: "Appraisal weights", zh: "考核权重" },
      help: { en: "The larger, the more effort goes into this strength.", zh: "越大，越多努力投向该项。" },
      default: [1, 1, 1, 1, 1],
      of: ["partySpirit", "communityService", "cohesion", "demonstration", "business"],
      min: 0,
      max: 5,
      unit: "weight",

      rows: ["T04"],
    }),
    autonomous: level({
      label: { en: "Free effort", zh: "自主努力" },
      help: { en: "Goes into every strength alike, whatever is appraised.", zh: "均等投入各项，不受考核影响。" },
      default: 0.5,

      rows: ["T04"],
    }),
    adjustment: share({
      label: { en: "Speed of strengths", zh: "五强调整速度" },
      help: { en: "How fast strengths follow the effort spent on them.", zh: "五强跟随投入的快慢。" },
      default: 0.02,
      of: "the gap, a week",
      rows: ["T04"],
    }),
  },
  reads: ["branches.activity", "branches.form"],
  writes: ["branches.strengths"],
  measures: ["org_quality_mean", "settlement_rate_true"],
  step(world, { parameters: p, mode }, k) {
    const b = world.branches.columns;
    if (b.form[k] > 1 || mode !== "on") return;
    let sum = 0;
    for (let a = 0; a < STRENGTHS; a++) sum += p.weights[a] + p.autonomous;
    for (let a = 0; a < STRENGTHS; a++) {
      const effort = sum > 0 ? (p.weights[a] + p.autonomous) / sum : 1 / STRENGTHS;
      const aim = Math.min(1, b.activity[k] * effort * STRENGTHS);
      b.strengths[k * STRENGTHS + a] += p.adjustment * (aim - b.strengths[k * STRENGTHS + a]);
    }
  },
});
