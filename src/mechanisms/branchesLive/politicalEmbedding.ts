import { defineMechanism, OWN_FIELD, RUNNING, SUBJECTS, type World } from "../../engine/index.ts";
import { choice } from "../../scenario/index.ts";
import { FORCES, leadershipOf } from "./fourForces.ts";

/** How far a branch sets the agenda in the hours that it requires: more, the more it leads. */
const demand = (strategy: "cooperate" | "absorb", rigidity: number, leadership: number): number =>
  Math.min(1, (strategy === "absorb" ? 1 : 1 / 3) * rigidity * FORCES * leadership);

/** A branch speaks for its organizations to the district and asks for part of their agenda; less, the more use they have of it [N13, H07, H09]. */
export const politicalEmbedding = defineMechanism({
  id: "politicalEmbedding",
  phase: "branchesLive",
  scope: "organization",
  every: "week",
  title: { en: "Political embedding", zh: "政治嵌入" },
  summary: {
    en: "What a branch reports counts for its organizations; in the hours that it requires it sets their agenda, the less so, the more of these hours are of use to them.",
    zh: "支部的上报为成员组织赢得认可；在其要求的工时内，支部影响组织议程；工时对组织越有用，影响越小。",
  },
  rows: ["N13", "N14", "F08", "F09", "H03", "H07", "H09"],
  partyBuilding: true,
  specification: {
    equation: [
      "reports + reported activity of the branch, findings − gap that an inspection finds in it (branchReports), for legitimacy ; demand_b = (1 − u) min(1, k rigidity 4 φ_0 / Σ φ) (resourceDependence): k = 1 absorbing, ⅓ cooperating",
      "u = courses of use / hours that the programme takes",
    ].join("\n"),
    symbols: {
      u: "share of these hours that is of use, this week, courses on the field of the organization and on running it: 0 embedded, 1 integrated",
      φ_0: "hours of the branch for leadership, of all four forces φ; a hollow branch leads nobody (fourForces)",
      demand_b: "how far the branch sets the agenda in the hours that it requires, 0-1",
    },
    source: "N13-N14 (Yuan 2020); H03; H07 from embedding to integrating by mutual benefit; H09 absorption and cooperation (Chen 2011).",
    departures: "Mutual benefit is read from hours. From embedding to integrating is a matter of degree, not a step.",
    draws: "none",
    placebo: "The same hours without a branch: nobody reports for the organization, nobody sets its agenda.",
    harm: "Autonomy falls with rigidity, and rigid hours are of no use, so that embedding stays what it is; who is not covered falls behind where tenders look at legitimacy.",
  },
  parameters: {
    strategy: choice(["cooperate", "absorb"], {
      label: { en: "District strategy", zh: "区级策略" },
      help: { en: "Absorbing takes three times as much autonomy as cooperating.", zh: "吸纳造成的自主性损失是合作的三倍。" },
      default: "cooperate",

      rows: ["H09"],
    }),
  },
  reads: [
    "branches.forces",
    "branches.reported",
    "organizations.branch",
    "organizations.hoursCourses",
    "organizations.hoursParty",
    "organizations.hoursReporting",
    "weekTotals.branches.gapFound",
  ],
  writes: ["weekTotals.organizations.branchDemand", "weekTotals.organizations.findings", "weekTotals.organizations.reported"],
  measures: ["org_autonomy_mean", "org_income_gini"],
  step(world, { parameters: p, mode, rigidity }, g) {
    const o = world.organizations.columns;
    const k = o.branch[g];
    if (mode !== "on" || k < 0) return;
    const t = world.weekTotals.organizations.columns;
    t.reported[g] += world.branches.columns.reported[k];
    t.findings[g] -= world.weekTotals.branches.columns.gapFound[k];
    t.branchDemand[g] = (1 - usefulShare(world, g)) * demand(p.strategy, rigidity, leadershipOf(world, k));
  },
});

/** Share of the hours that the programme takes which are of use to an organization: those of last week, as this week's are divided later. */
function usefulShare({ organizations }: World, g: number): number {
  const { hoursCourses, hoursParty, hoursReporting } = organizations.columns;
  const useful = hoursCourses[g * SUBJECTS + OWN_FIELD] + hoursCourses[g * SUBJECTS + RUNNING];
  return useful > 0 ? useful / (useful + hoursParty[g] + hoursReporting[g]) : 0;
}
