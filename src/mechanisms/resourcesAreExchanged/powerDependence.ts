import { defineMechanism } from "../../engine/index.ts";
import { share } from "../../scenario/index.ts";

/** What a week of bargaining brought: see the week totals of organizations. */
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

/** Who is needed asks for more, who is left out for less (eq. 4.7, 4.8) [M05]. */
export const powerDependence = defineMechanism({
  id: "powerDependence",
  phase: "resourcesAreExchanged",
  scope: "organization",
  every: "week",
  title: { en: "Power in exchange", zh: "交换中的权力" },
  summary: {
    en: "Organizations ask for more where others need them and less where others could replace them.",
    zh: "不可替代的组织提高要价，可被替代的降低要价。",
  },
  rows: ["M05"],
  specification: {
    equation: "after an exchange x moves to (1 + b − a) / 2, by η at most ; after a week of offers refused x − η, 0 ≤ x ≤ 1",
    symbols: {
      x: "share of the surplus asked",
      a: "what the best offer refused for it would have left the community, of what it leaves itself with x = 0",
      b: "x if it had to turn others away, else 0",
      η: "step of the bargaining rule",
    },
    source: "eq. 4.8 (Cook, Emerson, Gillmore & Yamagishi 1983).",
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
      source: "eq. 4.8: 1-5% of the surplus.",
    }),
  },
  reads: [
    "weekTotals.organizations.bargained",
    "weekTotals.organizations.conceded",
    "weekTotals.organizations.refused",
    "weekTotals.organizations.turnedAway",
  ],
  writes: ["organizations.demand"],
  measures: ["org_income_gini", "income_commercial", "idle_share"],
  step(world, { parameters: p }, g) {
    const o = world.organizations.columns;
    const t = world.weekTotals.organizations.columns;
    const bargains = { bargained: t.bargained[g], conceded: t.conceded[g], refused: t.refused[g], turnedAway: t.turnedAway[g] };
    o.demand[g] = nextDemand(o.demand[g], bargains, p.step);
  },
});
