import { defineMechanism, MONTHS, type World } from "../../engine/index.ts";
import { bodyOf } from "../../population/index.ts";
import { choice } from "../../scenario/index.ts";

/** Places of the five strengths in branches.strengths. */
export const PARTY_SPIRIT = 0;
export const SERVICE = 1;
export const COHESION = 2;
export const DEMONSTRATION = 3;
export const BUSINESS = 4;
export const STRENGTHS = 5;

const strengthNames = ["partySpirit", "communityService", "cohesion", "demonstration", "business"] as const;

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
      "s_k(t+1) = s_k + (w_k − s_k) / 13, every month ; w = 1/5 each, or 1 for the one that is appraised",
      "of the minutes of party work: s_service (1 − rigidity) go back to service, s_demonstration to showing how it is done (divideHours), s_business see partyBusiness",
      "of the members who come: s_spirit told of policy, control s_spirit · rigidity (1 − m), support s_cohesion (1 − rigidity) (branchWork)",
    ].join("\n"),
    symbols: {
      w: "appraisal: party spirit, community service, cohesion, demonstration, business",
      s: "strengths of the branch: shares of its party work in the last year, summing to 1",
    },
    source: "eq. 4.21 (Holmström & Milgrom 1991): hours are given, so what is not measured loses what the measured gains.",
    departures: "No strategic choice: hours follow weights within a year.",
    draws: "none",
    placebo: "The same hours in even shares; a meeting tells nobody of policy and asks nobody strictly.",
    harm: "Appraisal of study and demonstration alone leaves no party work for service and business.",
  },
  parameters: {
    appraised: choice(["all", ...strengthNames], {
      label: { en: "What is appraised", zh: "考核内容" },
      help: {
        en: "All five strengths alike, or one of them: party work moves to what is appraised.",
        zh: "五强一并考核，或只考核其一；党建工时流向被考核的方面。",
      },
      default: "all",
      rows: ["T04"],
    }),
  },
  reads: ["organizations.alive", "organizations.branch", "organizations.community", "organizations.meeting"],
  writes: ["branches.strengths", "weekTotals.organizations.partyService", "weekTotals.organizations.demonstrating"],
  measures: ["org_quality_mean", "role_model_builder", "settlement_rate_true"],
  step(world, { parameters: { appraised }, mode, weekOfMonth }, k) {
    const { strengths } = world.branches.columns;
    if (mode !== "on" || weekOfMonth !== 0) return;
    for (let a = 0; a < STRENGTHS; a++) {
      const at = k * STRENGTHS + a;
      const wanted = appraised === "all" ? 1 / STRENGTHS : Number(appraised === strengthNames[a]);
      strengths[at] += (wanted - strengths[at]) / MONTHS;
    }
  },
  end(world, context) {
    const { alive, community } = world.organizations.columns;
    const { partyService, demonstrating } = world.weekTotals.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const here = alive[g] ? context.at(community[g]) : undefined;
      if (here === undefined || bodyOf(world.organizations, g) < 0) continue;
      partyService[g] = strengthOf(world, g, SERVICE) * (1 - here.rigidity);
      demonstrating[g] = strengthOf(world, g, DEMONSTRATION);
    }
  },
});

/** Share of the party work of an organization that goes into a strength. */
export function strengthOf({ organizations, branches }: World, g: number, strength: number): number {
  const k = bodyOf(organizations, g);
  return k >= 0 ? branches.columns.strengths[k * STRENGTHS + strength] : 1 / STRENGTHS;
}
