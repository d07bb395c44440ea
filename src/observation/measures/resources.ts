import { incomeSources } from "../../population/index.ts";
import { gini, medianOfCounts, topShare } from "../statistics.ts";
import { measuresTaken } from "./measure.ts";

const GOVERNMENT = incomeSources.indexOf("government");
const DONATION = incomeSources.indexOf("donation");
const FEES = incomeSources.indexOf("fees");

/** Whether resources find the needs, and whence organizations have their income. */
export const resources = measuresTaken(1, "resources", [
  {
    id: "fragmentation",
    unit: "0-1",
    label: { en: "Fragmentation of resources", zh: "资源碎片化" },
    help: {
      en: "0 if all needs are matched that could be, 1 if none; over the last 52 weeks.",
      zh: "可匹配的需求全部匹配为 0，毫无匹配为 1；取近 52 周。",
    },
    formula: ({ year }) => 1 - year.communities.matchedNeeds / year.communities.feasibleNeeds,
  },
  {
    id: "matched_share",
    unit: "share of open needs",
    label: { en: "Needs matched", zh: "需求匹配率" },
    help: { en: "Over the last 52 weeks; a need that waits counts in each of its weeks.", zh: "取近 52 周；等待中的需求逐周计入。" },
    formula: ({ year }) => year.communities.matchedNeeds / year.communities.needs,
  },
  {
    id: "weeks_to_match_median",
    unit: "weeks",
    label: { en: "Median time to resources", zh: "资源齐备用时中位数" },
    help: { en: "From raising to complete resources, over the last 52 weeks.", zh: "从提出到资源齐备，取近 52 周。" },
    formula: ({ year }) => medianOfCounts(year.matched),
  },
  {
    id: "platform_mean",
    unit: "0-1",
    label: { en: "Capacity of community platforms", zh: "社区平台能力" },
    help: { en: "Mean over communities.", zh: "各社区的平均值。" },
    formula: ({ communities, world }) => communities.platform / world.communities.rows,
  },
  {
    id: "idle_share",
    unit: "share of time on offer",
    label: { en: "Unused service time", zh: "服务时间闲置率" },
    help: { en: "On offer and used by nobody, over the last 52 weeks.", zh: "可用而无人使用的部分，取近 52 周。" },
    formula: ({ year }) => year.communities.idleMinutes / year.communities.offeredMinutes,
  },
  {
    id: "cross_community_share",
    unit: "share of matched needs",
    label: { en: "Served across communities", zh: "跨社区匹配占比" },
    help: { en: "Needs served from another community, over the last 52 weeks.", zh: "由其他社区满足的需求，取近 52 周。" },
    formula: ({ year }) => year.communities.matchedAway / year.communities.matchedNeeds,
  },
  {
    id: "org_income_gini",
    unit: "0-1",
    label: { en: "Inequality of organizations' income", zh: "组织收入基尼系数" },
    help: { en: "Gini coefficient of last year's income.", zh: "按上年收入计算。" },
    formula: ({ organizations }) => gini(organizations.incomes),
  },
  {
    id: "org_income_top_tenth_share",
    unit: "share of income",
    label: { en: "Income of the top tenth", zh: "前十分之一组织收入占比" },
    help: { en: "In last year's income of all organizations.", zh: "按全部社会组织的上年收入计算。" },
    formula: ({ organizations }) => topShare(organizations.incomes, 0.1),
  },
  {
    id: "income_government",
    unit: "share of income",
    label: { en: "Income from government purchase", zh: "政府购买收入占比" },
    help: { en: "In last year's income of all organizations.", zh: "按全部社会组织的上年收入计算。" },
    formula: ({ organizations }) => organizations.incomeOf[GOVERNMENT] / organizations.income,
  },
  {
    id: "income_donation",
    unit: "share of income",
    label: { en: "Income from donations", zh: "捐赠收入占比" },
    help: { en: "In last year's income of all organizations.", zh: "按全部社会组织的上年收入计算。" },
    formula: ({ organizations }) => organizations.incomeOf[DONATION] / organizations.income,
  },
  {
    id: "income_commercial",
    unit: "share of income",
    label: { en: "Income from fees", zh: "服务收费占比" },
    help: { en: "In last year's income of all organizations.", zh: "按全部社会组织的上年收入计算。" },
    formula: ({ organizations }) => organizations.incomeOf[FEES] / organizations.income,
  },
  {
    id: "dependence_mean",
    unit: "0-1",
    label: { en: "Dependence on one source", zh: "资源依赖度" },
    help: { en: "On the most critical source of income, mean over organizations.", zh: "对最关键收入来源的依赖，各组织的平均值。" },
    formula: ({ organizations }) => organizations.dependence / organizations.alive,
  },
]);
