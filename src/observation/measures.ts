import { incomeSources, organizationRoles } from "../population/index.ts";

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
  readonly unit: string;
  readonly en: string;
  readonly zh: string;
  /** How often it is taken: every week, every fourth, every 52nd. Between, the last value stands. */
  readonly every: 1 | 4 | 52;
}

const list: Measure[] = [];
const define = (group: MeasureGroup, every: 1 | 4 | 52, rows: readonly (readonly [id: string, unit: string, en: string, zh: string])[]) => {
  for (const [id, unit, en, zh] of rows) list.push({ id, group, unit, en, zh, every });
};

define("coverage", 1, [
  [
    "branches_per_100_orgs",
    "branches per 100 organizations",
    "Own and joint branches of social organizations, per 100 alive.",
    "每百家社会组织的单独与联合支部数",
  ],
  ["coverage_own", "share of organizations", "Organizations with a branch of their own.", "单独支部覆盖率"],
  ["coverage_joint", "share of organizations", "Organizations in a joint branch.", "联合支部覆盖率"],
  ["coverage_dispatched", "share of organizations", "Organizations covered by someone dispatched only.", "派驻覆盖率"],
  ["coverage_formal", "share of organizations", "Organizations covered in any form.", "形式覆盖率"],
  [
    "coverage_eligible",
    "share of organizations with three members",
    "Organizations with three or more members that are covered.",
    "符合条件者的覆盖率",
  ],
  [
    "coverage_functional",
    "share of organizations",
    "Organizations whose branch has a true activity of one half or more.",
    "功能覆盖率（支部真实活动不低于0.5）",
  ],
  ["branch_activity_true", "0-1", "Mean activity of the branches of organizations, as it is.", "支部真实活动水平"],
  [
    "activity_form_entropy",
    "0-1",
    "Evenness of the eight forms of activity in the running year (entropy over its maximum).",
    "活动形式均匀度",
  ],
  ["branch_activity_reported", "0-1", "Mean activity of the branches of organizations, as reported.", "支部上报活动水平"],
]);
define("participation", 1, [
  ["participation_rate", "share of adults", "Took part in governance or volunteering in the last 52 weeks.", "近一年参与率"],
  ["participation_governance", "share of adults", "Took part in governance in the last 52 weeks.", "近一年治理参与率"],
  ["participation_volunteering", "share of adults", "Volunteered in the last 52 weeks.", "近一年志愿参与率"],
  ["participation_mobilized", "share of adults", "Took part in the last 52 weeks because a branch mobilized them.", "近一年受动员参与率"],
  ["participation_age_18_29", "share of adults of 18-29", "Took part in the last 52 weeks.", "18-29岁参与率"],
  ["participation_age_30_49", "share of adults of 30-49", "Took part in the last 52 weeks.", "30-49岁参与率"],
  ["participation_age_50_59", "share of adults of 50-59", "Took part in the last 52 weeks.", "50-59岁参与率"],
  ["participation_age_60_69", "share of adults of 60-69", "Took part in the last 52 weeks.", "60-69岁参与率"],
  ["participation_age_70_79", "share of adults of 70-79", "Took part in the last 52 weeks.", "70-79岁参与率"],
  ["participation_members", "share of adult party members", "Took part in the last 52 weeks.", "党员参与率"],
  ["participation_others", "share of other adults", "Took part in the last 52 weeks.", "非党员参与率"],
  ["volunteers_registered_share", "share of adults", "Registered as volunteers.", "注册志愿者占比"],
  [
    "volunteers_active_share",
    "share of registered volunteers",
    "Registered volunteers who volunteered in the last 52 weeks.",
    "注册志愿者活跃率",
  ],
]);
define("participation", 4, [
  [
    "volunteer_hours_per_adult",
    "hours a year",
    "Time given in the trailing year (13 months of four weeks), mean over adults.",
    "成年人年均志愿小时",
  ],
  ["volunteer_hours_gini", "0-1", "Gini index of time given, among adults who gave any.", "志愿时间基尼系数"],
  ["volunteer_hours_top_tenth_share", "share of time", "Time given by the top tenth of those who gave any.", "前十分之一者的时间占比"],
  ["volunteer_hours_top_third_share", "share of time", "Time given by the top third of those who gave any.", "前三分之一者的时间占比"],
]);
define("matters", 1, [
  ["matters_raised", "matters a week", "Raised, mean of the last 52 weeks.", "每周产生事项数"],
  ["matters_open", "matters", "Open at the end of the week: neither settled, dropped nor recorded as closed.", "未结事项数"],
  ["matters_closed_recorded", "matters a week", "Recorded as closed, mean of the last 52 weeks.", "每周记录办结数"],
  ["matters_settled_true", "matters a week", "Truly settled, mean of the last 52 weeks.", "每周真实解决数"],
  ["settlement_rate_recorded", "share of ended matters", "Recorded as closed among those that ended in the last 52 weeks.", "记录解决率"],
  [
    "settlement_rate_true",
    "share of ended matters",
    "Truly settled among those that ended in the last 52 weeks, recorded or not.",
    "真实解决率",
  ],
  ["matters_reopened", "matters a week", "Reopened, mean of the last 52 weeks.", "每周重现事项数"],
  ["matters_escalated", "matters a week", "Escalated to petition, mean of the last 52 weeks.", "每周升级信访数"],
  ["weeks_to_settle_median", "weeks", "Median weeks from raising to true settlement, of the last 52 weeks.", "解决用时中位数（周）"],
  [
    "deliberated_share",
    "share of closed matters",
    "Decided after deliberation, over matters recorded as closed, of the last 52 weeks.",
    "经协商事项占比",
  ],
  ["consent_reached_share", "share of votes", "Votes that reached the consent needed, of the last 52 weeks.", "达成同意的表决占比"],
  ["acceptability_mean", "0-1", "Mean acceptability of voted outcomes, of the last 52 weeks.", "结果可接受度均值"],
  ["acceptability_sd", "0-1", "Standard deviation of acceptability of voted outcomes, of the last 52 weeks.", "结果可接受度标准差"],
  ["self_settled_share", "share of settled matters", "Settled without any outside resource, of the last 52 weeks.", "自主解决占比"],
  [
    "disputes_mediated_per_1000",
    "matters per 1,000 residents a year",
    "Disputes and petitions recorded as closed per 1,000 residents in the last 52 weeks.",
    "每千居民年调解纠纷数",
  ],
  [
    "care_needed",
    "hours a week per 1,000 residents",
    "Home care needed beyond households, mean of the last 52 weeks.",
    "居家照护需求（每千居民周小时）",
  ],
  ["care_met_share", "share of minutes", "Home care needed beyond households that was given, of the last 52 weeks.", "居家照护满足率"],
  ["resident_initiated_share", "share of raised matters", "Raised by residents of their own accord, of the last 52 weeks.", "居民发起占比"],
]);
define("resources", 1, [
  ["fragmentation", "0-1", "1 - matched needs over the most that could have been matched, of the last 52 weeks.", "资源碎片化"],
  [
    "matched_share",
    "share of open needs",
    "Needs that found their resource in the week, of the last 52 weeks; one that waits counts in each of its weeks.",
    "需求匹配率",
  ],
  ["weeks_to_match_median", "weeks", "Median weeks from raising to complete resources, of the last 52 weeks.", "匹配用时中位数（周）"],
  ["platform_mean", "0-1", "Mean capacity of community platforms.", "社区平台能力均值"],
  ["idle_share", "share of time on offer", "Service time on offer that nobody used, of the last 52 weeks.", "资源闲置率"],
  ["cross_community_share", "share of matched needs", "Needs served from another community, of the last 52 weeks.", "跨社区匹配占比"],
  ["org_income_gini", "0-1", "Gini index of last year's income of organizations.", "组织收入基尼系数"],
  ["org_income_top_tenth_share", "share of income", "Income of the top tenth of organizations.", "前十分之一组织收入占比"],
  ["income_government", "share of income", "Government purchase in the income of organizations.", "政府购买收入占比"],
  ["income_donation", "share of income", "Donations in the income of organizations.", "捐赠收入占比"],
  ["income_commercial", "share of income", "Fees in the income of organizations.", "经营收入占比"],
  ["dependence_mean", "0-1", "Mean dependence on the most critical source.", "平均资源依赖"],
]);
define("organizations", 1, [
  ["orgs_alive", "organizations", "Social organizations alive.", "存续社会组织数"],
  ["orgs_founded", "organizations", "Founded in the last 52 weeks.", "近一年成立数"],
  ["orgs_closed", "organizations", "Closed in the last 52 weeks.", "近一年注销数"],
  ["orgs_active_share", "share of organizations", "Gave service in the week.", "本周活跃组织占比"],
  ["org_type_entropy", "0-1", "Evenness of the eleven types (entropy over its maximum).", "组织类型均匀度"],
  ...organizationRoles.map(
    (role, k) =>
      [
        ["role_service_provider", "role_model_builder", "role_support_guide", "role_resource_link"][k],
        "share",
        `Mean share of the role ${role}.`,
        ["服务供给者角色占比", "模式建构者角色占比", "支持引导者角色占比", "资源链接者角色占比"][k],
      ] as const,
  ),
  ["admin_hours_share", "share of hours", "Hours for party work and reports, mean over organizations.", "行政工时占比"],
  ["org_autonomy_mean", "0-1", "Mean autonomy.", "组织自主性均值"],
  ["org_quality_mean", "0-1", "Mean quality of service.", "组织服务质量均值"],
  ["org_management_mean", "0-1", "Mean internal management.", "组织内部治理均值"],
  ["org_agenda_distance", "0-1", "Mean distance of agendas from the plan of the district.", "组织议程与计划的距离"],
  ["pilot_share", "share of organizations", "Organizations that work by the model of a pilot.", "采用试点模式的组织占比"],
  ["worker_paperwork_share", "share of hours", "Hours of community workers for assigned paperwork.", "社区工作者事务工时占比"],
  ["workers_heavy_share", "share of workers", "Community workers under a heavy load, of the last 52 weeks.", "负担沉重的社区工作者占比"],
  ["org_age_median", "years", "Median age.", "组织年龄中位数"],
]);
define("residents", 1, [
  ["motivation_mean", "0-1", "Intrinsic motivation, mean over adults.", "内在动机均值"],
  ["fatigue_mean", "0-1", "Fatigue, mean over adults.", "疲劳均值"],
  ["trust_neighbours", "0-1", "Trust in neighbours, mean over adults.", "对邻里的信任"],
  ["trust_community", "0-1", "Trust in the community's institutions, mean over adults.", "对社区的信任"],
  ["trust_organizations", "0-1", "Trust in social organizations, mean over adults.", "对社会组织的信任"],
  ["ability_management", "0-1", "Self-management, mean over adults.", "自我管理能力"],
  ["ability_education", "0-1", "Self-education, mean over adults.", "自我教育能力"],
  ["ability_service", "0-1", "Self-service, mean over adults.", "自我服务能力"],
  ["ability_supervision", "0-1", "Self-supervision, mean over adults.", "自我监督能力"],
  ["norm_compliance", "0-1", "Tendency to keep community norms, mean over residents.", "规范遵守度"],
  ["awareness_knows", "share of adults", "Know the policies or more.", "知晓率"],
  ["awareness_understands", "share of adults", "Understand the policies or more.", "理解率"],
  ["awareness_supports", "share of adults", "Support the policies.", "支持率"],
  ["director_known_share", "share of adults", "Adults who know the director of their community.", "认识社区主任者占比"],
  ["satisfaction_mean", "0-1", "Satisfaction with how matters end, mean over adults.", "满意度均值"],
]);
define("timebank", 1, [
  ["timebank_member_share", "share of adults", "Members of the time bank.", "时间银行会员占比"],
  ["timebank_trades_per_member_year", "trades a year", "Trades of the last 52 weeks per member.", "会员年均互助次数"],
]);
define("timebank", 4, [
  [
    "timebank_idle_share",
    "share of members",
    "Members without a trade in the running year (from its 26th week on, else the last value).",
    "会员闲置率",
  ],
  ["timebank_balance_gini", "0-1", "Gini index of members' balances above the lowest of them.", "余额基尼系数"],
  [
    "timebank_top_fifth_trade_share",
    "share of trades",
    "Trades of the most active fifth of members in the running year.",
    "前五分之一会员的互助占比",
  ],
]);
define("circles", 52, [
  ["acquaintance_degree_mean", "residents", "Mean acquaintances.", "熟人数均值"],
  ["acquaintance_degree_var_ratio", "ratio", "Variance of acquaintances over their mean.", "熟人数方差均值比"],
  ["acquaintance_clustering", "0-1", "Local clustering, mean over up to 20,000 residents spread evenly.", "局部聚类系数"],
  ["acquaintance_mean_path", "steps", "Mean shortest path from one to eight residents spread over the district.", "平均路径长度（抽样）"],
  ["acquaintance_isolated_share", "share of adults", "Adults without a core tie in their community.", "无实际邻里往来者占比"],
  [
    "acquaintance_retention_since_start",
    "share of ties",
    "Ties of the start that still stand, in a sample of 2,000 residents.",
    "初始关系保留率（抽样）",
  ],
  [
    "acquaintance_core_retention_since_start",
    "share of core ties",
    "Core ties of the start that still stand, in a sample of 2,000 residents.",
    "初始核心关系保留率（抽样）",
  ],
  ...(
    [
      ["interest", "interest groups", "趣缘圈"],
      ["industry", "workplaces in the district", "业缘圈"],
      ["party", "branches", "党建圈"],
    ] as const
  ).flatMap(
    ([circle, en, zh]) =>
      [
        [`${circle}_degree_mean`, "residents", `Mean fellows whom those who belong to ${en} meet there.`, `${zh}同伴数均值`],
        [`${circle}_degree_var_ratio`, "ratio", `Variance over mean of fellows in ${en}.`, `${zh}同伴数方差均值比`],
        [`${circle}_clustering`, "0-1", `Pairs of fellows who share a place, in ${en}.`, `${zh}聚类系数`],
        [
          `${circle}_mean_path`,
          "steps",
          `Mean steps between residents joined through ${en}, from four of them.`,
          `${zh}平均路径长度（抽样）`,
        ],
        [`${circle}_isolated_share`, "share of adults", `Adults without ${en}.`, `不在${zh}者占比`],
        [
          `${circle}_retention_since_start`,
          "share of memberships",
          `Memberships of the start in ${en} that still stand, in a sample of 2,000 residents.`,
          `${zh}初始成员保留率（抽样）`,
        ],
      ] as const,
  ),
  ["overlap_jaccard_acquaintance_interest", "0-1", "Overlap of the acquaintance and interest circles.", "熟人圈与趣缘圈重叠度"],
  ["overlap_jaccard_acquaintance_industry", "0-1", "Overlap of the acquaintance and industry circles.", "熟人圈与业缘圈重叠度"],
  ["overlap_jaccard_party_acquaintance", "0-1", "Overlap of the party-building and acquaintance circles.", "党建圈与熟人圈重叠度"],
  ["overlap_jaccard_party_industry", "0-1", "Overlap of the party-building and industry circles.", "党建圈与业缘圈重叠度"],
  ["overlap_jaccard_party_interest", "0-1", "Overlap of the party-building and interest circles.", "党建圈与趣缘圈重叠度"],
  ["overlap_jaccard_interest_industry", "0-1", "Overlap of the interest and industry circles.", "趣缘圈与业缘圈重叠度"],
  ["hub_share", "share of betweenness", "Betweenness in the organization network held by its top hundredth.", "枢纽占比（组织网络）"],
  ["modularity", "0-1", "Modularity of the organization network (Louvain).", "模块度（组织网络）"],
]);
define("costs", 1, [
  ["party_work_hours", "hours a week", "Hours of organizations for party work, mean of the last 52 weeks.", "党建工时（周）"],
  ["admin_hours", "hours a week", "Hours of organizations for reports and inspections, mean of the last 52 weeks.", "行政工时（周）"],
  ["messages_per_resident", "messages a week", "Messages sent to each resident, mean of the last 52 weeks.", "人均信息数（周）"],
  [
    "money_spent_programme",
    "yuan a year",
    "Money spent on the party-building programme or its placebo in the last 52 weeks.",
    "项目支出（年）",
  ],
]);

/** All measures in the order of measures.csv. */
export const measures: readonly Measure[] = list;
export const measureIndex: ReadonlyMap<string, number> = new Map(list.map(({ id }, k) => [id, k]));

/** Codes of sources of income in measures. */
export const GOVERNMENT_INCOME = incomeSources.indexOf("government");
export const DONATION_INCOME = incomeSources.indexOf("donation");
export const FEES_INCOME = incomeSources.indexOf("fees");
