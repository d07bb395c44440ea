import type { MeasureId } from "../observation/index.ts";

/**
 * The rows of the paper (Shen Beifei, Zhonglou District, Changzhou), as docs/register.md lists them. What holds
 * a row is read from the mechanisms and parameters that name it; `home` adds the measures, states and documents that
 * no mechanism can name.
 */
export type RowKind = "framing" | "agent" | "state" | "process" | "policy" | "outcome" | "clock" | "circle";

/** A measure; else the path of a parameter or state, a document, or what a scenario says: a name with a dot or a colon. */
type Home = MeasureId | `${string}.${string}` | `${string}:${string}`;

export interface PaperRow {
  readonly row: string;
  readonly kind: RowKind;
  readonly en: string;
  readonly zh: string;
  /** Measures, states and documents that hold it beside mechanisms and parameters. */
  readonly home: readonly Home[];
}

const rows: PaperRow[] = [];
const row = (id: string, kind: RowKind, en: string, zh: string, ...home: Home[]) => rows.push({ row: id, kind, en, zh, home });
const DOCUMENT = "docs/model.md";

row("F01", "framing", "Community governance as the most basic level of national governance", "社区治理是国家治理的最基层", DOCUMENT);
row("F02", "outcome", "Refined governance: service matched to need", "精细化治理", "matched_share", "org_type_entropy");
row("F03", "policy", "Governance led by party building", "党建引领基层治理");
row("F04", "process", "Flexible governance from a strengths perspective", "优势视角的柔性治理");
row("F05", "framing", "Six aspects of exploration", "六方面探索", DOCUMENT);
row("F06", "circle", "Party building as link and bridge", "党建是纽带与桥梁", "hub_share", "modularity");
row("F07", "framing", "The focus and the difficulties are at the grass roots", "重点与难点在基层", DOCUMENT);
row("F08", "process", "The correct direction of social organizations", "保证社会组织发展方向", "org_autonomy_mean", "org_type_entropy");
row("F09", "process", "Social organizations join the governance of communities", "引导社会组织融入社区治理", "orgs_active_share");
row(
  "F10",
  "outcome",
  "Standard of community governance, people-centred",
  "治理水平提升、以人民为中心",
  "settlement_rate_true",
  "satisfaction_mean",
);
row(
  "F11",
  "process",
  "People know, understand and support policy",
  "群众知晓、理解、支持",
  "awareness_knows",
  "awareness_understands",
  "awareness_supports",
);
row("F12", "process", "Whole process, full cycle of governance", "全过程、全周期治理");
row("F13", "clock", "Campaign year and plan horizons", "建党百年与规划周期");
row("F14", "clock", "Epidemic under normalized prevention", "疫情常态化防控");
row(
  "F15",
  "framing",
  "Five development concepts, as dimensions of reporting",
  "五大发展理念",
  DOCUMENT,
  "org_type_entropy",
  "fragmentation",
  "cross_community_share",
);

const matters = [
  ["epidemic prevention and control", "疫情防控"],
  ["elevator installation", "加装电梯"],
  ["community renovation", "小区改造"],
  ["waste sorting", "垃圾分类"],
  ["surroundings", "环境美化"],
  ["home care", "居家养老"],
  ["conflict mediation", "矛盾纠纷调解"],
  ["parking", "停车协商"],
  ["design of spaces", "空间设计"],
  ["mobilization of residents", "居民动员"],
  ["stairwell renovation", "楼道整治"],
  ["pets", "宠物饲养"],
] as const;
for (const [k, [en, zh]] of matters.entries())
  row(`I${String(k + 1).padStart(2, "0")}`, "state", `Small matter: ${en}`, `小事：${zh}`, "matters_raised");
row(
  "I13",
  "state",
  "Reach to the periphery of urban governance",
  "向城市治理外围延伸",
  "cross_community_share",
  "mechanisms.matching.beyond",
);
row("I14", "state", "Urban and rural communities as the basic units", "城乡社区是基本单元");
row("D01", "state", "Property disputes", "物业纠纷");
row("D02", "state", "Family disputes", "家庭纠纷");
row("D03", "state", "Neighbourhood disputes", "邻里纠纷");
row("D04", "process", "Letters and visits (petitions)", "信访", "matters_escalated");
row(
  "D05",
  "process",
  "Mediation of community conflicts",
  "协助调解社区矛盾",
  "disputes_mediated_per_1000",
  "settlement_rate_true",
  "settlement_rate_recorded",
);

