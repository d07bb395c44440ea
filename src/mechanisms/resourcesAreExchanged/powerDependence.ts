import { defineMechanism } from "../../engine/index.ts";
import { level, share } from "../../scenario/index.ts";

const SOURCES = 5;
const GOVERNMENT = 0;

/** What a week of bargaining brought: see the tally of organizations. */
export interface Bargains {
  bargained: number;
  conceded: number;
  refused: number;
  turnedAway: number;
}

/**
 * Share of the surplus that a party asks next (eq. 4.7, 4.8): towards the half of what remains beyond the alternatives
 * of both after an exchange, less after exclusion, by a step at most.
 */
export function nextDemand(demand: number, { bargained, conceded, refused, turnedAway }: Bargains, step: number): number {
  if (bargained === 0) return refused > 0 ? Math.max(0, demand - step) : demand;
  const claim = (1 + (turnedAway > 0 ? demand : 0) - conceded / bargained) / 2;
  return demand + Math.max(-step, Math.min(step, claim - demand));
}

/** Who is needed asks for more; who depends on one source loses autonomy (eq. 4.7-4.9) [M05, H03]. */
export const powerDependence = defineMechanism({
  id: "powerDependence",
  verb: "resourcesAreExchanged",
  scope: "organization",
  every: "week",
  title: { en: "Power and dependence", zh: "权力与依赖" },
  summary: {
    en: "Organizations ask for more where others need them and less where others could replace them; dependence on a demanding source costs autonomy.",
    zh: "不可替代的组织提高要价，可被替代的降低；依赖强势来源会损失自主性。",
  },
  rows: ["M05", "H03", "N14", "Z15"],
  sheet: {
    equation: [
      "after an exchange x moves to (1 + b − a) / 2, by η at most ; after a week of offers refused x − η, 0 ≤ x ≤ 1",
      "dep = max_s share_s ; aut(t+1) = aut + α (1 − Σ_s share_s² demand_s − aut)",
    ].join("\n"),
    symbols: {
      x: "share of the surplus asked",
      a: "what the best offer refused for it would have left the community, of what it leaves itself with x = 0",
      b: "x if it had to turn others away, else 0",
      η: "step of the bargaining rule",
      share_s: "share of source s in the income of this and the last year",
      demand_s: "how far source s sets the agenda, 0-1",
      α: "adjustment a week",
    },
    source: "eq. 4.8 (Cook, Emerson, Gillmore & Yamagishi 1983), 4.9 (Pfeffer & Salancik 1978).",
    departures: "Sources cannot replace each other; the square of the share stands for share times concentration.",
    draws: "none",
    harm: "A demanding government and a single contract: autonomy falls with the money [H03].",
  },
  parameters: {
    step: share({
      label: { en: "Bargaining step", zh: "议价步长" },
      help: { en: "The most by which the share asked moves in a week.", zh: "每周要价变动的上限。" },
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
  reads: [
    "organizations.incomeYear",
    "tally.organizations.bargained",
    "tally.organizations.conceded",
    "tally.organizations.refused",
    "tally.organizations.turnedAway",
  ],
  writes: ["organizations.autonomy", "organizations.demand", "organizations.dependence"],
  measures: ["dependence_mean", "org_autonomy_mean"],
  step(world, { parameters: p }, g) {
    const o = world.organizations.columns;
    const t = world.tally.organizations.columns;
    const bargains = { bargained: t.bargained[g], conceded: t.conceded[g], refused: t.refused[g], turnedAway: t.turnedAway[g] };
    o.demand[g] = nextDemand(o.demand[g], bargains, p.step);
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
