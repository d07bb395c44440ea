import { incomeSources } from "../population/index.ts";
import type { Bilingual } from "../scenario/index.ts";

export const measureGroups = [
  "coverage",
  "participation",
  "matters",
  "resources",
  "organizations",
  "residents",
  "timebank",
  "circles",
  "costs",
] as const;
export type MeasureGroup = (typeof measureGroups)[number];

/** A measure of MODEL.md section 7: one column of measures.csv. */
export interface Measure {
  readonly id: string;
  readonly group: MeasureGroup;
  /** Unit of the value, as a parameter's. */
  readonly unit: string;
  /** What it is called: at most 48 letters, 20 characters in Chinese. */
  readonly label: Bilingual;
  /** What the name does not say: over whom, over which weeks. */
  readonly help: Bilingual;
  /** Least and largest value that it can have; without an upper end for counts, hours, money and ratios. */
  readonly range: readonly [least: number, most: number];
  /** How often it is taken: every week, every fourth, every 52nd. Between, the last value stands. */
  readonly every: 1 | 4 | 52;
}

const list: Measure[] = [];
const define = (group: MeasureGroup, every: 1 | 4 | 52, rows: readonly Omit<Measure, "group" | "every" | "range">[]) => {
  for (const row of rows) list.push({ ...row, group, range: rangeOf(row), every });
};
/** Shares, and what is measured from 0 to 1, say so by their unit; the modularity of a network may lie below zero. */
const rangeOf = ({ id, unit }: Pick<Measure, "id" | "unit">): Measure["range"] =>
  id === "modularity" ? [-0.5, 1] : [0, unit === "0-1" || unit.startsWith("share") ? 1 : Number.POSITIVE_INFINITY];