row("N01", "policy", "The “12345” method", "“12345”工作法");
row("N02", "policy", "Three take the lead in exploring", "三个率先");
row("N03", "agent", "Spark party-building station", "“星火”党建站");
row("N04", "policy", "Joint party branch", "联合党支部", "coverage_joint");
row("N05", "policy", "Dual incubation", "双孵化");
row("N06", "process", "Three steps: set up, work, exemplify", "三部曲");
row("N07", "state", "Standards for weak points", "补齐规范化短板", "org_management_mean");
row("N08", "framing", "Breakthroughs in five aspects", "五方面突破", DOCUMENT);
row("N09", "process", "Ideological guidance by slogan and message", "思想引领");
row("N10", "policy", "Exhibition hall", "展示馆");
row("N11", "agent", "Party-building instructors", "党建指导员", "coverage_dispatched");
row(
  "N12",
  "outcome",
  "Coverage by branches and by dispatched instructors",
  "组织覆盖与工作覆盖",
  "coverage_formal",
  "coverage_dispatched",
  "coverage_eligible",
);
row("N13", "process", "Political embedding", "政治嵌入");
row("N14", "process", "Ability to acquire resources", "资源获取能力", "org_income_gini");
row("N15", "process", "Internal governance", "内部治理能力", "org_management_mean");
row("N16", "framing", "Party-building engines and positions", "党建引擎与阵地", DOCUMENT);
row("N17", "policy", "Party building for public welfare", "“党建+公益”");

row("M01", "policy", "Administrative drive", "行政推动");
row("M02", "policy", "Flat social mobilization", "扁平化动员");
row("M03", "state", "Synergy of four forces", "四力合一");
row("M04", "process", "Mutual promotion of party work and business", "党建与业务互促");
row("M05", "process", "Exchange of resources", "资源交换");
row("B1", "policy", "“Party building + welfare”", "“党建+公益”");
row("B2", "policy", "“Party building + projects”", "“党建+项目”");
row("B3", "policy", "“Party building + business”", "“党建+业务”");
row("B4", "policy", "“Party building + elder care”", "“党建+养老”", "care_met_share");
row("B5", "policy", "“Party building + service”", "“党建+服务”");
row("B6", "policy", "“Party building + innovation”", "“党建+创新”");
row("B7", "policy", "“Party building + supervision”", "“党建+监督”");
row("G1", "policy", "Integration 1: management mechanism", "完善管理机制");
row("G2", "agent", "Integration 2: incubation platform", "孵化平台");
row("G3", "policy", "Integration 3: personnel training", "人才培养");
row("G4", "policy", "Integration 4: exemplars", "培育先进典型");
row("G5", "agent", "Integration 5: party-building think tank", "党建智库");
row("G6", "process", "Integration 6: innovation of community governance", "创新社区治理", "pilot_share");

