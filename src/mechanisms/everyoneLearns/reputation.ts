import { defineMechanism, MONTH } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import type { Organizations } from "../../population/index.ts";
import { share } from "../../scenario/index.ts";

/** What is expected of an organization, 0-1: one half of one of which nothing is known. */
export function reputed({ columns: { reputation: counts } }: Organizations, g: number): number {
  return (counts[g * 2] + 1) / (counts[g * 2] + counts[g * 2 + 1] + 2);
}

/** A name is made by how matters ended, and is forgotten (eq. 4.10). */
export const reputation = defineMechanism({
  id: "reputation",
  phase: "everyoneLearns",
  scope: "organization",
  every: "week",
  title: { en: "Reputation of organizations", zh: "组织声誉" },
  summary: {
    en: "Matters that an organization served count for it where they were settled and against it where they were not; both are forgotten.",
    zh: "组织承接的事项，解决的记为良好口碑，未解决的记为不良口碑；两者都会逐渐淡忘。",
  },
  rows: ["D05", "Z25"],
  specification: {
    equation: "a(t+1) = φ^¼ a + settled ; b(t+1) = φ^¼ b + unsettled ; T = (a + 1) / (a + b + 2)",
    symbols: {
      "a, b": "matters remembered, settled and closed without being settled",
      φ: "share remembered from one month to the next",
      T: "reputation, 0-1",
    },
    source: "eq. 4.10 (Jøsang & Ismail 2002); φ of 0.9 to 1 a month (references: starting values).",
    departures: "One reputation for all who ask: word of mouth is not followed from resident to resident.",
    draws: "none",
    harm: "Who is not asked is forgotten, well or badly known.",
  },
  parameters: {
    memory: share({
      label: { en: "Memory", zh: "声誉记忆" },
      help: { en: "Reputation kept from one month to the next.", zh: "逐月保留的声誉。" },
      default: 0.97,
      min: 0.5,
      of: "experience, a month",

      rows: ["D05"],
      evidence: "M",
      prior: [0.9, 1],
      source: "eq. 4.10: 0.9-1 a month.",
    }),
  },
  reads: ["weekTotals.organizations.settled", "weekTotals.organizations.unsettled"],
  writes: ["organizations.reputation"],
  measures: ["idle_share", "income_commercial", "income_donation", "org_income_gini"],
  step(world, { parameters: p }, g) {
    const { reputation: counts } = world.organizations.columns;
    const { settled, unsettled } = world.weekTotals.organizations.columns;
    const kept = pow(p.memory, 1 / MONTH);
    counts[g * 2] = kept * counts[g * 2] + settled[g];
    counts[g * 2 + 1] = kept * counts[g * 2 + 1] + unsettled[g];
  },
});
