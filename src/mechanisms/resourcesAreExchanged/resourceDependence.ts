import { defineMechanism } from "../../engine/index.ts";
import { level } from "../../scenario/index.ts";

const SOURCES = 5;
const GOVERNMENT = 0;

/** Who pays most of it, and what a branch asks, sets the agenda of an organization (eq. 4.9) [H03, Z15]. */
export const resourceDependence = defineMechanism({
  id: "resourceDependence",
  phase: "resourcesAreExchanged",
  scope: "organization",
  every: "month",
  inWeek: 2,
  title: { en: "Resource dependence", zh: "资源依赖" },
  summary: {
    en: "Dependence on a demanding source of income, and hours required by a branch, cost autonomy; who depends on one source seeks others.",
    zh: "依赖要求高的收入来源，以及支部要求的工时，都会损失自主性；依赖单一来源的组织会另寻资源。",
  },
  rows: ["H03", "N14", "Z15", "H09"],
  specification: {
    equation: "dep = max_s share_s ; aut = 1 − Σ_s share_s² demand_s − e_b demand_b, at least 0",
    symbols: {
      dep: "dependence on the most important source, 0-1: who depends more seeks more (divideHours)",
      share_s: "share of source s in the income of this and the last year",
      demand_s: "how far source s sets the agenda, 0-1",
      e_b: "share of the week spent on what the programme requires and reports, trailing mean",
      demand_b: "how far the branch sets the agenda in these hours, 0-1 (politicalEmbedding)",
      aut: "autonomy: the share of the agenda that is the organization's own",
    },
    source: "eq. 4.9 (Pfeffer & Salancik 1978).",
    departures: "Sources cannot replace each other; the square of the share stands for share times concentration.",
    draws: "none",
    harm: "A demanding government and a single contract: autonomy falls with the money [H03].",
  },
  parameters: {
    governmentDemand: level({
      label: { en: "Government's influence", zh: "政府影响力" },
      help: { en: "How far it sets the agenda of those whom it pays.", zh: "政府对受资助组织议程的影响程度。" },
      default: 0.6,

      rows: ["H03"],
    }),
    otherDemand: level({
      label: { en: "Influence of others", zh: "其他来源影响力" },
      help: { en: "How far another source of income sets the agenda.", zh: "其他收入来源对议程的影响程度。" },
      default: 0.2,

      rows: ["H03"],
    }),
  },
  reads: ["organizations.adminShare", "organizations.incomeLast", "organizations.incomeYear", "weekTotals.organizations.branchDemand"],
  writes: ["organizations.autonomy", "organizations.dependence"],
  measures: ["dependence_mean", "org_autonomy_mean"],
  step(world, { parameters: p }, g) {
    const o = world.organizations.columns;
    let total = 0;
    for (let s = g * SOURCES; s < (g + 1) * SOURCES; s++) total += o.incomeYear[s] + o.incomeLast[s];
    let largest = 0;
    let lost = 0;
    for (let s = 0; s < SOURCES && total > 0; s++) {
      const part = (o.incomeYear[g * SOURCES + s] + o.incomeLast[g * SOURCES + s]) / total;
      if (part > largest) largest = part;
      lost += part * part * (s === GOVERNMENT ? p.governmentDemand : p.otherDemand);
    }
    o.dependence[g] = largest;
    o.autonomy[g] = Math.max(0, 1 - lost - o.adminShare[g] * world.weekTotals.organizations.columns.branchDemand[g]);
  },
});