row("L1", "circle", "Party-building circle", "党建圈", "party_degree_mean");
row("L2", "circle", "Acquaintance circle", "熟人圈", "acquaintance_degree_mean", "acquaintance_clustering");
row("L3", "circle", "Interest circle", "趣缘圈", "interest_degree_mean");
row("L4", "circle", "Work circle", "业缘圈", "industry_degree_mean");
row("L5", "process", "Interweaving the social network", "编织社会网络", "overlap_jaccard_acquaintance_interest", "circles.overlap");
row(
  "L6",
  "outcome",
  "Diversified forces take part widely",
  "多元力量广泛参与",
  "participation_governance",
  "participation_volunteering",
  "participation_mobilized",
);
row("L7", "state", "“Friends” who keep watch and help", "守望相助的“朋友圈”", "trust_neighbours", "self_settled_share");
row("V0", "agent", "Volunteer service centre", "志愿服务中心");
row("V1", "framing", "Party-led, voluntary, mutual help, consultation", "党建引领、志愿互助、协商共治");
row("V2", "policy", "Time bank", "时间银行", "timebank_idle_share", "timebank_trades_per_member_year");
row("V3", "policy", "Community party-building alliance", "社区党建联盟", "fragmentation");
row("V4a", "outcome", "Goal: volunteer teams", "志愿队伍建设", "volunteers_registered_share", "volunteers_active_share");
row("V4b", "outcome", "Goal: community platform", "社区平台建设", "platform_mean");
row("V4c", "outcome", "Goal: home health system", "居家健康体系", "care_met_share");
row("V4d", "outcome", "Goal: co-governance", "社区共治", "deliberated_share", "resident_initiated_share");
row("V5a", "process", "Neighbour visits", "邻里守望");
row("V5b", "process", "Medical assistance", "助医");
row("V5c", "process", "Pairing with a volunteer", "结对帮扶");
row("V5d", "process", "Joint development", "共建发展");
row("V6", "policy", "Community talent training plan", "社区人才培养计划");
row("V7", "state", "Four capacities", "“四自”能力", "ability_management", "ability_education", "ability_service", "ability_supervision");

row("T01", "process", "Working ability of party workers", "党务工作者能力");
row("T02", "agent", "Party-building guidance centre", "党建指导中心");
row("T03", "policy", "Fourfold incubation", "四孵化");
row("T04", "state", "Five strengths", "五强");
row("T05", "agent", "Five teams", "五支队伍");
row("T06", "process", "Eight forms of activity", "八种活动形式", "activity_form_entropy");
const forms = [
  ["themed party day", "主题党日"],
  ["venture philanthropy", "公益创投"],
  ["special education", "专题教育"],
  ["business promotion", "业务提升"],
  ["work exchange", "工作交流"],
  ["outside visits", "外出参访"],
  ["member salons", "党员沙龙"],
  ["financial training", "财务培训"],
] as const;
for (const [k, [en, zh]] of forms.entries()) row(`T06${"abcdefgh"[k]}`, "process", `Form: ${en}`, `形式：${zh}`);
row("T07", "process", "Professional service brought into party work", "专业服务融入党建");
row("T08", "process", "Effect of exemplars on organizational culture", "示范效应融入组织文化");
row("T09", "agent", "Exemplars", "先进典型");
row("T10", "agent", "Vanguard members, secretaries, leading social workers", "先锋党员、书记、骨干社工");
row("T11", "policy", "Members' entrepreneurship", "党员创业行动");
row("T12", "agent", "Venture bases", "创业基地");
row("T13", "process", "Demonstration projects", "示范项目", "org_income_top_tenth_share");
row("T14", "outcome", "“Party building + welfare + business”: the main force", "“党建+公益+业务”：主力军", "orgs_active_share");

