import { YEAR } from "../../engine/index.ts";
import { measuresTaken } from "./measure.ts";

/** What the programme and its paperwork take. */
export const costs = measuresTaken(1, "costs", [
  {
    id: "party_work_hours",
    unit: "hours a week",
    label: { en: "Party work of organizations", zh: "党建工时" },
    help: { en: "All organizations together, mean of the last 52 weeks.", zh: "全部社会组织合计，近 52 周的平均值。" },
    formula: ({ year }) => year.communities.partyMinutes / 60 / year.weeks,
  },
  {
    id: "admin_hours",
    unit: "hours a week",
    label: { en: "Reports and inspections", zh: "报表与检查工时" },
    help: { en: "All organizations together, mean of the last 52 weeks.", zh: "全部社会组织合计，近 52 周的平均值。" },
    formula: ({ year }) => year.communities.adminMinutes / 60 / year.weeks,
  },
  {
    id: "messages_per_resident",
    unit: "messages a week",
    label: { en: "Messages per resident", zh: "人均信息量" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
    formula: ({ year, world }) => year.communities.messages / world.residents.rows / year.weeks,
  },
  {
    id: "money_spent_programme",
    unit: "yuan a year",
    label: { en: "Money for the programme", zh: "党建经费支出" },
    help: { en: "Or for its placebo, in the last 52 weeks.", zh: "含安慰剂，近 52 周合计。" },
    formula: ({ year }) => (year.communities.programmeMoney * YEAR) / year.weeks,
  },
]);
