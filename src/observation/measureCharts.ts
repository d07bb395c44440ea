import type { MeasureId } from "./measures/measures.ts";

/** Measures that stand together in a chart over the weeks, by the subject of its title. */
export const measureCharts = {
  participation: ["participation_rate", "participation_members", "participation_volunteering", "participation_mobilized"],
  settlement: ["settlement_rate_true", "settlement_rate_recorded", "self_settled_share"],
  coverage: ["coverage_functional", "coverage_formal", "branch_activity_true", "branch_activity_reported"],
  resources: ["matched_share", "idle_share", "fragmentation", "dependence_mean"],
  residents: ["motivation_mean", "trust_community", "fatigue_mean", "satisfaction_mean"],
  awareness: ["awareness_knows", "awareness_understands", "awareness_supports"],
  hours: ["volunteer_hours_per_adult"],
  matters: ["matters_open", "matters_raised", "matters_settled_true"],
  organizations: ["orgs_alive"],
} as const satisfies Record<string, readonly MeasureId[]>;
export type MeasureChart = keyof typeof measureCharts;
/** A measure that stands in a chart. */
export type ChartedMeasure = (typeof measureCharts)[MeasureChart][number];