define("coverage", 1, [
  {
    id: "branches_per_100_orgs",
    unit: "branches per 100 organizations",
    label: { en: "Branches of social organizations", zh: "社会组织党支部数" },
    help: { en: "Own and joint branches together.", zh: "单独党支部与联合党支部合计。" },
  },
  {
    id: "coverage_own",
    unit: "share of organizations",
    label: { en: "Own branches", zh: "单独组建率" },
    help: { en: "Organizations with a branch of their own.", zh: "有单独党支部的社会组织。" },
  },
  {
    id: "coverage_joint",
    unit: "share of organizations",
    label: { en: "Joint branches", zh: "联合组建率" },
    help: { en: "Organizations that share a joint branch.", zh: "加入联合党支部的社会组织。" },
  },
  {
    id: "coverage_dispatched",
    unit: "share of organizations",
    label: { en: "Dispatched instructor only", zh: "派驻覆盖率" },
    help: { en: "Organizations without a branch to which an instructor is sent.", zh: "没有支部、获派指导员的社会组织。" },
  },
  {
    id: "coverage_formal",
    unit: "share of organizations",
    label: { en: "Formal coverage", zh: "有形覆盖率" },
    help: { en: "In any form: own branch, joint branch or dispatched instructor.", zh: "任何一种方式：单独、联合或派驻。" },
  },
  {
    id: "coverage_eligible",
    unit: "share of organizations with three members",
    label: { en: "Coverage of eligible organizations", zh: "应建已建率" },
    help: { en: "Covered among organizations with three or more members.", zh: "有三名以上党员的社会组织中已覆盖的部分。" },
  },
  {
    id: "coverage_functional",
    unit: "share of organizations",
    label: { en: "Functional coverage", zh: "有效覆盖率" },
    help: { en: "Organizations whose branch has an actual activity of 0.5 or more.", zh: "支部实际活动水平不低于 0.5 的社会组织。" },
  },
  {
    id: "branch_activity_true",
    unit: "0-1",
    label: { en: "Branch activity (actual)", zh: "支部活动水平（实际）" },
    help: { en: "Mean over the branches of organizations.", zh: "社会组织各支部的平均值。" },
  },
  {
    id: "activity_form_entropy",
    unit: "0-1",
    label: { en: "Evenness of forms of activity", zh: "活动形式均匀度" },
    help: {
      en: "1 if the eight forms are equally frequent in the running year, 0 if there is only one.",
      zh: "今年八种形式同样频繁为 1，只有一种为 0。",
    },
  },
  {
    id: "branch_activity_reported",
    unit: "0-1",
    label: { en: "Branch activity (reported)", zh: "支部活动水平（上报）" },
    help: {
      en: "Mean over the branches of organizations; what exceeds the actual one is overreported.",
      zh: "社会组织各支部的平均值；高出实际的部分为虚报。",
    },
  },
]);
define("participation", 1, [
  {
    id: "participation_rate",
    unit: "share of adults",
    label: { en: "Participation", zh: "成年人参与率" },
    help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
  },
  {
    id: "participation_governance",
    unit: "share of adults",
    label: { en: "Governance participation", zh: "治理参与率" },
    help: { en: "At least once in the last 52 weeks.", zh: "近 52 周至少一次。" },
  },
  {
    id: "participation_volunteering",
    unit: "share of adults",
    label: { en: "Volunteering", zh: "志愿服务率" },
    help: { en: "At least once in the last 52 weeks.", zh: "近 52 周至少一次。" },
  },
  {
    id: "participation_mobilized",
    unit: "share of adults",
    label: { en: "Mobilized participation", zh: "受动员参与率" },
    help: { en: "Took part in the last 52 weeks because a branch mobilized them.", zh: "近 52 周因支部动员而参与。" },
  },
  {
    id: "participation_age_18_29",
    unit: "share of adults of 18-29",
    label: { en: "Participation, ages 18–29", zh: "18–29 岁参与率" },
    help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
  },
  {
    id: "participation_age_30_49",
    unit: "share of adults of 30-49",
    label: { en: "Participation, ages 30–49", zh: "30–49 岁参与率" },
    help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
  },
  {
    id: "participation_age_50_59",
    unit: "share of adults of 50-59",
    label: { en: "Participation, ages 50–59", zh: "50–59 岁参与率" },
    help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
  },
  {
    id: "participation_age_60_69",
    unit: "share of adults of 60-69",
    label: { en: "Participation, ages 60–69", zh: "60–69 岁参与率" },
    help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
  },
  {
    id: "participation_age_70_79",
    unit: "share of adults of 70-79",
    label: { en: "Participation, ages 70–79", zh: "70–79 岁参与率" },
    help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
  },
  {
    id: "participation_members",
    unit: "share of adult party members",
    label: { en: "Participation of party members", zh: "党员参与率" },
    help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
  },
  {
    id: "participation_others",
    unit: "share of other adults",
    label: { en: "Participation of other adults", zh: "非党员参与率" },
    help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
  },
  {
    id: "volunteers_registered_share",
    unit: "share of adults",
    label: { en: "Registered volunteers", zh: "注册志愿者占比" },
    help: { en: "At the end of the week.", zh: "以当周末为准。" },
  },
  {
    id: "volunteers_active_share",
    unit: "share of registered volunteers",
    label: { en: "Active registered volunteers", zh: "注册志愿者活跃率" },
    help: { en: "Volunteered in the last 52 weeks.", zh: "近 52 周有过志愿服务。" },
  },
]);
define("participation", 4, [
  {
    id: "volunteer_hours_per_adult",
    unit: "hours a year",
    label: { en: "Time given per adult", zh: "成年人年均付出时间" },
    help: { en: "Mean over all adults, in the last 13 months of four weeks.", zh: "全体成年人的平均值，取最近 13 个四周。" },
  },
  {
    id: "volunteer_hours_gini",
    unit: "0-1",
    label: { en: "Inequality of time given", zh: "付出时间基尼系数" },
    help: { en: "Gini coefficient among adults who gave any.", zh: "限于有付出的成年人。" },
  },
  {
    id: "volunteer_hours_top_tenth_share",
    unit: "share of time",
    label: { en: "Time given by the top tenth", zh: "前十分之一付出占比" },
    help: { en: "Among adults who gave any.", zh: "限于有付出的成年人。" },
  },
  {
    id: "volunteer_hours_top_third_share",
    unit: "share of time",
    label: { en: "Time given by the top third", zh: "前三分之一付出占比" },
    help: { en: "Among adults who gave any.", zh: "限于有付出的成年人。" },
  },
]);
define("matters", 1, [
  {
    id: "matters_raised",
    unit: "matters a week",
    label: { en: "Matters raised", zh: "提出事项数" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
  },
  {
    id: "matters_open",
    unit: "matters",
    label: { en: "Open matters", zh: "未结事项数" },
    help: { en: "Neither settled, dropped nor recorded as closed at the end of the week.", zh: "当周末尚未解决、办结或搁置。" },
  },
  {
    id: "matters_closed_recorded",
    unit: "matters a week",
    label: { en: "Matters closed (recorded)", zh: "办结事项数" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
  },
  {
    id: "matters_settled_true",
    unit: "matters a week",
    label: { en: "Matters settled (actual)", zh: "解决事项数（实际）" },
    help: { en: "Mean of the last 52 weeks, recorded or not.", zh: "近 52 周的平均值，无论是否入记录。" },
  },
  {
    id: "settlement_rate_recorded",
    unit: "share of ended matters",
    label: { en: "Recorded closing rate", zh: "办结率" },
    help: { en: "Recorded as closed among matters that ended in the last 52 weeks.", zh: "近 52 周终结的事项中记录为办结的部分。" },
  },
  {
    id: "settlement_rate_true",
    unit: "share of ended matters",
    label: { en: "Actual settlement rate", zh: "解决率（实际）" },
    help: {
      en: "Settled among matters that ended in the last 52 weeks, recorded or not.",
      zh: "近 52 周终结的事项中得到解决的部分，无论是否入记录。",
    },
  },
  {
    id: "matters_reopened",
    unit: "matters a week",
    label: { en: "Matters reopened", zh: "重新提出事项数" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
  },
  {
    id: "matters_escalated",
    unit: "matters a week",
    label: { en: "Matters escalated to petition", zh: "转信访事项数" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
  },
  {
    id: "weeks_to_settle_median",
    unit: "weeks",
    label: { en: "Median time to settlement", zh: "解决用时中位数" },
    help: { en: "From raising to actual settlement, over the last 52 weeks.", zh: "从提出到实际解决，取近 52 周。" },
  },
  {
    id: "deliberated_share",
    unit: "share of closed matters",
    label: { en: "Decided after deliberation", zh: "经协商事项占比" },
    help: { en: "Of matters recorded as closed in the last 52 weeks.", zh: "近 52 周办结的事项。" },
  },
  {
    id: "consent_reached_share",
    unit: "share of votes",
    label: { en: "Consent vote passed", zh: "表决通过率" },
    help: { en: "Votes of the last 52 weeks that reached the consent needed.", zh: "近 52 周赞成达到所需比例的表决。" },
  },
  {
    id: "acceptability_mean",
    unit: "0-1",
    label: { en: "Acceptability of outcomes", zh: "结果可接受度" },
    help: { en: "Mean over outcomes that were voted on in the last 52 weeks.", zh: "近 52 周付诸表决的结果的平均值。" },
  },
  {
    id: "acceptability_sd",
    unit: "0-1",
    label: { en: "Spread of acceptability", zh: "可接受度差异" },
    help: { en: "Standard deviation over outcomes that were voted on in the last 52 weeks.", zh: "近 52 周付诸表决的结果的标准差。" },
  },
  {
    id: "self_settled_share",
    unit: "share of settled matters",
    label: { en: "Settled without outside help", zh: "自主解决率" },
    help: { en: "Without any outside resource, in the last 52 weeks.", zh: "近 52 周未动用外部资源。" },
  },
  {
    id: "disputes_mediated_per_1000",
    unit: "matters per 1,000 residents a year",
    label: { en: "Disputes mediated", zh: "调解纠纷数" },
    help: { en: "Disputes and petitions recorded as closed in the last 52 weeks.", zh: "近 52 周办结的纠纷与信访。" },
  },
  {
    id: "care_needed",
    unit: "hours a week per 1,000 residents",
    label: { en: "Home care needed", zh: "居家照护需求" },
    help: { en: "Beyond what households give, mean of the last 52 weeks.", zh: "家庭照护之外的部分，近 52 周的平均值。" },
  },
  {
    id: "care_met_share",
    unit: "share of care needed",
    label: { en: "Home care met", zh: "居家照护满足率" },
    help: { en: "Beyond what households give, over the last 52 weeks.", zh: "家庭照护之外的部分，取近 52 周。" },
  },
  {
    id: "resident_initiated_share",
    unit: "share of raised matters",
    label: { en: "Raised by residents", zh: "居民主动提出占比" },
    help: { en: "Of their own accord, over the last 52 weeks.", zh: "由居民自己提出，取近 52 周。" },
  },
]);
define("resources", 1, [
  {
    id: "fragmentation",
    unit: "0-1",
    label: { en: "Fragmentation of resources", zh: "资源碎片化" },
    help: {
      en: "0 if all needs are matched that could be, 1 if none; over the last 52 weeks.",
      zh: "可匹配的需求全部匹配为 0，毫无匹配为 1；取近 52 周。",
    },
  },
  {
    id: "matched_share",
    unit: "share of open needs",
    label: { en: "Needs matched", zh: "需求匹配率" },
    help: { en: "Over the last 52 weeks; a need that waits counts in each of its weeks.", zh: "取近 52 周；等待中的需求逐周计入。" },
  },
  {
    id: "weeks_to_match_median",
    unit: "weeks",
    label: { en: "Median time to resources", zh: "资源齐备用时中位数" },
    help: { en: "From raising to complete resources, over the last 52 weeks.", zh: "从提出到资源齐备，取近 52 周。" },
  },
  {
    id: "platform_mean",
    unit: "0-1",
    label: { en: "Capacity of community platforms", zh: "社区平台能力" },
    help: { en: "Mean over communities.", zh: "各社区的平均值。" },
  },
  {
    id: "idle_share",
    unit: "share of time on offer",
    label: { en: "Unused service time", zh: "服务时间闲置率" },
    help: { en: "On offer and used by nobody, over the last 52 weeks.", zh: "可用而无人使用的部分，取近 52 周。" },
  },
  {
    id: "cross_community_share",
    unit: "share of matched needs",
    label: { en: "Served across communities", zh: "跨社区匹配占比" },
    help: { en: "Needs served from another community, over the last 52 weeks.", zh: "由其他社区满足的需求，取近 52 周。" },
  },
  {
    id: "org_income_gini",
    unit: "0-1",
    label: { en: "Inequality of organizations' income", zh: "组织收入基尼系数" },
    help: { en: "Gini coefficient of last year's income.", zh: "按上年收入计算。" },
  },
  {
    id: "org_income_top_tenth_share",
    unit: "share of income",
    label: { en: "Income of the top tenth", zh: "前十分之一组织收入占比" },
    help: { en: "In last year's income of all organizations.", zh: "按全部社会组织的上年收入计算。" },
  },
  {
    id: "income_government",
    unit: "share of income",
    label: { en: "Income from government purchase", zh: "政府购买收入占比" },
    help: { en: "In last year's income of all organizations.", zh: "按全部社会组织的上年收入计算。" },
  },
  {
    id: "income_donation",
    unit: "share of income",
    label: { en: "Income from donations", zh: "捐赠收入占比" },
    help: { en: "In last year's income of all organizations.", zh: "按全部社会组织的上年收入计算。" },
  },
  {
    id: "income_commercial",
    unit: "share of income",
    label: { en: "Income from fees", zh: "服务收费占比" },
    help: { en: "In last year's income of all organizations.", zh: "按全部社会组织的上年收入计算。" },
  },
  {
    id: "dependence_mean",
    unit: "0-1",
    label: { en: "Dependence on one source", zh: "资源依赖度" },
    help: { en: "On the most critical source of income, mean over organizations.", zh: "对最关键收入来源的依赖，各组织的平均值。" },
  },
]);
define("organizations", 1, [
  {
    id: "orgs_alive",
    unit: "in all",
    label: { en: "Operating organizations", zh: "存续社会组织数" },
    help: { en: "At the end of the week.", zh: "以当周末为准。" },
  },
  {
    id: "orgs_founded",
    unit: "a year",
    label: { en: "Organizations founded", zh: "成立组织数" },
    help: { en: "In the last 52 weeks.", zh: "近 52 周合计。" },
  },
  {
    id: "orgs_closed",
    unit: "a year",
    label: { en: "Organizations closed", zh: "注销组织数" },
    help: { en: "In the last 52 weeks.", zh: "近 52 周合计。" },
  },
  {
    id: "orgs_active_share",
    unit: "share of organizations",
    label: { en: "Active organizations", zh: "活跃组织占比" },
    help: { en: "Gave service in the week.", zh: "当周提供过服务。" },
  },
  {
    id: "org_type_entropy",
    unit: "0-1",
    label: { en: "Evenness of organization types", zh: "组织类型均匀度" },
    help: { en: "1 if the eleven types are equally frequent, 0 if there is only one.", zh: "十一类同样多为 1，只有一类为 0。" },
  },
  {
    id: "role_service_provider",
    unit: "share of roles",
    label: { en: "Role: service provider", zh: "服务供给者角色占比" },
    help: { en: "Mean over organizations; their four roles add up to 100%.", zh: "各组织的平均值；四种角色合计 100%。" },
  },
  {
    id: "role_model_builder",
    unit: "share of roles",
    label: { en: "Role: model builder", zh: "模式建构者角色占比" },
    help: { en: "Mean over organizations; their four roles add up to 100%.", zh: "各组织的平均值；四种角色合计 100%。" },
  },
  {
    id: "role_support_guide",
    unit: "share of roles",
    label: { en: "Role: support and guidance", zh: "支持引导者角色占比" },
    help: { en: "Mean over organizations; their four roles add up to 100%.", zh: "各组织的平均值；四种角色合计 100%。" },
  },
  {
    id: "role_resource_link",
    unit: "share of roles",
    label: { en: "Role: resource link", zh: "资源链接者角色占比" },
    help: { en: "Mean over organizations; their four roles add up to 100%.", zh: "各组织的平均值；四种角色合计 100%。" },
  },
  {
    id: "admin_hours_share",
    unit: "share of hours",
    label: { en: "Party work and reports", zh: "党建与报表工时占比" },
    help: { en: "Mean over organizations.", zh: "各组织的平均值。" },
  },
  {
    id: "org_autonomy_mean",
    unit: "0-1",
    label: { en: "Autonomy of organizations", zh: "组织自主性" },
    help: { en: "Mean over organizations.", zh: "各组织的平均值。" },
  },
  {
    id: "org_quality_mean",
    unit: "0-1",
    label: { en: "Quality of service", zh: "服务质量" },
    help: { en: "Mean over organizations.", zh: "各组织的平均值。" },
  },
  {
    id: "org_management_mean",
    unit: "0-1",
    label: { en: "Internal governance", zh: "内部治理水平" },
    help: { en: "Mean over organizations.", zh: "各组织的平均值。" },
  },
  {
    id: "org_agenda_distance",
    unit: "0-1",
    label: { en: "Distance of agendas from the plan", zh: "议程与计划的距离" },
    help: { en: "Mean over organizations; the plan is the district's.", zh: "与区计划的距离，各组织的平均值。" },
  },
  {
    id: "pilot_share",
    unit: "share of organizations",
    label: { en: "Organizations with the pilot model", zh: "采用试点模式占比" },
    help: { en: "At the end of the week.", zh: "以当周末为准。" },
  },
  {
    id: "worker_paperwork_share",
    unit: "share of hours",
    label: { en: "Assigned paperwork of community workers", zh: "社区工作者行政事务占比" },
    help: { en: "Mean over community workers.", zh: "社区工作者的平均值。" },
  },
  {
    id: "workers_heavy_share",
    unit: "share of workers",
    label: { en: "Heavily loaded community workers", zh: "负担沉重的社区工作者占比" },
    help: { en: "Over the last 52 weeks.", zh: "取近 52 周。" },
  },
  {
    id: "org_age_median",
    unit: "years",
    label: { en: "Time since founding", zh: "成立年限" },
    help: { en: "Median over operating organizations.", zh: "存续组织的中位数。" },
  },
]);
define("residents", 1, [
  {
    id: "motivation_mean",
    unit: "0-1",
    label: { en: "Intrinsic motivation", zh: "内在动机" },
    help: { en: "Mean over adults.", zh: "成年人的平均值。" },
  },
  { id: "fatigue_mean", unit: "0-1", label: { en: "Fatigue", zh: "疲劳" }, help: { en: "Mean over adults.", zh: "成年人的平均值。" } },
  {
    id: "trust_neighbours",
    unit: "0-1",
    label: { en: "Trust in neighbours", zh: "对邻里的信任" },
    help: { en: "Mean over adults.", zh: "成年人的平均值。" },
  },
  {
    id: "trust_community",
    unit: "0-1",
    label: { en: "Trust in the community", zh: "对社区的信任" },
    help: { en: "In its institutions, mean over adults.", zh: "指社区机构，成年人的平均值。" },
  },
  {
    id: "trust_organizations",
    unit: "0-1",
    label: { en: "Trust in social organizations", zh: "对社会组织的信任" },
    help: { en: "Mean over adults.", zh: "成年人的平均值。" },
  },
  {
    id: "ability_management",
    unit: "0-1",
    label: { en: "Self-management", zh: "自我管理能力" },
    help: { en: "One of the four capacities, mean over adults.", zh: "“四自”能力之一，成年人的平均值。" },
  },
  {
    id: "ability_education",
    unit: "0-1",
    label: { en: "Self-education", zh: "自我教育能力" },
    help: { en: "One of the four capacities, mean over adults.", zh: "“四自”能力之一，成年人的平均值。" },
  },
  {
    id: "ability_service",
    unit: "0-1",
    label: { en: "Self-service", zh: "自我服务能力" },
    help: { en: "One of the four capacities, mean over adults.", zh: "“四自”能力之一，成年人的平均值。" },
  },
  {
    id: "ability_supervision",
    unit: "0-1",
    label: { en: "Self-supervision", zh: "自我监督能力" },
    help: { en: "One of the four capacities, mean over adults.", zh: "“四自”能力之一，成年人的平均值。" },
  },
  {
    id: "norm_compliance",
    unit: "0-1",
    label: { en: "Compliance with norms", zh: "守规程度" },
    help: { en: "Tendency to keep community norms, mean over residents.", zh: "遵守社区规范的倾向，居民的平均值。" },
  },
  {
    id: "awareness_knows",
    unit: "share of adults",
    label: { en: "Know the policies", zh: "政策知晓率" },
    help: { en: "Those who understand or support them included.", zh: "含理解与支持。" },
  },
  {
    id: "awareness_understands",
    unit: "share of adults",
    label: { en: "Understand the policies", zh: "政策理解率" },
    help: { en: "Those who support them included.", zh: "含支持。" },
  },
  {
    id: "awareness_supports",
    unit: "share of adults",
    label: { en: "Support the policies", zh: "政策支持率" },
    help: { en: "The highest level of policy awareness.", zh: "政策认知的最高层级。" },
  },
  {
    id: "director_known_share",
    unit: "share of adults",
    label: { en: "Know the director", zh: "认识社区主任占比" },
    help: { en: "Of their own community.", zh: "指本社区主任。" },
  },
  {
    id: "satisfaction_mean",
    unit: "0-1",
    label: { en: "Satisfaction", zh: "满意度" },
    help: { en: "With how matters end, mean over adults.", zh: "对事项结果的满意程度，成年人的平均值。" },
  },
]);
define("timebank", 1, [
  {
    id: "timebank_member_share",
    unit: "share of adults",
    label: { en: "Time-bank members", zh: "时间银行会员占比" },
    help: { en: "At the end of the week.", zh: "以当周末为准。" },
  },
  {
    id: "timebank_trades_per_member_year",
    unit: "exchanges a year",
    label: { en: "Exchanges of help per member", zh: "会员年均互助次数" },
    help: { en: "In the last 52 weeks.", zh: "近 52 周合计。" },
  },
]);
define("timebank", 4, [
  {
    id: "timebank_idle_share",
    unit: "share of time-bank members",
    label: { en: "Idle time-bank members", zh: "会员闲置率" },
    help: {
      en: "Without an exchange of help in the running year; before its 26th week the last value stands.",
      zh: "今年未参与互助；第 26 周之前沿用上次数值。",
    },
  },
  {
    id: "timebank_balance_gini",
    unit: "0-1",
    label: { en: "Inequality of balances", zh: "余额基尼系数" },
    help: { en: "Gini coefficient of members' balances above the lowest of them.", zh: "按会员余额高出最低余额的部分计算。" },
  },
  {
    id: "timebank_top_fifth_trade_share",
    unit: "share of exchanges",
    label: { en: "Exchanges of the top fifth", zh: "前五分之一会员互助占比" },
    help: { en: "The most active members in the running year.", zh: "今年最活跃的会员。" },
  },
]);
define("circles", 52, [
  {
    id: "acquaintance_degree_mean",
    unit: "people",
    label: { en: "Acquaintances", zh: "熟人数" },
    help: { en: "Mean over residents, inside the district.", zh: "居民的平均值，限区内。" },
  },
  {
    id: "acquaintance_degree_var_ratio",
    unit: "ratio",
    label: { en: "Spread of acquaintances", zh: "熟人数方差均值比" },
    help: { en: "Variance over mean; 1 if ties were formed at random.", zh: "关系随机结成时为 1。" },
  },
  {
    id: "acquaintance_clustering",
    unit: "0-1",
    label: { en: "Clustering of acquaintances", zh: "熟人圈聚类系数" },
    help: {
      en: "Acquaintances who know each other, mean over up to 20,000 residents spread evenly.",
      zh: "熟人彼此相识的比例，均匀取至多 20,000 位居民。",
    },
  },
  {
    id: "acquaintance_mean_path",
    unit: "steps",
    label: { en: "Path between residents", zh: "熟人圈平均路径长度" },
    help: {
      en: "Shortest path from one to eight residents spread over the district, mean.",
      zh: "从分布各处的一至八位居民出发的最短路径。",
    },
  },
  {
    id: "acquaintance_isolated_share",
    unit: "share of adults",
    label: { en: "Without a core tie", zh: "社区内无核心关系占比" },
    help: { en: "Adults without a core tie in their own community.", zh: "在本社区没有核心关系的成年人。" },
  },
  {
    id: "acquaintance_retention_since_start",
    unit: "share of ties",
    label: { en: "Ties kept since the start", zh: "初始关系保留率" },
    help: { en: "In a sample of 2,000 residents.", zh: "取 2,000 位居民的样本。" },
  },
  {
    id: "acquaintance_core_retention_since_start",
    unit: "share of core ties",
    label: { en: "Core ties kept since the start", zh: "初始核心关系保留率" },
    help: { en: "In a sample of 2,000 residents.", zh: "取 2,000 位居民的样本。" },
  },
  ...(
    [
      ["interest", { en: "interest circle", zh: "趣缘圈" }, { en: "an interest group", zh: "兴趣小组" }],
      ["industry", { en: "work circle", zh: "业缘圈" }, { en: "a workplace in the district", zh: "区内单位" }],
      ["party", { en: "party-building circle", zh: "党建圈" }, { en: "a branch", zh: "党支部" }],
    ] as const
  ).flatMap(([id, circle, place]) => [
    {
      id: `${id}_degree_mean`,
      unit: "people",
      label: { en: `Fellow members, ${circle.en}`, zh: `${circle.zh}同伴数` },
      help: { en: `Mean among residents in ${place.en}.`, zh: `有${place.zh}的居民的平均值。` },
    },
    {
      id: `${id}_degree_var_ratio`,
      unit: "ratio",
      label: { en: `Spread of fellows, ${circle.en}`, zh: `${circle.zh}同伴数方差均值比` },
      help: { en: `Variance over mean among residents in ${place.en}.`, zh: `限于有${place.zh}的居民。` },
    },
    {
      id: `${id}_clustering`,
      unit: "0-1",
      label: { en: `Clustering, ${circle.en}`, zh: `${circle.zh}聚类系数` },
      help: { en: "Pairs of fellow members who share a place themselves.", zh: "彼此也同在一处的同伴对所占比例。" },
    },
    {
      id: `${id}_mean_path`,
      unit: "steps",
      label: { en: `Path, ${circle.en}`, zh: `${circle.zh}平均路径长度` },
      help: {
        en: "Mean between residents whom the circle joins, from four of them.",
        zh: "由该圈相连的居民之间，从其中四位出发的平均值。",
      },
    },
    {
      id: `${id}_isolated_share`,
      unit: "share of adults",
      label: { en: `Outside the ${circle.en}`, zh: `不在${circle.zh}占比` },
      help: { en: `Adults without ${place.en}.`, zh: `没有${place.zh}的成年人。` },
    },
    {
      id: `${id}_retention_since_start`,
      unit: "share of memberships",
      label: { en: `Memberships kept, ${circle.en}`, zh: `${circle.zh}初始成员保留率` },
      help: { en: "Since the start, in a sample of 2,000 residents.", zh: "取 2,000 位居民的样本。" },
    },
  ]),
  {
    id: "overlap_jaccard_acquaintance_interest",
    unit: "0-1",
    label: { en: "Overlap: acquaintance and interest circles", zh: "熟人圈与趣缘圈重叠度" },
    help: {
      en: "Pairs of residents who meet in both, among pairs who meet in either.",
      zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
    },
  },
  {
    id: "overlap_jaccard_acquaintance_industry",
    unit: "0-1",
    label: { en: "Overlap: acquaintance and work circles", zh: "熟人圈与业缘圈重叠度" },
    help: {
      en: "Pairs of residents who meet in both, among pairs who meet in either.",
      zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
    },
  },
  {
    id: "overlap_jaccard_party_acquaintance",
    unit: "0-1",
    label: { en: "Overlap: party-building, acquaintance circles", zh: "党建圈与熟人圈重叠度" },
    help: {
      en: "Pairs of residents who meet in both, among pairs who meet in either.",
      zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
    },
  },
  {
    id: "overlap_jaccard_party_industry",
    unit: "0-1",
    label: { en: "Overlap: party-building and work circles", zh: "党建圈与业缘圈重叠度" },
    help: {
      en: "Pairs of residents who meet in both, among pairs who meet in either.",
      zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
    },
  },
  {
    id: "overlap_jaccard_party_interest",
    unit: "0-1",
    label: { en: "Overlap: party-building and interest circles", zh: "党建圈与趣缘圈重叠度" },
    help: {
      en: "Pairs of residents who meet in both, among pairs who meet in either.",
      zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
    },
  },
  {
    id: "overlap_jaccard_interest_industry",
    unit: "0-1",
    label: { en: "Overlap: interest and work circles", zh: "趣缘圈与业缘圈重叠度" },
    help: {
      en: "Pairs of residents who meet in both, among pairs who meet in either.",
      zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
    },
  },
  {
    id: "hub_share",
    unit: "share of betweenness",
    label: { en: "Betweenness of the top 1%", zh: "前 1% 节点中介中心性占比" },
    help: {
      en: "In the organization network; estimated from some of its nodes where it has far more than a whole district.",
      zh: "指组织网络；规模远超全区时按部分节点估算。",
    },
  },
  {
    id: "modularity",
    unit: "0-1",
    label: { en: "Modularity", zh: "模块度" },
    help: { en: "Of the organization network, by the method of Louvain.", zh: "组织网络，按 Louvain 方法计算。" },
  },
]);
define("costs", 1, [
  {
    id: "party_work_hours",
    unit: "hours a week",
    label: { en: "Party work of organizations", zh: "党建工时" },
    help: { en: "All organizations together, mean of the last 52 weeks.", zh: "全部社会组织合计，近 52 周的平均值。" },
  },
  {
    id: "admin_hours",
    unit: "hours a week",
    label: { en: "Reports and inspections", zh: "报表与检查工时" },
    help: { en: "All organizations together, mean of the last 52 weeks.", zh: "全部社会组织合计，近 52 周的平均值。" },
  },
  {
    id: "messages_per_resident",
    unit: "messages a week",
    label: { en: "Messages per resident", zh: "人均信息量" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
  },
  {
    id: "money_spent_programme",
    unit: "yuan a year",
    label: { en: "Money for the programme", zh: "党建经费支出" },
    help: { en: "Or for its placebo, in the last 52 weeks.", zh: "含安慰剂，近 52 周合计。" },
  },
]);

/** All measures in the order of measures.csv. */
export const measures: readonly Measure[] = list;
export const measureIndex: ReadonlyMap<string, number> = new Map(list.map(({ id }, k) => [id, k]));

/** Codes of sources of income in measures. */
export const GOVERNMENT_INCOME = incomeSources.indexOf("government");
export const DONATION_INCOME = incomeSources.indexOf("donation");
export const FEES_INCOME = incomeSources.indexOf("fees");
