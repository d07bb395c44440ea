import { defineMechanism, MONTHS, type World } from "../../engine/index.ts";
import { numbers } from "../../scenario/index.ts";

/** Places of the five strengths in branches.strengths. */
export const PARTY_SPIRIT = 0;
export const SERVICE = 1;
export const COHESION = 2;
export const DEMONSTRATION = 3;
export const BUSINESS = 4;
export const STRENGTHS = 5;

/** The law of the five strengths: party work goes where it went in the last year, and moves to where it is appraised (eq. 4.21) [T04]. */
export const fiveStrengths = defineMechanism({
  id: "fiveStrengths",
  phase: "branchesLive",
  scope: "branch",
  every: "week",
  title: { en: "Five strengths", zh: "五强评价" },
  summary: {
    en: "Party work is divided between study, community service, cohesion, demonstration and business; appraisal draws it to what it measures and away from the rest.",
    zh: "党建工时分给党性教育、社区服务、凝聚、示范与业务；考核使其流向被考核的方面，其余减少。",
  },
  rows: ["T04"],
  partyBuilding: true,
  specification: {
    equation: [
      "s_k(t+1) = s_k + (w_k / Σ w − s_k) / 13, every month",
      "of the minutes of party work: s_service (1 − rigidity) go back to service, s_demonstration to showing how it is done (divideHours), s_business see partyBusiness",
      "of the members who come: s_spirit told of policy, control s_spirit · rigidity (1 − m), support s_cohesion (1 − rigidity) (branchWork)",
    ].join("\n"),
    symbols: {
      w: "weights of appraisal: party spirit, community service, cohesion, demonstration, business",
      s: "strengths of the branch: shares of its party work in the last year, summing to 1",
    },
    source: "eq. 4.21 (Holmström & Milgrom 1991): hours are given, so what is not measured loses what the measured gains.",
    departures: "No strategic choice: hours follow weights within a year.",
    draws: "none",
    placebo: "The same hours in even shares; a meeting tells nobody of policy and asks nobody strictly.",
    harm: "Appraisal of study and demonstration alone leaves no party work for service and business.",
  },
  parameters: {
    weights: numbers({
      label: { en: "Appraisal weights", zh: "考核权重" },
      help: { en: "The larger, the more party work goes into this strength.", zh: "越大，越多党建工时投向该项。" },
      default: [1, 1, 1, 1, 1],
      of: ["partySpirit", "communityService", "cohesion", "demonstration", "business"],
      min: 0,
      max: 5,
      unit: "weight",
      rows: ["T04"],
    }),
  },
  reads: ["organizations.alive", "organizations.branch", "organizations.community", "organizations.placebo"],
  writes: ["branches.strengths", "weekTotals.organizations.partyService", "weekTotals.organizations.demonstrating"],
  measures: ["org_quality_mean", "role_model_builder", "settlement_rate_true"],
  step(world, { parameters: { weights }, mode, weekOfMonth }, k) {
    const { strengths } = world.branches.columns;
    const sum = weights.reduce((all, weight) => all + weight, 0);
    if (mode !== "on" || weekOfMonth !== 0 || sum === 0) return;
    for (let a = 0; a < STRENGTHS; a++) {
      const at = k * STRENGTHS + a;
      strengths[at] += (weights[a] / sum - strengths[at]) / MONTHS;
    }
  },
  end(world, context) {
    const { alive, branch, community, placebo } = world.organizations.columns;
    const { partyService, demonstrating } = world.weekTotals.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const here = alive[g] ? context.at(community[g]) : undefined;
      if (here === undefined || (here.mode === "on" ? branch[g] < 0 : !placebo[g])) continue;
      partyService[g] = strengthOf(world, g, SERVICE) * (1 - here.rigidity);
      demonstrating[g] = strengthOf(world, g, DEMONSTRATION);
    }
  },
});

/** Share of the party work of an organization that goes into a strength; even shares where it meets without a branch. */
export function strengthOf({ organizations, branches }: World, g: number, strength: number): number {
  const k = organizations.columns.branch[g];
  return k >= 0 ? branches.columns.strengths[k * STRENGTHS + strength] : 1 / STRENGTHS;
}
