import { defineMechanism } from "../../engine/index.ts";
import { numbers } from "../../scenario/index.ts";

const ROLES = 4;

/** What a branch wants its organizations to spend their hours on [Z14]. */
export const roleTransformation = defineMechanism({
  id: "roleTransformation",
  phase: "organizationsDivideHours",
  scope: "organization",
  every: "week",
  title: { en: "Transformation of roles", zh: "角色转变" },
  summary: {
    en: "Branches that work have their organizations build models, guide others and link resources; an hour of that is an hour less of service.",
    zh: "支部越活跃，组织越多投入模式建构、支持引导与资源链接；多一小时，就少一小时服务。",
  },
  rows: ["Z14", "Z06"],
  partyBuilding: true,
  specification: {
    equation:
      "v_k = act target_k / Σ target of the hours that party work, reports and courses leave (divideHours); the roles follow (roleLaw)",
    symbols: {
      v: "shares of the hours wanted for model building, support and guidance, linking",
      act: "activity of the branch, 0-1",
    },
    source: "Z14: hollowing, fewer direct services, is its null. Values are judgements.",
    departures: "Organizations do as their branch wants, as far as it works.",
    draws: "none",
    placebo: "Seminars on roles: hours stay where they are.",
    harm: "Hollowing: service falls more than matching rises.",
  },
  parameters: {
    target: numbers({
      label: { en: "Roles wanted", zh: "期望角色" },
      help: { en: "Weights are brought to a sum of 1.", zh: "各权重归一化，合计为 1。" },
      default: [0.4, 0.2, 0.2, 0.2],
      of: ["serviceProvider", "modelBuilder", "supportGuide", "resourceLink"],
      min: 0,
      max: 1,
      unit: "weight",
      rows: ["Z14"],
    }),
  },
  reads: ["branches.activity", "organizations.branch"],
  writes: ["weekTotals.organizations.wantedRoles"],
  measures: ["role_service_provider", "role_resource_link", "matched_share", "idle_share"],
  step(world, { parameters: { target }, mode }, g) {
    const k = world.organizations.columns.branch[g];
    const sum = target.reduce((all, weight) => all + weight, 0);
    if (k < 0 || mode !== "on" || sum === 0) return;
    const { wantedRoles } = world.weekTotals.organizations.columns;
    // What is not wanted elsewhere is service.
    for (let role = 1; role < ROLES; role++) wantedRoles[g * ROLES + role] = (world.branches.columns.activity[k] * target[role]) / sum;
  },
});
