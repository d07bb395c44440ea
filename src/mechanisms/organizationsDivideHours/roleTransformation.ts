import { defineMechanism } from "../../engine/index.ts";
import { share } from "../../scenario/index.ts";

const ROLES = 4;
const MODEL_BUILDER = 1;
const GUIDE = 2;
const LINK = 3;

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
      "v_link = act (1 − s) ℓ, v_model = v_guide = act (1 − s) (1 − ℓ) / 2 of the hours that party work, reports and courses leave (divideHours); the roles follow (roleLaw)",
    symbols: {
      v: "shares of the hours wanted for model building, support and guidance, linking",
      act: "activity of the branch, 0-1",
      s: "share of the hours that stay service",
      ℓ: "share of linking in the others",
    },
    source: "Z14: hollowing, fewer direct services, is its null. Values are judgements.",
    departures: "Organizations do as their branch wants, as far as it works.",
    draws: "none",
    placebo: "Seminars on roles: hours stay where they are.",
    harm: "Hollowing: service falls more than matching rises.",
  },
  parameters: {
    service: share({
      label: { en: "Service left", zh: "保留服务" },
      help: {
        en: "At full activity of the branch; the less, the more goes into the new roles.",
        zh: "支部活跃度为满时；越少，投入新角色越多。",
      },
      default: 0.4,
      of: "hours",
      rows: ["Z14"],
    }),
    linking: share({
      label: { en: "Linking", zh: "资源链接" },
      help: { en: "Models and guidance share the rest evenly.", zh: "其余由模式建构与支持引导平分。" },
      default: 0.33,
      of: "hours taken from service",
      rows: ["Z14"],
    }),
  },
  reads: ["branches.activity", "organizations.branch"],
  writes: ["weekTotals.organizations.wantedRoles"],
  measures: ["role_service_provider", "role_resource_link", "matched_share", "idle_share"],
  step(world, { parameters: { service, linking }, mode }, g) {
    const k = world.organizations.columns.branch[g];
    if (k < 0 || mode !== "on") return;
    const { wantedRoles } = world.weekTotals.organizations.columns;
    // What is not wanted elsewhere is service.
    const wanted = world.branches.columns.activity[k] * (1 - service);
    wantedRoles[g * ROLES + MODEL_BUILDER] = (wanted * (1 - linking)) / 2;
    wantedRoles[g * ROLES + GUIDE] = (wanted * (1 - linking)) / 2;
    wantedRoles[g * ROLES + LINK] = wanted * linking;
  },
});
