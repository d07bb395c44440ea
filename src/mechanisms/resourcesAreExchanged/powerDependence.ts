import { defineMechanism } from "../../engine/index.ts";
import { level, share } from "../../scenario/index.ts";

const SOURCES = 5;
const GOVERNMENT = 0;

/** Share of the surplus that a party asks next: more after an exchange, less after exclusion (eq. 4.8). */
export const nextDemand = (demand: number, exchanged: boolean, step: number): number =>
  exchanged ? Math.min(1, demand + step) : Math.max(0, demand - step);

/** Who is needed asks for more; who depends on one source loses autonomy (eq. 4.7-4.9) [M05, H03]. */
export const powerDependence = defineMechanism({
  id: "powerDependence",
  verb: "resourcesAreExchanged",
  scope: "organization",
  every: "week",
  title: { en: "Power and dependence", zh: "权力与依赖" },
  summary: {
    en: "Organizations ask for more after success and less after exclusion; dependence on a demanding source costs autonomy.",
    zh: "组织成功后提高要价，被排除后降低；依赖强势来源会损失自主性。",
  },
  rows: ["M05", "H03", "N14", "Z15"],
  sheet: {
    equation: [
      "x(t+1) = x ± η (+ after an exchange, − after a week without one), 0 ≤ x ≤ 1",
      "dep = max_s share_s ; aut(t+1) = aut + a (1 − Σ_s share_s² demand_s − aut)",
    ].join("\n"),
    symbols: {
      x: "share of the surplus asked",
      η: "step of the bargaining rule",
      share_s: "share of source s in the income of this and the last year",
      demand_s: "how far source s sets the agenda, 0-1",
      a: "adjustment a week",
    },
    source: "eq. 4.8 (Cook, Emerson, Gillmore & Yamagishi 1983), 4.9 (Pfeffer & Salancik 1978).",
    departures: "Sources cannot replace each other; the square of the share stands for share times concentration.",
    draws: "none",
    harm: "A demanding government and a single contract: autonomy falls with the money [H03].",
  },
  parameters: {
    step: share({
      label: { en: "Bargaining step", zh: "议价步长" },
      help: { en: "Up after an exchange, down after a week without one.", zh: "成交后上调，一周没有成交则下调。" },
      default: 0.02,
      of: "the surplus",

      rows: ["M05"],
      evidence: "M",
      prior: [0.01, 0.05],
    }),
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
    adjustment: share({
      label: { en: "Speed of autonomy", zh: "自主性调整速度" },
      help: { en: "How fast it follows the income of this and the last year.", zh: "跟随今年与去年收入构成的快慢。" },
      default: 0.05,
      of: "the gap, a week",
    }),
  },
  reads: ["organizations.hoursUsed", "organizations.incomeYear"],
  writes: ["organizations.autonomy", "organizations.demand", "organizations.dependence"],
  measures: ["dependence_mean", "org_autonomy_mean"],
  step(world, { parameters: p }, g) {
    const o = world.organizations.columns;
    o.demand[g] = nextDemand(o.demand[g], o.hoursUsed[g] > 0, p.step);
    let total = 0;
    for (let s = 0; s < SOURCES; s++) total += o.incomeYear[g * SOURCES + s] + o.incomeLast[g * SOURCES + s];
    let largest = 0;
    let lost = 0;
    for (let s = 0; s < SOURCES && total > 0; s++) {
      const part = (o.incomeYear[g * SOURCES + s] + o.incomeLast[g * SOURCES + s]) / total;
      if (part > largest) largest = part;
      lost += part * part * (s === GOVERNMENT ? p.governmentDemand : p.otherDemand);
    }
    o.dependence[g] = largest;
    o.autonomy[g] += p.adjustment * (1 - lost - o.autonomy[g]);
  },
});