row("Z01", "state", "More than 1,100 social organizations", "1,100 余家社会组织", "orgs_alive");
row("Z02", "process", "Role: adviser who spreads policy", "政策宣传“智囊”");
row("Z03", "process", "Role: bond of social harmony", "社会和谐“粘合剂”");
row("Z04", "process", "Role: pacesetter of innovation", "创新“排头兵”");
row(
  "Z05",
  "process",
  "Influence = extension × effective operation",
  "影响力 = 组织延伸 × 有效运行",
  "coverage_formal",
  "coverage_functional",
  "branch_activity_true",
);
row("Z06", "process", "Seven verbs of benign interaction", "良性互动的七个动词");
row("Z07", "policy", "Experimental zone: some communities treated", "社区试点区", "interventions: communities: treated");
row("Z08", "state", "Four traditional types", "四类传统内容");
row("Z09", "state", "Seven new types", "七类新型组织", "org_type_entropy");
row("Z10", "outcome", "Fragmentation of community resources", "社区资源碎片化", "fragmentation");
row("Z11", "state", "Single form of party building", "党建形式单一", "activity_form_entropy");
row("Z12", "outcome", "Insufficient participation of various bodies", "多元主体参与不足", "participation_rate");
row("Z13", "outcome", "Mechanism of resource integration", "资源整合机制不健全", "matched_share", "weeks_to_match_median");
row(
  "Z14",
  "state",
  "Transformation of roles",
  "角色转变",
  "role_service_provider",
  "role_model_builder",
  "role_support_guide",
  "role_resource_link",
);
row("Z15", "policy", "Government purchase of services", "政府购买服务", "income_government", "org_income_gini");
row("Z16", "policy", "Smart technology", "智慧科技");
row("Z17", "process", "Sites, resources and people of the area", "场地、资源、人力整合", "mechanisms.communityAlliance.resourcesLent");
row("Z18", "policy", "Advocacy by new media", "新媒体倡导");
row("Z19", "outcome", "Projects take root and blossom", "项目落地生根", "pilot_share");
row(
  "Z20",
  "outcome",
  "Community consultative democracy",
  "社区协商民主",
  "deliberated_share",
  "consent_reached_share",
  "acceptability_mean",
  "acceptability_sd",
);
row("Z21", "outcome", "Autonomy", "自治共治", "self_settled_share", "resident_initiated_share");
row("Z22", "outcome", "Civic standards", "社区文明程度", "norm_compliance");
row("Z23", "outcome", "Safeguard of sustainable development", "可持续保障");
row("Z24", "framing", "Solve problems, build on strengths", "破解难题、发挥优势", DOCUMENT);
row("Z25", "outcome", "Endogenous drive", "内生动力", "motivation_mean");
row("Z26", "policy", "Station: political core, business capacity", "政治建设为核心、业务能力为目标");
row("Z27", "process", "External interface of multi-community resources", "多社区资源整合的外部接口", "cross_community_share");
row("Z28", "process", "Link between governance and adjustment", "治理与调节的纽带", "hub_share");

row("H00", "process", "Joint party building as reconstruction of ties", "联合党建的关系网络重构");
row("H01", "policy", "Rigid embeddedness, flexible integration", "刚性嵌入与柔性融合");
row("H02", "process", "Rigidity: administrative burden", "刚性的行政负担", "admin_hours_share", "worker_paperwork_share");
row("H03", "process", "Rigidity: loss of autonomy", "刚性的自主性损失", "org_autonomy_mean");
row("H04", "process", "Rigidity: crowding out of motivation", "刚性的动机挤出", "motivation_mean");
row("H05", "process", "Target pressure: formalism", "指标压力与形式主义", "branch_activity_reported", "branch_activity_true");
row("H06", "process", "Resource privilege: concentration", "资源特权与集中", "org_income_top_tenth_share");
row("H07", "state", "From embedding to integrating", "从嵌入到融合");
row("H08", "policy", "Administrative drive as main model", "行政推动为主模式");
row("H09", "policy", "Absorption and cooperation", "吸纳与合作");

/** Rows that no mechanism raises of itself, and why: what carries them is switched, they are measured. */
export const withoutMechanism: readonly { readonly row: string; readonly en: string; readonly zh: string }[] = [
  {
    row: "F10",
    en: "An outcome: true settlement and satisfaction measure it. A mechanism that raised the standard itself would assume the answer.",
    zh: "属结果：由实际解决率与满意度衡量；若设机制直接提高治理水平，等于预设答案。",
  },
  {
    row: "T14",
    en: "An outcome of three lines that have mechanisms of their own (partyWelfare, partyBusiness, partyServicePoints): active organizations and the matters that they settle show whether they are the main force.",
    zh: "属三条线（公益、业务、服务）的结果，各有机制；由活跃组织占比与其解决的事项看是否成为主力军。",
  },
  {
    row: "V1",
    en: "A concept: party lead, voluntary service, mutual help and consultation are each switched by themselves (fourForces, volunteerCentre, timeBank, consultation); the four words together add nothing.",
    zh: "属理念：党建引领、志愿服务、互助与协商各有机制、各可开关；合称本身不另起作用。",
  },
  {
    row: "V4d",
    en: "A goal: consultation carries it; decisions after deliberation and matters that residents raise measure it.",
    zh: "属目标：由议事协商承载，以协商议定与居民提出的事项衡量。",
  },
];

/** All rows, in the order of the register. */
export const paperRows: readonly PaperRow[] = rows;
