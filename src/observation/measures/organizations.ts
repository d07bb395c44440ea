import { organizationRoles } from "../../population/index.ts";
import { evenness, median } from "../statistics.ts";
import { measuresTaken, type Sums } from "./measure.ts";

/** Mean share of a role over organizations. */
const meanRole = (role: (typeof organizationRoles)[number]) => {
  const code = organizationRoles.indexOf(role);
  return ({ organizations }: Sums[1]) => organizations.roles[code] / organizations.alive;
};

/** Social organizations and community workers. */
export const organizations = measuresTaken(1, "organizations", [
  {
    id: "orgs_alive",
    unit: "in all",
    label: { en: "Operating organizations", zh: "存续社会组织数" },
    help: { en: "At the end of the week.", zh: "以当周末为准。" },
    formula: ({ organizations }) => organizations.alive,
  },
  {
    id: "orgs_founded",
    unit: "a year",
    label: { en: "Organizations founded", zh: "成立组织数" },
    help: { en: "In the last 52 weeks.", zh: "近 52 周合计。" },
    formula: ({ organizations }) => organizations.founded,
  },
  {
    id: "orgs_closed",
    unit: "a year",
    label: { en: "Organizations closed", zh: "注销组织数" },
    help: { en: "In the last 52 weeks.", zh: "近 52 周合计。" },
    formula: ({ organizations }) => organizations.closed,
  },
  {
    id: "orgs_active_share",
    unit: "share of organizations",
    label: { en: "Active organizations", zh: "活跃组织占比" },
    help: { en: "Gave service in the week.", zh: "当周提供过服务。" },
    formula: ({ organizations }) => organizations.active / organizations.alive,
  },
  {
    id: "org_type_entropy",
    unit: "0-1",
    label: { en: "Evenness of organization types", zh: "组织类型均匀度" },
    help: { en: "1 if the eleven types are equally frequent, 0 if there is only one.", zh: "十一类同样多为 1，只有一类为 0。" },
    formula: ({ organizations }) => evenness(organizations.types),
  },
  {
    id: "role_service_provider",
    unit: "share of roles",
    label: { en: "Role: service provider", zh: "服务供给者角色占比" },
    help: { en: "Mean over organizations; their four roles add up to 100%.", zh: "各组织的平均值；四种角色合计 100%。" },
    formula: meanRole("serviceProvider"),
  },
  {
    id: "role_model_builder",
    unit: "share of roles",
    label: { en: "Role: model builder", zh: "模式建构者角色占比" },
    help: { en: "Mean over organizations; their four roles add up to 100%.", zh: "各组织的平均值；四种角色合计 100%。" },
    formula: meanRole("modelBuilder"),
  },
  {
    id: "role_support_guide",
    unit: "share of roles",
    label: { en: "Role: support and guidance", zh: "支持引导者角色占比" },
    help: { en: "Mean over organizations; their four roles add up to 100%.", zh: "各组织的平均值；四种角色合计 100%。" },
    formula: meanRole("supportGuide"),
  },
  {
    id: "role_resource_link",
    unit: "share of roles",
    label: { en: "Role: resource link", zh: "资源链接者角色占比" },
    help: { en: "Mean over organizations; their four roles add up to 100%.", zh: "各组织的平均值；四种角色合计 100%。" },
    formula: meanRole("resourceLink"),
  },
  {
    id: "admin_hours_share",
    unit: "share of hours",
    label: { en: "Party work and reports", zh: "党建与报表工时占比" },
    help: { en: "Mean over organizations.", zh: "各组织的平均值。" },
    formula: ({ organizations }) => organizations.adminShare / organizations.alive,
  },
  {
    id: "org_autonomy_mean",
    unit: "0-1",
    label: { en: "Autonomy of organizations", zh: "组织自主性" },
    help: { en: "Mean over organizations.", zh: "各组织的平均值。" },
    formula: ({ organizations }) => organizations.autonomy / organizations.alive,
  },
  {
    id: "org_quality_mean",
    unit: "0-1",
    label: { en: "Quality of service", zh: "服务质量" },
    help: { en: "Mean over organizations.", zh: "各组织的平均值。" },
    formula: ({ organizations }) => organizations.quality / organizations.alive,
  },
  {
    id: "org_management_mean",
    unit: "0-1",
    label: { en: "Internal governance", zh: "内部治理水平" },
    help: { en: "Mean over organizations.", zh: "各组织的平均值。" },
    formula: ({ organizations }) => organizations.management / organizations.alive,
  },
  {
    id: "pilot_share",
    unit: "share of organizations",
    label: { en: "Organizations with the pilot model", zh: "采用试点模式占比" },
    help: { en: "At the end of the week.", zh: "以当周末为准。" },
    formula: ({ organizations }) => organizations.pilots / organizations.alive,
  },
  {
    id: "worker_paperwork_share",
    unit: "share of hours",
    label: { en: "Assigned paperwork of community workers", zh: "社区工作者行政事务占比" },
    help: { en: "Mean over community workers.", zh: "社区工作者的平均值。" },
    formula: ({ communities }) => communities.paperwork / communities.workers,
  },
  {
    id: "workers_heavy_share",
    unit: "share of workers",
    label: { en: "Heavily loaded community workers", zh: "负担沉重的社区工作者占比" },
    help: { en: "Over the last 52 weeks.", zh: "取近 52 周。" },
    formula: ({ year }) => year.communities.workersHeavy / year.communities.workers,
  },
  {
    id: "org_money_per_staff",
    unit: "yuan a person",
    label: { en: "Money held per staff", zh: "人均结余资金" },
    help: { en: "All money of organizations, over all of their paid staff.", zh: "全部社会组织持有的资金除以专职人员总数。" },
    formula: ({ organizations }) => organizations.money / organizations.staff,
  },
  {
    id: "org_age_median",
    unit: "years",
    label: { en: "Time since founding", zh: "成立年限" },
    help: { en: "Median over operating organizations.", zh: "存续组织的中位数。" },
    formula: ({ organizations }) => median(organizations.ages),
  },
]);
